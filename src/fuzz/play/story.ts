import type { DeliveryRules } from '../../kernel/delivery.js';
import {
  createInstance,
  type Outcome,
  type ScfHandler,
  type ScfInstance,
  settled,
} from '../../runtime/index.js';
import { type Attempt, type Delivered, type Delivery, deliver } from './delivery.js';
import { Recorder, recorded } from './effects/recorder.js';
import type { EffectCall, TraceOf } from './effects/trace.js';
import { Stopped, type StopReason, type Watchdog } from './watchdog.js';

/** A handler under test, and the world it lives in. */
export interface Subject<Event, World> {
  /** Makes the handler; called once for every cold start. */
  create(world: World): ScfHandler<Event> | Promise<ScfHandler<Event>>;
  /** Makes the outside world; called once for every story. */
  setup(): World | Promise<World>;
  readonly rules: DeliveryRules<Event>;
  readonly traceOf: TraceOf | undefined;
  readonly timeoutMs: number;
  /** Environment variables of the function. */
  readonly env: Readonly<Record<string, string>>;
  readonly watchdog: Watchdog;
}

/** One invocation of a story. */
export interface Visit<Event> {
  readonly attempt: Attempt<Event>;
  readonly outcome: Outcome;
  /** Why the handler had to be stopped, if it had: it computed without a pause, or took too much memory. */
  readonly stopped: StopReason | undefined;
  readonly calls: readonly EffectCall[];
  /** Names that the handler added to or changed in the prototypes everybody shares. */
  readonly polluted: readonly string[];
  /** What is lost in what it answers and writes: `NaN at total`. */
  readonly lost: readonly string[];
  /** Numbers that it sorted as texts, as JSON. */
  readonly sortedAsTexts: readonly string[];
  /** What it computes depends on the locale of the process. */
  readonly followsLocale: boolean;
}

/** What happened when a delivery was played. */
export interface Story<Event, World = unknown> {
  readonly delivery: Delivery<Event>;
  readonly visits: readonly Visit<Event>[];
  readonly delivered: readonly Delivered[];
  /** All outside calls in the order in which they reached the other side. */
  readonly calls: readonly EffectCall[];
  readonly world: World;
}

const lateWorkMs = 50;

/** Plays a delivery: a fresh world, an instance for every number in the delivery, and every invocation on record. */
export async function play<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
): Promise<Story<Event, World>> {
  let story: Story<Event, World> | undefined;
  while (story === undefined) story = await playThrough(subject, delivery);
  return story;
}

/** The story, if the handler was not stopped while it only waited: then it wants playing again, with more patience. */
async function playThrough<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
): Promise<Story<Event, World> | undefined> {
  const world = await subject.setup();
  const instances = new Map<number, ScfInstance>();
  const visits: Visit<Event>[] = [];
  const calls: EffectCall[] = [];
  let stopped: StopReason | undefined;
  let waited = false;
  const source = {
    factory: async () =>
      guarded(await subject.create(world), subject.watchdog, ({ waited: again }) => {
        stopped = 'computing';
        waited ||= again;
      }),
  };
  const clock = clockOf(world);
  const before = snapshot();
  const restoreZone = inTimeZone(delivery.timeZone);
  try {
    const delivered = await deliver(delivery, subject.rules, async (attempt) => {
      const instance = instances.get(attempt.instance) ?? createInstance<Event>(source, { quiet: true });
      instances.set(attempt.instance, instance);
      const delayOf = (number: number) => (attempt.slow ? Math.max(1, 12 - 3 * number) : 1);
      const recorder = new Recorder(
        visits.length,
        attempt.fault,
        delayOf,
        subject.traceOf,
        calls,
        delivery.locale,
      );
      stopped = undefined;
      clock(attempt.atMs);
      const endWatch = subject.watchdog.watch();
      const outcome = await recorded(recorder, () =>
        instance.invoke(attempt.event, {
          context: { seed: `${attempt.step}` },
          timeoutMs: subject.timeoutMs,
          env: subject.env,
        }),
      );
      recorder.answer();
      const isLate = outcome.lateWork.length > 0;
      const settling = isLate ? await settled(outcome, { timeoutMs: lateWorkMs }) : outcome;
      stopped = endWatch() ?? stopped;
      // A compressor that is read in part ends by itself, sooner or later as the machine is busy.
      const lateWork = outcome.lateWork.filter(
        ({ kind }) => kind !== 'compression' || settling.lateWork.some((work) => work.kind === kind),
      );
      const withLate = { ...outcome, lateWork, lateErrors: settling.lateErrors };
      const { calls: own, lost, sortedAsTexts, followsLocale } = recorder;
      const polluted = restore(before);
      visits.push({
        attempt,
        outcome: withLate,
        stopped,
        calls: own,
        polluted,
        lost,
        sortedAsTexts,
        followsLocale,
      });
      // What computes for ever would do so again.
      return outcome.ok || stopped !== undefined;
    });
    return waited ? undefined : { delivery, visits, delivered, calls, world };
  } finally {
    restoreZone();
    await Promise.all([...instances.values()].map((instance) => instance.close()));
  }
}

/** Moves a world that keeps a clock of its own along the virtual clock of the delivery. */
function clockOf(world: unknown): (atMs: number) => void {
  let now = 0;
  return (atMs) => {
    const passed = atMs - now;
    if (passed <= 0 || typeof world !== 'object' || world === null) return;
    now = atMs;
    const advance: unknown = Reflect.get(world, 'advance');
    if (typeof advance === 'function') Reflect.apply(advance, world, [passed]);
  };
}

/** The handler, called under the eyes of the watchdog. */
function guarded<Event>(
  handler: ScfHandler<Event>,
  watchdog: Watchdog,
  onStopped: (thrown: Stopped) => void,
): ScfHandler<Event> {
  const start = (...args: Parameters<ScfHandler<Event>>): unknown => {
    try {
      return watchdog.start(() => handler(...args));
    } catch (error) {
      if (error instanceof Stopped) onStopped(error);
      throw error;
    }
  };
  const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';
  const wrapper: ScfHandler<Event> = isAsync
    ? async (...args) => start(...args)
    : (...args) => start(...args);
  return Object.defineProperty(wrapper, 'length', { value: handler.length });
}

const shared = [Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, Error].map(
  (type) => ({ name: type.name, prototype: type.prototype as object }),
);

/** The names in the prototypes that all code shares. */
function snapshot(): readonly ReadonlySet<string>[] {
  return shared.map(({ prototype }) => new Set(Object.getOwnPropertyNames(prototype)));
}

/** Takes back what was added to the shared prototypes, and tells it. */
function restore(before: readonly ReadonlySet<string>[]): string[] {
  const polluted: string[] = [];
  for (const [index, { name, prototype }] of shared.entries()) {
    const known = before[index] as ReadonlySet<string>;
    const names = Object.getOwnPropertyNames(prototype);
    if (names.length === known.size) continue;
    for (const added of names) {
      if (known.has(added)) continue;
      Reflect.deleteProperty(prototype, added);
      polluted.push(`${name}.prototype.${added}`);
    }
  }
  return polluted;
}

/** Sets the time zone of this process; the returned function sets the one before. Has no effect in a worker thread. */
function inTimeZone(zone: string | undefined): () => void {
  if (zone === undefined) return () => undefined;
  const before = process.env.TZ;
  process.env.TZ = zone;
  return () => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  };
}
