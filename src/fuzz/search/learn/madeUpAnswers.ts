import { isObject, type JsonValue, parsedJson, setOwn } from '../../../kernel/json.js';
import { askedObject, defaultAnswer, isVendorHost } from '../../play/effects/defaultAnswer.js';
import { markMadeUp } from '../../play/effects/madeUp.js';
import type { HttpAnswer } from '../../play/effects/recorder.js';
import { bytesOf } from '../../play/effects/requestBytes.js';
import { type FittingStyle, fitting } from './fitting.js';
import { type Shape, unknownShape } from './shape.js';

/** Other answers of which nobody has read a field: JSON of other sorts, and lines of text. */
const unknownAs = { numbers: '[]', flags: '"text"', longer: 'a,b,c,d\n'.repeat(8) } as const;

/** Other contents of databases of which nobody has said what they hold. */
const fillers = { numbers: '1', flags: '{}', longer: '[]' } as const;

/** What was written to an address; `gone` after it was deleted. */
type Written = { readonly bytes: ArrayBuffer; readonly type: string | null } | 'gone';

/**
 * Answers for requests that nobody answers otherwise: success, in the shape that the handler reads, the same each time.
 * What an execution writes to an address can be read from there again.
 */
export class MadeUpAnswers {
  /** How values are made of which only the place is known. */
  style: FittingStyle = 'texts';
  /** Answers so that reading them tells the most. */
  isLearning = false;
  readonly #shapes = new Map<string, Shape>();
  /** While it learns: the shapes of what was given, by its text. */
  readonly #given = new Map<string, Shape>();

  /** Answers the requests of one execution. */
  forExecution(): HttpAnswer {
    const written = new Map<string, Written>();
    return async (request) => {
      const before = await remembered(written, request);
      if (before === 'gone') return markMadeUp(Response.json({}, { status: 404 }));
      return markMadeUp(await this.#answer(request, before));
    };
  }

  /** What a database finds where it holds nothing; undefined for nothing, as at first. */
  get filler(): string | undefined {
    return this.isLearning || !(this.style in fillers)
      ? undefined
      : fillers[this.style as keyof typeof fillers];
  }

  /** The shape of an answer's text while it learns. */
  shapeOf(text: unknown): Shape | undefined {
    return typeof text === 'string' ? this.#given.get(text) : undefined;
  }

  /** How much is known of what is read of answers; it only grows. */
  get known(): number {
    return [...this.#shapes.values()].reduce((sum, shape) => sum + sizeOf(shape), 0);
  }

  async #answer(request: Request, before: Exclude<Written, 'gone'> | undefined): Promise<Response> {
    const plain = await defaultAnswer(request);
    if (isVendorHost(request) && plain.headers.get('content-type') !== 'application/json') {
      if (before !== undefined) return new Response(before.bytes, { headers: plain.headers });
      // What hangs on an object of the kind that its name tells is not there with an empty one.
      const isEmpty = this.style === 'numbers' && askedObject(request) !== undefined;
      return isEmpty ? new Response('', { headers: plain.headers }) : plain;
    }
    const shape = this.#shapeFor(keyOf(request));
    if (sizeOf(shape) === 0 && before === undefined && this.style in unknownAs)
      return new Response(unknownAs[this.style as keyof typeof unknownAs]);
    const drawn = fitting(shape, this.isLearning ? 'exploring' : this.style);
    const base = laidOver(drawn, (await plain.json()) as JsonValue);
    const known =
      before === undefined ? base : laidOver(base, parsedJson(Buffer.from(before.bytes).toString()));
    const body =
      known === undefined && before !== undefined ? before.bytes : this.#textOf(known ?? base, shape);
    const type = known === undefined ? (before?.type ?? 'text/plain') : 'application/json';
    return new Response(body, { headers: { ...Object.fromEntries(plain.headers), 'content-type': type } });
  }

  /** Blanks at the end make the text of each shape another one. */
  #textOf(value: JsonValue, shape: Shape): string {
    const text = JSON.stringify(value);
    if (!this.isLearning) return text;
    const marked = text + ' '.repeat([...this.#shapes.values()].indexOf(shape) + 1);
    this.#given.set(marked, shape);
    return marked;
  }

  #shapeFor(key: string): Shape {
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape = unknownShape();
    this.#shapes.set(key, shape);
    return shape;
  }
}

/** Keeps what a request writes, and gives what an earlier one has written to its address. */
async function remembered(written: Map<string, Written>, request: Request): Promise<Written | undefined> {
  const { origin, pathname, search } = new URL(request.url);
  const address = `${origin}${pathname}`;
  if (request.method === 'GET' || request.method === 'HEAD') return written.get(address);
  // Other questions, such as ?acl or ?partNumber=1, are about something else than what lies there.
  const isWhole = search === '' || /sign|expires|token/i.test(search);
  if (request.method === 'PUT' && isWhole)
    written.set(address, {
      bytes: await bytesOf(request),
      type: request.headers.get('content-type'),
    });
  else if (request.method === 'DELETE' && isWhole) written.set(address, 'gone');
  return undefined;
}

/** Where a request goes, and what it asks there; what looks like an id is left out. */
function keyOf(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  const path = pathname
    .split('/')
    .map((segment) => (/\d|%/.test(segment) || segment.length > 24 ? ':id' : segment))
    .join('/');
  const extension = askedObject(request);
  // Buckets and names of objects are of the event.
  const place = extension === undefined ? `${request.method} ${origin}${path}` : `object .${extension}`;
  const action = request.headers.get('x-tc-action');
  return action === null ? place : `${place} ${action}`;
}

function sizeOf({ fields, item, sort, isListed }: Shape): number {
  const inside = [...fields.values(), ...(item === undefined ? [] : [item])];
  const own = (sort === undefined ? 0 : 1) + (isListed ? 1 : 0);
  return inside.reduce((sum, shape) => sum + 1 + sizeOf(shape), own);
}

/** The fields of both, those of the upper one first; undefined where there is no upper one. */
function laidOver(lower: JsonValue, upper: JsonValue): JsonValue;
function laidOver(lower: JsonValue, upper: JsonValue | undefined): JsonValue | undefined;
function laidOver(lower: JsonValue, upper: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(lower) || !isObject(upper)) {
    const isEmpty = isObject(upper) && Object.keys(upper).length === 0;
    return isEmpty ? lower : upper;
  }
  const all = {};
  for (const [name, value] of Object.entries(lower as Record<string, JsonValue>)) setOwn(all, name, value);
  for (const [name, value] of Object.entries(upper as Record<string, JsonValue>)) {
    const below = (lower as Record<string, JsonValue>)[name];
    setOwn(all, name, below === undefined ? value : laidOver(below, value));
  }
  return all;
}
