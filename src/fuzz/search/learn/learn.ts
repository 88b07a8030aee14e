import { AsyncLocalStorage } from 'node:async_hooks';
import type { Draw } from '../../../kernel/draw.js';
import type { JsonValue } from '../../../kernel/json.js';
import type { ScfHandler } from '../../../runtime/index.js';
import { inOrder } from '../../play/steps.js';
import { play, type Subject } from '../../play/story.js';
import { drawShape, type Vocabulary } from './drawShape.js';
import { Reading, type Shape, unknownShape } from './shape.js';
import { fieldNamesIn, numbersIn, wordsIn } from './words.js';

/** What a handler expects, as far as its code and its reading tell. */
export interface Learned extends Vocabulary {
  /** What it reads of the user's own data. */
  readonly payload: Shape;
  /** What it reads of the event. */
  readonly event: Shape;
}

const mostRounds = 40;
const patience = 12;
const mostSaid = 30;

interface Listener {
  readonly reading: Reading;
  readonly payload: Shape;
}

const listeners = new AsyncLocalStorage<Listener>();

/**
 * Watches a handler read a few events, and takes the words and numbers of its code, so that events can be drawn
 * that get further than any would by chance. What the handler answers meanwhile does not count.
 *
 * @param eventOf draws an event; with `payload` in the place of the user's own data.
 * @param isOver true when no time is left for more.
 */
export async function learn<Event, World>(
  subject: Subject<Event, World>,
  source: string,
  payloadAt: string | undefined,
  eventOf: (round: number, payload: ((draw: Draw) => JsonValue) | undefined) => Event,
  isOver: () => boolean,
): Promise<Learned> {
  const payload = unknownShape();
  const event = shapeAround(payload, payloadAt);
  const texts = [source];
  const said = new Set<string>();
  const watched: Subject<Event, World> = {
    ...subject,
    timeoutMs: Math.min(subject.timeoutMs, 500),
    create: async (world) => {
      const handler = await subject.create(world);
      texts[1] = String(handler);
      return watching(handler, event, { reading, payload });
    },
  };
  let reading = new Reading();
  const parse = JSON.parse;
  JSON.parse = tracedParse(parse);
  try {
    let idle = 0;
    for (let round = 0; round < mostRounds && idle < patience && !isOver(); round++) {
      const vocabulary = vocabularyOf(texts.join('\n'));
      const known = payload.fields.size > 0 || payload.item !== undefined || round % 4 === 1;
      const drawn = eventOf(round, known ? (draw) => drawShape(draw, payload, vocabulary, true) : undefined);
      reading = new Reading();
      const story = await play(watched, inOrder([drawn]));
      reading.end();
      const outcome = story.visits[0]?.outcome;
      const heard = leafTexts(drawn);
      for (const text of [
        outcome?.ok === true ? (JSON.parse(outcome.json) as unknown) : undefined,
        ...story.calls.map((call) => call.args),
      ])
        for (const word of leafTexts(text)) if (said.size < mostSaid && isOwn(word, heard)) said.add(word);
      if (outcome?.statusCode === 430) reading.failed(outcome.error.message);
      if (outcome?.statusCode === 433 || story.visits[0]?.stopped !== undefined) break;
      idle = reading.news > 0 ? 0 : idle + 1;
    }
  } finally {
    JSON.parse = parse;
  }
  const vocabulary = vocabularyOf(texts.join('\n'));
  return { payload, event, ...vocabulary, words: [...new Set([...vocabulary.words, ...said])] };
}

function vocabularyOf(source: string): Vocabulary {
  return { words: wordsIn(source), numbers: numbersIn(source), names: fieldNamesIn(source) };
}

/** True for what a handler does not only pass on. */
function isOwn(word: string, heard: readonly string[]): boolean {
  return !/^[[{]/.test(word) && !heard.some((text) => text.length >= 4 && word.includes(text));
}

/** The short texts in a value; what a handler says may be what it expects to hear. */
function leafTexts(value: unknown): string[] {
  if (typeof value === 'string') return value !== '' && value.length <= 60 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leafTexts) : [];
}

/** The shape of an event in which the user's data stands at a path, or is all there is. */
function shapeAround(payload: Shape, payloadAt: string | undefined): Shape {
  if (payloadAt === undefined) return unknownShape();
  if (!/^[\w$]+(\[\])?(\.[\w$]+(\[\])?)*$/.test(payloadAt)) return payload;
  const root = unknownShape();
  const keys = payloadAt.replaceAll('[]', '.[]').split('.');
  let shape = root;
  for (const [index, key] of keys.entries()) {
    const inner = index === keys.length - 1 ? payload : unknownShape();
    if (key === '[]') shape.item = inner;
    else shape.fields.set(key, inner);
    shape = inner;
  }
  return root;
}

function watching<Event>(handler: ScfHandler<Event>, shape: Shape, listener: Listener): ScfHandler<Event> {
  const call = (...[event, context, callback]: Parameters<ScfHandler<Event>>): unknown =>
    listeners.run(listener, () => {
      const { reading } = listener;
      const result: unknown = handler(reading.traced(event, shape) as Event, context, callback);
      // Who writes the answer down reads it all, and that tells nothing.
      return result instanceof Promise ? result.finally(() => reading.end()) : result;
    });
  const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';
  const wrapper: ScfHandler<Event> = isAsync ? async (...args) => call(...args) : (...args) => call(...args);
  return Object.defineProperty(wrapper, 'length', { value: handler.length });
}

/** Reads JSON as ever; while somebody learns, what it gives notes what is read of it. */
function tracedParse(parse: typeof JSON.parse): typeof JSON.parse {
  return (text, reviver) => {
    const value: unknown = parse(text, reviver);
    const listener = listeners.getStore();
    return listener === undefined ? value : listener.reading.traced(value, listener.payload);
  };
}
