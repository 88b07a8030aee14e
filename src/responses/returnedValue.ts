import { describeValue } from '../kernel/describeValue.js';
import type { IssuePath } from '../kernel/issue.js';
import { utf8Bytes } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { valueAt } from '../kernel/valueAt.js';
import { HttpParts } from './httpParts.js';

/** A value that a function returned, with the JSON that the platform gets of it. */
export class ReturnedValue {
  readonly original: unknown;
  /** The JSON text; undefined when the value has none. */
  readonly text: string | undefined;
  /** Why the value has no JSON text. */
  readonly failure: string | undefined;
  /** The value after its trip through JSON: this is what the rules judge. */
  readonly json: unknown;
  readonly sizeBytes: number;
  #http: HttpParts | undefined;

  constructor(original: unknown) {
    refuseHalfDone(original);
    this.original = original;
    const { text, failure } = stringify(original);
    this.text = text;
    this.failure = failure;
    this.json = text === undefined ? undefined : JSON.parse(text);
    this.sizeBytes = text === undefined ? 0 : utf8Bytes(text);
  }

  /** The value read as an HTTP response. */
  get http(): HttpParts {
    this.#http ??= new HttpParts(this.json);
    return this.#http;
  }

  /** Names what the function really returned at a place, before JSON turned NaN into null or a Buffer into an object. */
  readonly describe = (...path: IssuePath): string => {
    const original = valueAt(this.original, path);
    if (original instanceof Uint8Array)
      return `a ${original.constructor.name} of ${original.byteLength} bytes`;
    return describeValue(original === undefined && path.length > 0 ? valueAt(this.json, path) : original);
  };
}

/** True for a Promise, whoever made it. */
export function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** The text is `null` for undefined, as the Node runtime makes it. */
function stringify(value: unknown): { text?: string; failure?: string } {
  try {
    const text: string | undefined = JSON.stringify(value === undefined ? null : value);
    return text === undefined ? { failure: `JSON has no form for ${describeValue(value)}` } : { text };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function refuseHalfDone(value: unknown): void {
  if (isThenable(value)) {
    throw new Misuse(
      'NOT_AWAITED',
      'Cannot judge a returned value: received a Promise. Await it first: `await handler(event, context)`.',
    );
  }
  if (typeof value === 'function') {
    throw new Misuse(
      'NOT_CALLED',
      `Cannot judge a returned value: received a function, ${value.name || 'without a name'}. Call it and await its result: \`await handler(event, context)\`.`,
    );
  }
}
