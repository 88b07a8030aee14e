import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createGeneratorSync, type Random, type JsonSchema as SchemaToFake } from 'json-schema-faker';
import type { Draw, Payload } from '../kernel/draw.js';
import { isObject, type JsonSchema, type JsonValue } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';

const tries = 40;

/**
 * Makes payloads of a JSON Schema (draft-07, 2019-09 or 2020-12, by its `$schema`; 2020-12 when it has none).
 * Every payload is checked against the schema before it is used. Drawn by json-schema-faker; `pattern` is drawn by
 * fast-check, an optional peer.
 *
 * @throws Misuse when the schema is not a schema, or names the keyword that could not be fulfilled when drawing.
 * @example
 * const order = payloadOf({ type: 'object', required: ['id'], properties: { id: { type: 'integer', minimum: 1 } } });
 * JSON.parse(sample(ckafka, { payload: order }).Records[0].Ckafka.msgBody).id >= 1; // true
 */
export function payloadOf(schema: JsonSchema | boolean): Payload {
  const validate = compiled(schema);
  const { fakeable, formats } = withPatternsAsFormats(schema);
  const payload = (draw: Draw): JsonValue => {
    const first = draw.below(2 ** 31);
    let failed: ErrorObject | undefined;
    for (let attempt = 0; attempt < tries; attempt++) {
      const value = generated(fakeable, formats, (first + attempt * 0x9e3779b1) % 2 ** 31);
      if (validate(value)) return value as JsonValue;
      failed = validate.errors?.[0] ?? failed;
    }
    throw new Misuse(
      'PAYLOAD_NOT_MADE',
      `Cannot make a payload of this schema: ${tries} tries failed, the last at "${failed?.keyword}" of ${failed?.schemaPath}. Simplify that keyword, or pass a function that makes the payload.`,
    );
  };
  return Object.assign(payload, { accepts: (value: JsonValue) => validate(value) });
}

function compiled(schema: JsonSchema | boolean) {
  const options = { strict: false, allErrors: false, validateFormats: false, logger: false } as const;
  const version = isObject(schema) ? String(schema.$schema ?? '') : '';
  try {
    if (version.includes('draft-07') || version.includes('draft-06')) return new Ajv(options).compile(schema);
    if (version.includes('2019-09')) return new Ajv2019(options).compile(schema);
    return new Ajv2020(options).compile(schema);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Misuse(
        'INVALID_SCHEMA',
        'Cannot use this payload schema: it is nested too deeply. Write it flatter.',
      );
    throw new Misuse(
      'INVALID_SCHEMA',
      `Cannot use this payload schema: ${(error as Error).message}. Correct the keyword it names.`,
      {
        cause: error,
      },
    );
  }
}

type Formats = Record<string, (random: Random) => string>;

function generated(schema: SchemaToFake, formats: Formats, seed: number): unknown {
  try {
    const value = createGeneratorSync({
      seed,
      formats,
      useDefaultValue: false,
      refDepthMax: 3,
      minDateTime: '2024-01-01T00:00:00Z',
      maxDateTime: '2026-12-31T23:59:59Z',
    }).generate(schema);
    return value === undefined ? value : JSON.parse(JSON.stringify(value));
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(
      'PAYLOAD_NOT_MADE',
      `Cannot make a payload of this schema: ${(error as Error).message}.`,
      { cause: error },
    );
  }
}

/** json-schema-faker ignores what it does not understand of a pattern, so each pattern becomes a format of ours. */
function withPatternsAsFormats(schema: JsonSchema | boolean): { fakeable: SchemaToFake; formats: Formats } {
  const formats: Formats = {};
  const fakeable = replaced(schema, false) as SchemaToFake;
  return { fakeable, formats };

  function replaced(node: unknown, isMap: boolean): unknown {
    if (Array.isArray(node)) return node.map((item) => replaced(item, false));
    if (!isObject(node)) return node;
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
      if (!isMap && (key === 'enum' || key === 'const' || key === 'default' || key === 'examples'))
        copy[key] = value;
      else copy[key] = replaced(value, !isMap && mapsOfSchemas.has(key));
    }
    if (isMap || typeof node.pattern !== 'string') return copy;
    const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = node;
    const name = `scf-pattern-${Object.keys(formats).length}`;
    formats[name] = patternFormat(pattern, Number(minLength), Number(maxLength));
    delete copy.pattern;
    delete copy.minLength;
    delete copy.maxLength;
    return { type: 'string', ...copy, format: name };
  }
}

const mapsOfSchemas = new Set([
  'properties',
  '$defs',
  'definitions',
  'patternProperties',
  'dependentSchemas',
]);

function patternFormat(pattern: string, minLength: number, maxLength: number): (random: Random) => string {
  const { sample, stringMatching } = fastCheck(pattern);
  const texts = stringMatching(patternOf(pattern));
  return (random) => {
    const seed = Math.floor(random.next() * 2 ** 31);
    for (const text of sample(texts, { seed, numRuns: tries })) {
      if (text.length >= minLength && text.length <= maxLength) return text;
    }
    return sample(texts, { seed, numRuns: 1 })[0] as string;
  };
}

function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

function fastCheck(pattern: string): typeof import('fast-check') {
  try {
    return createRequire(import.meta.url)('fast-check') as typeof import('fast-check');
  } catch (error) {
    throw new Misuse(
      'FAST_CHECK_MISSING',
      `Cannot make a text that matches /${pattern}/: fast-check is not installed. Run npm i -D fast-check.`,
      {
        cause: error,
      },
    );
  }
}
