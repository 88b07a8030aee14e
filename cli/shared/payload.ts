import { isObject, Misuse, type Payload } from '../../src/core.js';
import { readText } from './readText.js';

/**
 * The payload of a file with a JSON Schema.
 *
 * @throws Misuse when it holds none.
 */
export async function payloadFrom(file: string, shown: string): Promise<Payload> {
  let schema: unknown;
  try {
    schema = JSON.parse(readText(file, shown).replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Misuse(
      'INVALID_SCHEMA',
      `Cannot use the payload schema ${shown}: it is not JSON (${error.message}).`,
    );
  }
  if (typeof schema !== 'boolean' && !isObject(schema)) {
    throw new Misuse(
      'INVALID_SCHEMA',
      `Cannot use the payload schema ${shown}: a JSON Schema is an object or a boolean.`,
    );
  }
  return payloadOfSchema(schema);
}

/** The payload of a JSON Schema; throws a Misuse that names the keyword when it cannot be used. */
export async function payloadOfSchema(schema: object | boolean): Promise<Payload> {
  const { payloadOf } = await import('../../src/payload/index.js');
  return payloadOf(schema as Parameters<typeof payloadOf>[0]);
}
