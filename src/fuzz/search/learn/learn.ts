import { AsyncLocalStorage } from 'node:async_hooks';
import type { Draw } from '../../../kernel/draw.js';
import type { JsonValue } from '../../../kernel/json.js';
import type { ScfHandler } from '../../../runtime/index.js';
import type { ReadSort } from '../../../runtime/outside.js';
import { replaced, shared } from '../../../runtime/patches.js';
import type { Delivery } from '../../play/delivery.js';
import type { Subject } from '../../play/execution.js';
import { play } from '../../play/play.js';
import { inOrder } from '../../play/steps.js';
import { drawShape, type Vocabulary } from './drawShape.js';
import type { MadeUpAnswers } from './madeUpAnswers.js';
import { Reading, type Shape, unknownShape } from './shape.js';
import { sortsIn } from './sortsIn.js';
import { fieldNamesIn, numbersIn, wordsIn } from './words.js';

/** What a handler expects, as far as its code and its reading tell. */
export interface Learned extends Vocabulary {
  /** What it reads of the user's own data. */
  readonly payload: Shape;
  /** What it reads of the event. */
  readonly event: Shape;
  /** The code. */
  readonly code?: string;
}

const maxRounds = 40;
const patience = 12;
const maxSaid = 30;

interface Listener {
  readonly reading: Reading;
  readonly payload: Shape;
  readonly answers: MadeUpAnswers | undefined;
}

const listeners = new AsyncLocalStorage<Listener>();

/** Where to learn what a handler looks for. */
export interface LearningSource<Event> {
  /** The handler's code. */
  readonly code: string;
  /** Where the user's own data stands in an event; see `Trigger.payloadAt`. */
  readonly payloadAt: string | undefined;
  /** Draws an event for a round, one that fits the code; with `payload` in the place of the user's own data. */
  eventOf(round: number, payload: ((draw: Draw) => JsonValue) | undefined, code?: string): Event;
}

/** How to learn. */
interface LearningOptions<Event> {
  /** True when no time is left for more. */
  readonly isOver: () => boolean;
  readonly answers: MadeUpAnswers | undefined;
  /** Writes events as callers do who know the secret, where the handler asks for that. */
  readonly signer?: { sign(event: Event): Promise<Event> } | undefined;
}

/**
 * Watches a handler read a few events, and takes the words and numbers of its code, so that events can be drawn
 * that get further than any would by chance. What the handler answers meanwhile does not count.
 */
export async function learn<Event, World>(
  subject: Subject<Event, World>,
  source: LearningSource<Event>,
  { isOver, answers, signer }: LearningOptions<Event>,
): Promise<Learned> {
  const learner = new Learner(source, { answers, signer });
  const release = traceParse();
  try {
    if (answers !== undefined) answers.isLearning = true;
    let idle = 0;
    for (let round = 0; round < maxRounds && idle < patience && !isOver(); round++) {
      const { isStuck, isNews } = await learner.read(subject, round);
      if (isStuck) break;
      idle = isNews ? 0 : idle + 1;
    }
  } finally {
    if (answers !== undefined) answers.isLearning = false;
    release();
  }
  return learner.learned();
}

/** What is known of a handler, more with every event that it reads. */
class Learner<Event> {
  readonly #source: LearningSource<Event>;
  readonly #payload = unknownShape();
  readonly #event: Shape;
  /** The code that was given, and that of the function itself. */
  readonly #code: string[];
  readonly #said = new Set<string>();

  readonly #answers: MadeUpAnswers | undefined;
  readonly #signer: LearningOptions<Event>['signer'];

  constructor(
    source: LearningSource<Event>,
    { answers, signer }: Pick<LearningOptions<Event>, 'answers' | 'signer'>,
  ) {
    this.#source = source;
    this.#answers = answers;
    this.#signer = signer;
    this.#event = shapeAround(this.#payload, source.payloadAt);
    this.#code = [source.code];
  }

