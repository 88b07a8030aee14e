import type { Execution } from '../play/execution.js';
import { packageWithout } from '../play/missingPackage.js';
import { webAnswerIn } from '../play/webAnswerIn.js';

/** With fewer cases next to nothing was tried. */
const minCases = 10;
/** A handler that fails on more than this share of all events was not reached. */
const maxFailing = 0.9;
/** A server that knows nothing of more than this share of all paths was not reached either. */
const maxUnknown = 0.9;
const notFound = 404;
/** A handler that has let its time run out on so many events, and done nothing on all others, is not worth waiting for. */
const hopelessCases = 3;
/** How many refused calls are told by name. */
const maxRefusals = 5;
/** Of long answers, as much is compared. */
const maxAnswer = 1000;

/** What can be done where little was seen. */
interface Advice {
  readonly weak: string;
  readonly unseen: string;
  /** Beside allowing it. */
  readonly refused: string;
}

const inNode: Advice = {
  weak: 'Wrap stubs of what it calls in effect(name, fn), or let it make HTTP requests.',
  unseen: 'Wrap stubs in effect(name, fn), or make HTTP requests.',
  refused: ', or wrap a stub in effect()',
};
const inProcess: Advice = {
  weak: 'Let it make its HTTP requests, which are seen (--answers tells what they are answered): calls by other protocols are refused.',
  unseen: 'Let it make its HTTP requests, which are seen; --answers tells what they are answered.',
  refused: '',
};

/** Counts what became of each case by itself, and keeps nothing of it that may be large. */
export class Exercise {
  /** Somebody reads what the handler answers. */
  readonly #isAnswerRead: boolean;
  readonly #advice: Advice;
  #cases = 0;
  #failed = 0;
  #timedOut = 0;
  /** Cases on which nothing was done, and nothing was left that could do it. */
  #idle = 0;
  /** Answers of a server that knows no such path. */
  #unknown = 0;
  #hasCalls = false;
  /** What the first world held in the end, where that is told. */
  #state: string | undefined;
  #hasAttempts = false;
  readonly #answers = new Set<string>();
  readonly #errors = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  /** What is told of packages that are not installed here, with how many events failed without each. */
  readonly #missing = new Map<string, number>();

  /** @param subject `isHosted`: the function runs in a process of its own, in any language. */
  constructor({
    isAnswerRead,
    isHosted = false,
  }: { readonly isAnswerRead: boolean; readonly isHosted?: boolean }) {
    this.#isAnswerRead = isAnswerRead;
    this.#advice = isHosted ? inProcess : inNode;
  }

