import { deployed } from '../domain/http/deployed.js';
import { Misuse } from '../kernel/misuse.js';
import type { OptionSpecs } from '../kernel/trigger.js';
import { watchThroughout } from '../runtime/invoke.js';
import { defaultInitTimeoutMs, type FunctionHost } from '../runtime/runtime.js';
import type { OwnProcess } from '../runtime/runtimes.js';
import type { FuzzOptions } from './fuzzOptions.js';
import { planOf } from './planOf.js';
import { ownChance } from './play/chance/ownChance.js';
import { watchBuiltins } from './play/effects/builtins.js';
import { guardEgress } from './play/effects/egress.js';
import { recordFiles } from './play/effects/fileEffects.js';
import { keepProcess } from './play/effects/keptProcess.js';
import { watchLocale } from './play/effects/locale.js';
import { watchZone } from './play/effects/zone.js';
import type { HandlerFactory } from './play/execution.js';
import { restingWatchdog } from './play/restingWatchdog.js';
import { createWatchdog, type Watchdog } from './play/watchdog.js';
import type { FuzzResult } from './search/result.js';
import { type StoredCase, search } from './search/search.js';

/**
 * Tries what the platform may deliver on a handler, and shrinks what breaks it.
 *
 * @returns the failures, each told once; nothing is thrown for them.
 * @throws Misuse when an option cannot be fulfilled.
 */
export async function findFailures<Event, Specs extends OptionSpecs, World = undefined>(
  factory: HandlerFactory<Event, World> | OwnProcess,
  options: FuzzOptions<Event, Specs, World>,
  stored: readonly StoredCase<Event>[] = [],
): Promise<FuzzResult<Event>> {
  return findFailuresWith({}, factory, options, stored);
}

/** What a search of ours has otherwise than one of a user. */
export interface SearchMeans {
  /** Closed when the search ends. */
  readonly watchdog?: Watchdog;
  /** False tells what is found as it was drawn, which takes less than half the time. */
  readonly isShrinking?: boolean;
}

/** Does so by other means. */
export async function findFailuresWith<Event, Specs extends OptionSpecs, World = undefined>(
  { watchdog: given, isShrinking = true }: SearchMeans,
  factory: HandlerFactory<Event, World> | OwnProcess,
  options: FuzzOptions<Event, Specs, World>,
  stored: readonly StoredCase<Event>[] = [],
): Promise<FuzzResult<Event>> {
  const releases: (() => void)[] = [];
  const runsHere = typeof factory === 'function' || hasCodeHere(options);
  const watchdog = given ?? (runsHere ? createWatchdog() : restingWatchdog);
  let host: FunctionHost | undefined;
  try {
    if (typeof factory !== 'function') host = await hostOf(factory, options);
    const create = typeof factory === 'function' ? factory : noFactory;
    const plan = { ...planOf(create, deployedOptions(options), watchdog, host), isShrinking };
    if (runsHere) releases.push(...(await watchCodeHere(options)));
    if (host === undefined) releases.push(watchThroughout());
    releases.push(() => plan.setting.subject.resources?.end());
    const result = await search(plan, stored);
    return { ...result, warnings: [...result.warnings, ...(host?.notes ?? [])] };
  } finally {
    await host?.close();
    await watchdog.close();
    for (const release of releases.reverse()) release();
  }
}

/** True where functions of the test run between the events of a function that is in a process of its own. */
function hasCodeHere<Event, Specs extends OptionSpecs, World>({
  setup,
  reference,
  http,
}: FuzzOptions<Event, Specs, World>): boolean {
  return [setup, reference, http].some((given) => typeof given === 'function');
}

/** Watches what code does that runs in this process; the functions that are given back end it, in reverse order. */
async function watchCodeHere<Event, Specs extends OptionSpecs, World>({
  http,
}: FuzzOptions<Event, Specs, World>): Promise<(() => void)[]> {
  const releases = http === false ? [] : [await recordRequests()];
  guardEgress();
  return [
    ...releases,
    keepProcess(),
    recordFiles(),
    watchBuiltins(),
    watchLocale(),
    watchZone(),
    ownChance(),
  ];
}

/** What starts a function in processes of its own, of which nothing leaves this machine. */
function hostOf<Event, Specs extends OptionSpecs, World>(
  { runtime, found }: OwnProcess,
  {
    runtime: version,
    program,
    command,
    port,
    initTimeoutMs = defaultInitTimeoutMs,
    http,
    allow = [],
    allowRun = [],
  }: FuzzOptions<Event, Specs, World>,
): FunctionHost | Promise<FunctionHost> {
  const isKept = runtime.keepsReach(found);
  if (!isKept) requireFreeReach(found.spec, allow);
  const reach = http === false || !isKept ? undefined : { net: allow, run: allowRun };
  return runtime.host(found, {
    deployed: false,
    initTimeoutMs,
    timeZone: 'UTC',
    version,
    program,
    command,
    port,
    reach,
    reusesProcesses: true,
  });
}

/** Says that all that a function sends leaves this machine, unless the user has said so. */
function requireFreeReach(spec: string, allow: readonly string[]): void {
  if (allow.includes('*')) return;
  throw new Misuse(
    'REACH_NOT_KEPT',
    `Cannot fuzz ${spec}: what a function of this sort sends really leaves this machine, a few thousand times. Give it addresses where that does no harm (--env), and allow it: --allow-net '*'.`,
  );
}

/** Stands for the handler of a function that is in another process. */
function noFactory(): never {
  throw new Misuse('NO_FACTORY', 'Cannot make a handler: the function runs in a process of its own.');
}

/** The options with the trigger as the deployment has it. */
function deployedOptions<Event, Specs extends OptionSpecs, World>(
  options: FuzzOptions<Event, Specs, World>,
): FuzzOptions<Event, Specs, World> {
  const { deployment, trigger } = options;
  return deployment === undefined ? options : { ...options, trigger: deployed(trigger, deployment) };
}

/** Records HTTP requests by msw, which takes long to load. */
async function recordRequests(): Promise<() => void> {
  const { recordHttp } = await import('./play/effects/httpEffects.js');
  return recordHttp();
}
