import type { Shrinkable } from '../arbitraries/shrinkable.js';
import type { Case, Oracle, Violation } from '../oracles/oracle.js';
import type { Subject } from '../play/execution.js';
import type { Failure } from './result.js';
import { type TrialSetting, trialOf } from './trial.js';

const maxTries = 400;
/** Processor time, so that a busy machine shrinks as far as another. */
const maxCpuMs = 4000;
/** As many starts of a function whose starts take long: what ends its process takes at least one for each try. */
const maxStarts = 60;
/** As many tries of a case that stops or outlasts the handler, each of which takes all the time that it may. */
const maxTimedTries = 40;
/** How long a handler may compute, and how long it may take, while a case shrinks that stops or outlasts it. */
const [hastyBlockMs, hastyTimeoutMs] = [200, 400];

/** A case of which an oracle complains. */
export interface Found<Event> {
  readonly oracle: Oracle;
  readonly violation: Violation<Event>;
  readonly shrinkable: Shrinkable<Case<Event>>;
  readonly bytes: number;
  readonly run: number;
  /** In how many cases the oracle complained of the same; 1 when left out. */
  readonly count?: number;
}

/** True where a busy machine can be the reason; such a violation counts when it comes again. */
export function isTimed({ execution, compared }: Violation<unknown>): boolean {
  const invocations = [...execution.invocations, ...(compared?.invocations ?? [])];
  return invocations.some(
    ({ outcome, stopped }) =>
      stopped !== undefined || outcome.statusCode === 433 || (outcome.ok && outcome.answeredBy === 'idle'),
  );
}

/**
 * Judges once more what was stopped for computing, now with all the time that the function has: only what still has no
 * end is told. One that does come to its end may compute for so long from then on.
 */
export async function judgedInFull<Event, World>(
  { watchdog, timeoutMs }: Subject<Event, World>,
  { execution, compared }: Violation<Event>,
  judge: () => Promise<Violation<Event> | undefined>,
): Promise<Violation<Event> | undefined> {
  const { allowedMs } = watchdog;
  const fullMs = Math.min(timeoutMs, watchdog.mostMs);
  const invocations = [...execution.invocations, ...(compared?.invocations ?? [])];
  const isStopped = invocations.some(({ stopped }) => stopped === 'computing');
  if (!isStopped || fullMs <= allowedMs) return await judge();
  watchdog.allow(fullMs);
  const again = await judge();
  if (again !== undefined) watchdog.allow(allowedMs);
  return again;
}

/** Makes a failing case as small as it gets with the same oracle saying the same. */
export async function shrunk<Event, World>(
  setting: TrialSetting<Event, World>,
  found: Found<Event>,
): Promise<Failure<Event>> {
  const { signer } = setting;
  const completed =
    signer?.hasSigned(found.shrinkable.value) === true
      ? (one: Shrinkable<Case<Event>>) => signer.signed(one)
      : undefined;
  const small = isTimed(found.violation)
    ? await smallestInHaste(setting, found, completed)
    : await smallest(setting, found, completed);
  return failureOf({ ...found, ...small });
}

/** What was found, as a result tells it. */
export function failureOf<Event>({
  oracle,
  violation: { what, detail, execution, compared },
  shrinkable,
  run,
  count = 1,
  shrinks = 0,
}: Pick<Found<Event>, 'oracle' | 'violation' | 'shrinkable' | 'run' | 'count'> & {
  readonly shrinks?: number;
}): Failure<Event> {
  return {
    oracle: oracle.name,
    what,
    detail,
    case: shrinkable.value,
    execution,
    get story() {
      return execution;
    },
    ...(compared === undefined ? {} : { compared }),
    run,
    count,
    shrinks,
  };
}

/** Gives a smaller case what its caller would write besides, such as a signature. */
type Completed<Event> = (one: Shrinkable<Case<Event>>) => Promise<Shrinkable<Case<Event>>>;

type Small<Event> = Pick<Found<Event>, 'violation' | 'shrinkable'> & { readonly shrinks: number };

/** Shrinks with little patience, since every try takes as long as it lasts, and looks at the end with all of it. */
async function smallestInHaste<Event, World>(
  setting: TrialSetting<Event, World>,
  found: Found<Event>,
  completed: Completed<Event> | undefined,
): Promise<Small<Event>> {
  const { subject, reference } = setting;
  const hasty = <Part extends { readonly timeoutMs: number }>(part: Part): Part => ({
    ...part,
    timeoutMs: Math.min(part.timeoutMs, hastyTimeoutMs),
  });
  const { watchdog } = subject;
  const { allowedMs } = watchdog;
  watchdog.allow(Math.min(allowedMs, hastyBlockMs));
  const small = await smallest(
    {
      ...setting,
      subject: hasty(subject),
      reference: reference === undefined ? undefined : hasty(reference),
    },
    found,
    completed,
  );
  watchdog.allow(allowedMs);
  const violation = await judgedInFull(subject, found.violation, () =>
    found.oracle.judge(trialOf(setting, small.shrinkable.value)),
  );
  return violation?.what === found.violation.what
    ? { ...small, violation }
    : { ...found, shrinks: small.shrinks };
}

function cpuMsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function smallest<Event, World>(
  setting: TrialSetting<Event, World>,
  { oracle, ...found }: Found<Event>,
  completed: Completed<Event> | undefined,
): Promise<Small<Event>> {
  let { violation, shrinkable } = found;
  const start = process.cpuUsage();
  const tries = isTimed(violation) ? maxTimedTries : maxTries;
  const mostStarts =
    setting.subject.hosted?.host.isSlowToStart === true ? maxStarts : Number.POSITIVE_INFINITY;
  let shrinks = 0;
  let starts = 0;
  const seen = new Set<string>();
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const smallerOne of shrinkable.shrinks()) {
      if (shrinks >= tries || starts >= mostStarts || cpuMsSince(start) > maxCpuMs) break;
      const candidate = completed === undefined ? smallerOne : await completed(smallerOne);
      const text = JSON.stringify(candidate.value);
      if (text.length < 100_000) {
        if (seen.has(text)) continue;
        seen.add(text);
      }
      shrinks++;
      const judge = async () => {
        const trial = trialOf(setting, candidate.value);
        const judged = await oracle.judge(trial);
        starts += trial.countStarts();
        return judged;
      };
      const again = await judge();
      if (again?.what !== violation.what) continue;
      // A smaller case that fails by chance would be lost on the next run.
      if ((await judge())?.what !== violation.what) continue;
      violation = again;
      shrinkable = candidate;
      smaller = true;
      break;
    }
  }
  return { violation, shrinkable, shrinks };
}
