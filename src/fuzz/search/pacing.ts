import type { Subject } from '../play/execution.js';

/**
 * Processor time of loading, in milliseconds, that leaves every run its case that is delivered in every way, for which
 * a handler is loaded and called some sixty times: a hundred runs take less than a minute of it.
 */
const quickMs = 6;
/** So many times fewer starts are needed where only what judges memory has instances of its own. */
const warmTimes = 5;
/** What it takes to pass on and compare what a handler sends. */
const msOfMegabyte = 8;
/** What a case by itself may take of that without any being left out. */
const quickCaseMs = 20;

/** Of how many one is taken: in steps, so that one machine decides as another. */
const runSteps = [1, 2, 5, 10, 25, 100];
const caseSteps = [1, 2, 5];

type PacedSubject = Pick<Subject<unknown, unknown>, 'loads' | 'traffic' | 'hosted'>;

/** How many cases a handler is worth that is slow to load, or passes on megabytes. */
export class Pacing {
  readonly #subject: PacedSubject;
  readonly #quickMs: number;

  /** @param isKept whether most of what such a case needs is played on instances that are warm. */
  constructor(subject: PacedSubject, isKept = false) {
    this.#subject = subject;
    this.#quickMs = isKept ? warmTimes * quickMs : quickMs;
  }

  /** Of how many runs one has a case that is delivered in every way. */
  get runsPerThorough(): number {
    return step(runSteps, (this.#subject.loads.medianMs + this.#trafficMs) / this.#quickMs);
  }

  /** Of how many cases of a run one is tried. */
  get casesPerTried(): number {
    return step(caseSteps, this.#trafficMs / quickCaseMs);
  }

  /** What was left out, and why. */
  warnings(): string[] {
    const { runsPerThorough, casesPerTried } = this;
    if (runsPerThorough === 1 && casesPerTried === 1) return [];
    const { loads, traffic, hosted } = this.#subject;
    // A process may do more until it takes events than load a module.
    const start =
      hosted === undefined
        ? { what: 'Loading the handler', advice: 'Load less at the top of the module' }
        : { what: 'Starting the function', advice: 'Do less when it starts' };
    const isSlowToLoad = loads.medianMs > this.#trafficMs;
    const why = isSlowToLoad
      ? `${start.what} takes ${Math.round(loads.medianMs)} ms of processor time`
      : `The handler sends, writes and answers ${traffic.meanMegabytes.toFixed(1)} MB for each event`;
    const also = casesPerTried === 1 ? '' : `, and one of ${casesPerTried} cases was tried`;
    const advice = isSlowToLoad ? `${start.advice}, or take more --runs.` : 'Take more --runs.';
    return [
      `${why}, so that only one of ${runsPerThorough} runs had a case that was delivered in every way${also}. ${advice}`,
    ];
  }

  get #trafficMs(): number {
    return this.#subject.traffic.meanMegabytes * msOfMegabyte;
  }
}

function step(steps: readonly number[], wanted: number): number {
  return steps.find((one) => one >= wanted) ?? (steps.at(-1) as number);
}
