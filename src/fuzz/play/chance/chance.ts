import { AsyncLocalStorage } from 'node:async_hooks';
import { plainRequest } from '../../../kernel/draw.js';
import { SeededDraw } from '../../../kernel/seededDraw.js';

const [secondMs, minuteMs, hourMs] = [1000, 60_000, 3_600_000];
/** What reads the clock so often while nothing happens waits for it to go on. */
const maxReads = 1000;
/** So many numbers of a stream lie at an end of their range where they are to. */
const extremes = 8;
const extremeShare = 1 / 64;

/** What chance and the clock of an execution are made of. */
export interface ChanceSeed {
  /** Executions that are compared have the same. */
  readonly text: string;
  /** When the clock starts: the beginning of a day, in which the seed chooses a time, unless `isReal`. */
  readonly fromMs: number;
  readonly isReal: boolean;
  /**
   * 0 for what is compared. Each other number draws other random values, the first two from an end of their range, and
   * has other times within the same hour, ages of instances and durations of calls.
   */
  readonly variation: number;
}

/** How many variations there are beside 0. */
export const variations = 3;

/** The clock at the start of an execution, in milliseconds; an hour is not over for half an hour. */
export function startMsOf({ text, fromMs, isReal, variation }: ChanceSeed): number {
  if (isReal) return fromMs + variation * (3 * minuteMs + 13_271);
  const draw = new SeededDraw(text, 'clock', plainRequest);
  const [hour, minute, ms] = [1 + draw.below(22), 5 + draw.below(5), draw.below(minuteMs)];
  return fromMs + hour * hourMs + minute * minuteMs + ms + variation * (6 * minuteMs + 13_271);
}

/** How long an instance has been there when its first event comes. */
export function ageMsOf({ text, variation }: ChanceSeed): number {
  return 200 + new SeededDraw(text, 'age', plainRequest).below(700) + variation * (minuteMs + 35 * secondMs);
}

/** The random numbers and the clock of one invocation, or of the loading of a handler. */
export class Chance {
  /** What the clock shows, in milliseconds. */
  nowMs: number;
  readonly #variation: number;
  readonly #values: SeededDraw;
  readonly #durations: SeededDraw;
  #drawn = 0;
  #reads = 0;

  /** @param stream tells it from the others of the execution. */
  constructor({ text, variation }: ChanceSeed, stream: string, startMs: number) {
    this.nowMs = startMs;
    this.#variation = variation;
    this.#values = new SeededDraw(`${text} ${variation}`, `random ${stream}`, plainRequest);
    this.#durations = new SeededDraw(text, `durations ${stream}`, plainRequest);
  }

  /** A number from 0 to below 1. */
  fraction(): number {
    const drawn = this.#values.below(2 ** 53) / 2 ** 53;
    if (this.#variation === 0 || this.#variation > 2 || this.#drawn++ >= extremes) return drawn;
    return this.#variation === 1 ? drawn * extremeShare : 1 - (1 - drawn) * extremeShare;
  }

  /** A whole number from 0 to below a bound, which is at most 2^48. */
  below(bound: number): number {
    return Math.floor(this.fraction() * bound);
  }

  fill(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 4) {
      let word = this.#values.below(2 ** 32);
      for (let index = at; index < at + 4 && index < bytes.length; index++) {
        bytes[index] = word & 255;
        word >>>= 8;
      }
    }
  }

  /** Reads the clock, which stands still but for what takes time, and for who waits for it to go on. */
  read(): number {
    if (++this.#reads > maxReads) this.nowMs += 1;
    return this.nowMs;
  }

  /** Something has happened that could not happen before. */
  reach(ms: number): void {
    if (ms <= this.nowMs) return;
    this.nowMs = ms;
    this.#reads = 0;
  }

  /** How long the next outside call takes. */
  durationMs(): number {
    return 1 + this.#durations.below(6000) / 1000 + 3 * this.#variation;
  }
}

/** The chance of an instance: that of what it handles now, or last. */
export interface InstanceChance {
  current: Chance;
  /** When the instance was started, on the same clock. */
  readonly originMs: number;
  /** True for what makes a world: names that it draws must be its own, since several worlds are there at once. */
  readonly hasRealRandom?: boolean;
}

const instances = new AsyncLocalStorage<InstanceChance>();

/** Runs what belongs to an instance, with its chance and its clock. */
export function withChance<Result>(instance: InstanceChance, run: () => Result): Result {
  return instances.run(instance, run);
}

/** The chance of the instance that the running code belongs to. */
export function currentChance(): Chance | undefined {
  return instances.getStore()?.current;
}

/** The chance from which the running code draws random values. */
export function currentRandom(): Chance | undefined {
  const instance = instances.getStore();
  return instance?.hasRealRandom === true ? undefined : instance?.current;
}

/** When the instance was started that the running code belongs to. */
export function currentOriginMs(): number | undefined {
  return instances.getStore()?.originMs;
}
