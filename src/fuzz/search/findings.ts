import type { Oracle, Violation } from '../oracles/oracle.js';
import { causeOf } from './causeOf.js';
import { type Found, isTimed } from './shrunk.js';

/** In how many runs to look for further failures after one that nothing before it was like. */
const furtherRuns = 30;
/**
 * The same once a failure takes all the time that an invocation may, or ends a process whose start takes long: most
 * cases then do.
 */
const furtherCostlyRuns = 3;

interface Limits {
  readonly maxFailures: number;
  readonly budgetMs: number;
  /** Each start of the function is a process that takes its time. */
  readonly isSlowToStart?: boolean;
}

/** What a search has found so far, and whether it has looked long enough. */
export class Findings<Event> {
  readonly #found = new Map<string, Found<Event>>();
  /** The last run in which each was found: a run is what is told as a case, and plays several events. */
  readonly #lastRuns = new Map<string, number>();
  readonly #maxFailures: number;
  readonly #endsAt: number;
  #runsSince = 0;
  #furtherRuns = furtherRuns;
  #isTimedRun = false;
  readonly #isSlowToStart: boolean;

  constructor({ maxFailures, budgetMs, isSlowToStart = false }: Limits) {
    this.#isSlowToStart = isSlowToStart;
    this.#maxFailures = maxFailures;
    this.#endsAt = performance.now() + budgetMs;
  }

  /** True where an oracle has found something. */
  has({ name }: Oracle): boolean {
    return [...this.#found.values()].some(({ oracle }) => oracle.name === name);
  }

  /** True where an oracle has found something of the same cause. */
  hasLike(oracle: Oracle, { what }: { readonly what: string }): boolean {
    return this.#found.has(this.#keyOf(oracle, what));
  }

  /** The key of a failure: of a relation that is broken by some of the calls of a known one the key of that. */
  #keyOf({ name, isRelation }: Oracle, what: string): string {
    const key = `${name} ${causeOf(what)}`;
    if (!isRelation || this.#found.has(key)) return key;
    const isPartOf = (known: string) => {
      const names = new Set(wordsIn(known));
      return wordsIn(key).every((word) => names.has(word));
    };
    return [...this.#found.keys()].find(isPartOf) ?? key;
  }

  get count(): number {
    return this.#found.size;
  }

  /** Another run begins. */
  beginRun(): void {
    if (this.#ofCases().length > 0) this.#runsSince++;
    this.#isTimedRun = false;
  }

  /**
   * Keeps a failure; of several with the same cause the smallest, as if the first run had found it, and in how many runs.
   *
   * @returns true when there was none like it.
   */
  add(found: Found<Event>): boolean {
    const key = this.#keyOf(found.oracle, found.violation.what);
    const known = this.#found.get(key);
    const isTimedOne = isTimed(found.violation);
    if (isTimedOne || (this.#isSlowToStart && endsProcess(found.violation)))
      this.#furtherRuns = furtherCostlyRuns;
    this.#isTimedRun ||= isTimedOne;
    if (known === undefined) this.#runsSince = 0;
    const smallest = known === undefined || found.bytes < known.bytes ? found : known;
    this.#found.set(key, {
      ...smallest,
      run: known?.run ?? found.run,
      count: (known?.count ?? 0) + (this.#lastRuns.get(key) === found.run ? 0 : 1),
    });
    this.#lastRuns.set(key, found.run);
    return known === undefined;
  }

  /** True when no further failures are to be looked for. */
  isEnough(): boolean {
    return (
      this.isOver() ||
      this.#isAtEnd() ||
      this.#ofCases().length >= this.#maxFailures ||
      this.#runsSince > this.#furtherRuns
    );
  }

  #isAtEnd(): boolean {
    return [...this.#found.values()].some(({ oracle }) => oracle.endsSearch === true);
  }

  /** True when no further failures are to be looked for in this run: its other cases would take all their time as well. */
  isEnoughOfRun(): boolean {
    return this.#isTimedRun || this.isEnough();
  }

  /** True when the time is used up. */
  isOver(): boolean {
    return performance.now() > this.#endsAt;
  }

  /** The failures to tell, in the order in which they were found. */
  toTell(): readonly Found<Event>[] {
    const ofDeployment = [...this.#found.values()].filter(({ oracle }) => oracle.judgesDeployment === true);
    return [...ofDeployment, ...this.#ofCases().slice(0, this.#maxFailures)];
  }

  /** What was found in cases: what is wrong with the deployment ends no search. */
  #ofCases(): readonly Found<Event>[] {
    return [...this.#found.values()].filter(({ oracle }) => oracle.judgesDeployment !== true);
  }
}

/** True where the instance had to be started again: it ended, or had too much memory. */
function endsProcess({ execution }: Violation<unknown>): boolean {
  return execution.invocations.some(
    ({ outcome: { statusCode } }) => statusCode === 439 || statusCode === 434,
  );
}

/** The words of a cause: the name of the oracle, what was compared, and the names of the calls. */
function wordsIn(cause: string): string[] {
  return cause.split(/[ ,]+/);
}
