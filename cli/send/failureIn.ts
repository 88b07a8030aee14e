import { isObject } from '../../src/core.js';

const longest = 200;

/** What a body says of a failure, in one line: the error of the function where the platform tells of one. */
export function failureIn(body: string): string {
  const { errorMessage, stackTrace } = objectIn(body);
  const told = [errorMessage, stackTrace].flatMap((text) =>
    typeof text === 'string' ? [firstLine(text)] : [],
  );
  const line = told.length > 0 ? told.join(': ') : firstLine(body);
  return line === '' ? 'the answer is empty' : line.slice(0, longest);
}

/** The fields of a JSON text; none where it is no object. */
export function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