  /** Has the handler read one more event. */
  async read<World>(
    subject: Subject<Event, World>,
    round: number,
  ): Promise<{ readonly isStuck: boolean; readonly isNews: boolean }> {
    const plain = this.#draw(round);
    const drawn = this.#signer === undefined ? plain : await this.#signer.sign(plain);
    const reading = new Reading();
    const execution = await play(this.#watched(subject, reading), inOrder([drawn]));
    reading.end();
    const [invocation] = execution.invocations;
    const outcome = invocation?.outcome;
    const answer = outcome?.ok === true ? outcome.result : undefined;
    this.#hear([answer, ...execution.calls.map((call) => call.args)], leafTexts(drawn));
    if (outcome?.statusCode === 430) reading.failed(outcome.error.message);
    const isNotStarted = outcome?.ok === false && 'reason' in outcome;
    const isStuck = outcome?.statusCode === 433 || isNotStarted || invocation?.stopped !== undefined;
    return { isStuck, isNews: reading.news > 0 };
  }

  learned(): Learned {
    const vocabulary = this.#vocabulary();
    const words = [...new Set([...vocabulary.words, ...this.#said])];
    const code = this.#code.join('\n');
    return { payload: this.#payload, event: this.#event, ...vocabulary, words, code };
  }

  #draw(round: number): Event {
    const vocabulary = this.#vocabulary();
    const isKnown = this.#payload.fields.size > 0 || this.#payload.item !== undefined || round % 4 === 1;
    return this.#source.eventOf(
      round,
      isKnown ? (draw) => drawShape(draw, this.#payload, { vocabulary, isExploring: true }) : undefined,
      this.#code.join('\n'),
    );
  }

  #watched<World>(subject: Subject<Event, World>, reading: Reading): Subject<Event, World> {
    const { hosted } = subject;
    return {
      ...subject,
      made: unwatched,
      timeoutMs: Math.min(subject.timeoutMs, 500),
      hosted: hosted && { ...hosted, onRead: (path, sort) => this.#noteRead(reading, path, sort) },
      create: async (world, instance) => {
        const handler = await subject.create(world, instance);
        this.#code[1] = String(handler);
        return watching(handler, this.#event, { reading, payload: this.#payload, answers: this.#answers });
      },
    };
  }

  /** What a function in a process of its own has read, from its event or from JSON in it. */
  #noteRead(reading: Reading, [root, ...keys]: readonly string[], sort?: ReadSort): void {
    let shape = root === 'event' ? this.#event : this.#payload;
    for (const key of keys) shape = key === '[]' ? reading.itemOf(shape) : reading.field(shape, key);
    if (sort !== undefined) reading.sort(shape, sort);
  }

  /** Keeps what the handler says of its own. */
  #hear(values: readonly unknown[], heard: readonly string[]): void {
    for (const value of values)
      for (const word of leafTexts(value))
        if (this.#said.size < maxSaid && isOwn(word, heard)) this.#said.add(word);
  }

  #vocabulary(): Vocabulary {
    return vocabularyOf(this.#code.join('\n'));
  }
}

/** As many times a case is read again to see what is read of the answers. */
const maxAnswerRounds = 12;

/**
 * Watches a handler read the answers that were made up, for one case.
 *
 * @returns true when something new was learned.
 */
export async function learnAnswers<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
  answers: MadeUpAnswers,
): Promise<boolean> {
  const release = traceParse();
  answers.isLearning = true;
  const atFirst = answers.known;
  try {
    for (let round = 0, before = -1; round < maxAnswerRounds && answers.known > before; round++) {
      before = answers.known;
      const reading = new Reading();
      const watched: Subject<Event, World> = {
        ...subject,
        made: unwatched,
        create: async (world, instance) => {
          const listener = { reading, payload: unknownShape(), answers };
          return watching(await subject.create(world, instance), unknownShape(), listener);
        },
      };
      const { invocations } = await play(watched, delivery);
      reading.end();
      for (const { outcome } of invocations)
        if (outcome.statusCode === 430) reading.failed(outcome.error.message);
    }
  } finally {
    answers.isLearning = false;
    release();
  }
  return answers.known > atFirst;
}

/** A handler that was made before is asked for like a new one, so that it is watched as well. */
const unwatched = (): undefined => undefined;

function vocabularyOf(source: string): Vocabulary {
  return {
    words: wordsIn(source),
    numbers: numbersIn(source),
    names: fieldNamesIn(source),
    sorts: sortsIn(source),
  };
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
      const result: unknown = handler(reading.traced(event, shape), context, callback);
      // Who writes the answer down reads it all, and that tells nothing.
      return result instanceof Promise ? result.finally(() => reading.end()) : result;
    });
  const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';
  const wrapper: ScfHandler<Event> = isAsync ? async (...args) => call(...args) : (...args) => call(...args);
  return Object.defineProperty(wrapper, 'length', { value: handler.length });
}

/** Reads JSON as ever; while somebody learns, what it gives notes what is read of it. */
const traceParse = shared(() => [
  replaced(JSON, 'parse', (original) => (text, reviver) => {
    const value: unknown = original()(text, reviver);
    const listener = listeners.getStore();
    if (listener === undefined) return value;
    return listener.reading.traced(value, listener.answers?.shapeOf(text) ?? listener.payload);
  }),
]);