  /** @param options `isOfRoute`: the code names a route for the request, so that a 404 is what it answers itself. */
  add(
    { invocations, calls, loadCalls, state }: Execution<unknown>,
    { isOfRoute = false }: { readonly isOfRoute?: boolean | undefined } = {},
  ): void {
    const [first] = invocations;
    if (first === undefined) return;
    const { outcome } = first;
    this.#cases++;
    this.#hasCalls ||= first.calls.some(({ state }) => state !== 'blocked');
    this.#hasAttempts ||= invocations.some((invocation) => invocation.calls.length > 0);
    if (state !== undefined) this.#addState(JSON.stringify(state));
    if (webAnswerIn(outcome)?.statusCode === notFound && !isOfRoute) this.#unknown++;
    if (outcome.ok && outcome.answeredBy === 'idle' && calls.length === 0) this.#idle++;
    if (outcome.ok) this.#answers.add(`${outcome.json.length} ${outcome.json.slice(0, maxAnswer)}`);
    else {
      this.#failed++;
      if (outcome.statusCode === 433) this.#timedOut++;
      this.#answers.add(`${outcome.statusCode}`);
      const said = 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : outcome.status;
      count(this.#errors, firstLine(said).slice(0, 200));
      const missing = packageWithout(first);
      if (missing !== undefined)
        count(this.#missing, `${missing.name}, which is not installed here: ${missing.install}`);
    }
    for (const { name, args, state } of [...calls, ...loadCalls]) {
      if (state !== 'blocked') continue;
      const [shown] = Array.isArray(args) ? args : [];
      count(this.#refused, shown === undefined ? name : `${name} ${JSON.stringify(shown)}`);
    }
  }

  /** Worlds that hold now this and now that were changed by the handler. */
  #addState(state: string): void {
    this.#state ??= state;
    if (this.#state === state) return;
    this.#hasCalls = true;
    this.#hasAttempts = true;
  }

  /** True where more events would only take more time: the handler waits on each for what does not come. */
  get isHopeless(): boolean {
    return this.#timedOut >= hopelessCases && this.#timedOut + this.#idle === this.#cases;
  }

  /**
   * Why a run that has found nothing proves little; empty where it proves something.
   *
   * @param options `isCutShort`: the time was used up before all runs were made.
   */
  weakness({ isCutShort }: { readonly isCutShort: boolean }): string[] {
    const cases = this.#cases;
    if (cases === 0) return ['No case was tried.'];
    const [[missing, times] = ['', 0]] = [...this.#missing];
    if (times / cases > maxFailing) {
      return [
        `The handler failed on ${times} of ${cases} events for want of the package ${missing}. It may be in a layer on the platform, or come with the runtime, which is not tried here.`,
      ];
    }
    if (this.isHopeless) {
      return [
        `The handler waited until its time was over on ${this.#timedOut} of ${cases} events${this.#idle > 0 ? ', and did nothing on the others' : ''}, so that no more were tried. Give it what it waits for, or let it reach it.`,
      ];
    }
    if (this.#failed / cases > maxFailing) {
      return [
        `The handler failed on ${this.#failed} of ${cases} events (mostly ${this.#mostSaid()}), so that next to nothing of it was tried. Give a payload, overrides or examples that it accepts, or what it needs to run.`,
      ];
    }
    if (cases >= minCases && this.#unknown / cases > maxUnknown) {
      return [
        `The server answered 404 to ${this.#unknown} of ${cases} requests, so that next to nothing of it was tried: its routes are not known. Fix a path by overrides ({ path: '/orders' }), give requests to it as examples, or describe its routes in openapi.json in its folder.`,
      ];
    }
    const reasons: string[] = [];
    if (isCutShort && cases < minCases)
      reasons.push(
        `Only ${cases} ${cases === 1 ? 'case was' : 'cases were'} tried in the time that was given.`,
      );
    if (!this.#hasCalls && !this.#isAnswerRead)
      reasons.push(
        `No effect of the handler was seen, and nobody reads what it answers. ${this.#advice.weak}`,
      );
    else if (!this.#hasCalls && this.#answers.size === 1 && cases >= minCases)
      reasons.push(`All ${cases} events came to the same answer: the handler may not look at its event.`);
    return reasons;
  }

  /** What else a reader should know. */
  warnings(): string[] {
    const refusals = [...this.#refused]
      .slice(0, maxRefusals)
      .map(
        ([name, times]) => `${name} was refused ${timesText(times)}: ${remedy(name)}${this.#advice.refused}.`,
      );
    const isUnseen = !this.#hasAttempts && this.#isAnswerRead && this.#cases >= minCases;
    return isUnseen
      ? [
          ...refusals,
          `No outside call was seen, so that nothing is known about redelivery, retries and batches. ${this.#advice.unseen}`,
        ]
      : refusals;
  }

  #mostSaid(): string {
    const [most] = [...this.#errors].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? 'without a word';
  }
}

/** The first line that says something: some messages begin with an empty one, after the name of the error. */
function firstLine(said: string): string {
  const [first = '', ...others] = said.split('\n').map((line) => line.trim());
  const next = others.find((line) => line !== '');
  return first.endsWith(':') && next !== undefined ? `${first} ${next}` : first;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function timesText(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

function remedy(name: string): string {
  const [scheme, target] = name.split(' ');
  if (['mongodb', 'kafka'].includes(scheme ?? ''))
    return 'the server that is played here does not serve that. Allow a real one with --allow-net (allow)';
  const isProcess = !['tcp', 'tls', 'udp', 'dns', 'socket'].includes(scheme ?? '');
  return isProcess
    ? 'a handler that is fuzzed starts no other process or thread. Allow it by name with --allow-run (allowRun)'
    : `nothing leaves the process of a handler that is fuzzed. Allow it with --allow-net ${target} (allow)`;
}
