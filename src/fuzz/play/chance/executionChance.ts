import { ageMsOf, Chance, type ChanceSeed, type InstanceChance, startMsOf, withChance } from './chance.js';

/** The chance of the instances of one execution. */
export class ExecutionChance {
  /** What the clock of the function shows at the start, in milliseconds. */
  readonly startMs: number;
  readonly #seed: ChanceSeed;
  readonly #instances = new Map<number, InstanceChance>();
  /** Goes on with the chance of the attempt for which an instance is started. */
  readonly #afterLoad = new Map<number, () => void>();

  constructor(seed: ChanceSeed) {
    this.#seed = seed;
    this.startMs = startMsOf(seed);
  }

  /**
   * The chance of an instance, which goes on with that of the attempt: at once where it is warm, and otherwise when its
   * handler is loaded.
   */
  of(attempt: {
    readonly instance: number;
    readonly step: number;
    readonly number: number;
    readonly atMs: number;
  }): InstanceChance {
    const { instance, step, number, atMs } = attempt;
    const next = new Chance(this.#seed, `event ${step} ${number}`, this.startMs + atMs);
    const known = this.#instances.get(instance);
    if (known !== undefined) return Object.assign(known, { current: next });
    const originMs = this.startMs + atMs - ageMsOf(this.#seed);
    const made = { current: new Chance(this.#seed, `load ${instance}`, originMs), originMs };
    this.#instances.set(instance, made);
    this.#afterLoad.set(instance, () => Object.assign(made, { current: next }));
    return made;
  }

  /** The handler of an instance is loaded: what it draws from now on belongs to the attempt. */
  goOn(instance: number): void {
    this.#afterLoad.get(instance)?.();
    this.#afterLoad.delete(instance);
  }
}

/** Makes a world at the time of its execution, with random values of its own. */
export function withWorldChance<World>(seed: ChanceSeed, make: () => World): World {
  const originMs = startMsOf(seed) - ageMsOf(seed);
  const current = new Chance(seed, 'world', originMs);
  return withChance({ current, originMs, hasRealRandom: true }, make);
}
