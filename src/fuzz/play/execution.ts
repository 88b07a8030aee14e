import type { DeliveryRules } from '../../kernel/delivery.js';
import type { Outcome, ScfHandler } from '../../runtime/index.js';
import type { Outside } from '../../runtime/outside.js';
import type { Stopwatch } from '../../runtime/realTime.js';
import type { FunctionHost } from '../../runtime/runtime.js';
import type { ChanceSeed } from './chance/chance.js';
import type { Attempt, Delivered, Delivery } from './delivery.js';
import type { DatabaseFacts, OwnDatabases } from './effects/databases/ownDatabases.js';
import type { EffectCall, EffectKindOf } from './effects/effectKind.js';
import type { Allowed, HttpAnswer } from './effects/recorder.js';
import type { StartedResources } from './effects/startedResources.js';
import type { LoadMeter } from './loadMeter.js';
import type { OpenThings } from './openThings.js';
import type { TrafficMeter } from './trafficMeter.js';
import type { StopReason, Watchdog } from './watchdog.js';
import type { WorldState } from './world.js';

/** Makes a handler; called for every cold start. */
export type HandlerFactory<Event, World> = (world: World) => ScfHandler<Event> | Promise<ScfHandler<Event>>;

/** A function under test that runs in processes of its own. */
export interface Hosted {
  readonly host: FunctionHost;
  /** Hears what is read of its events, where somebody wants to know. */
  readonly onRead?: Outside['read'];
}

/** A handler under test, and the world it lives in. */
export interface Subject<Event, World> {
  /** Makes the handler of an instance, which is known by its number. */
  readonly create: (world: World, instance: number) => ScfHandler<Event> | Promise<ScfHandler<Event>>;
  /** The handler of an instance that was made for an execution before; undefined where each makes its own. */
  readonly made?: (instance: number) => ScfHandler<Event> | Promise<ScfHandler<Event>> | undefined;
  /** Set for a function that no factory makes. */
  readonly hosted?: Hosted | undefined;
  /** Processor time that loading has taken. */
  readonly loads: LoadMeter;
  readonly traffic: TrafficMeter;
  /** Servers and intervals that its instances start. */
  readonly resources?: StartedResources | undefined;
  /** False where nobody makes a world. */
  readonly hasWorld: boolean;
  /** Makes the outside world; called once for every execution. */
  setup(): World | Promise<World>;
  /** What the world holds, where somebody tells. */
  readonly stateOf?: ((world: World) => unknown) | undefined;
  readonly teardown?: ((world: World) => unknown) | undefined;
  readonly rules: DeliveryRules<Event>;
  readonly effectKindOf: EffectKindOf | undefined;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Environment variables of the function. */
  readonly env: Readonly<Record<string, string>>;
  /** The only directory that files may be written to, where one is named. */
  readonly directory: string | undefined;
  /** Where its code lies, which cannot be written; undefined where nobody knows. */
  readonly codeFolder?: string | undefined;
  /** Makes what answers the HTTP requests of an execution; undefined lets them pass. */
  readonly http: (() => HttpAnswer) | undefined;
  /** Makes the databases of an execution. */
  readonly databases: (facts: DatabaseFacts) => OwnDatabases;
  /** What may leave the process. */
  readonly allowed: Allowed;
  readonly watchdog: Watchdog;
  /** Measures its time limit. */
  readonly stopwatch: Stopwatch;
  /** What the chance and the clock of its executions are made of. */
  readonly chance: ChanceSeed;
  /** Hears of every loading and every invocation before it begins. */
  readonly onCall: ((delivery: Delivery<Event>) => void) | undefined;
}

/** One invocation of an execution. */
export interface Invocation<Event> {
  readonly attempt: Attempt<Event>;
  readonly outcome: Outcome;
  /** Why the handler had to be stopped, if it had: it computed without a pause, or took too much memory. */
  readonly stopped: StopReason | undefined;
  /** Where the handler was when it had to be stopped, if that could be seen: `check (/app/index.js:12:5)`. */
  readonly stoppedAt?: string;
  readonly calls: readonly EffectCall[];
  /** Names that the handler added to or changed in the prototypes everybody shares. */
  readonly polluted: readonly string[];
  /** What is lost in what it answers and writes: `NaN at total`. */
  readonly lost: readonly string[];
  /** Numbers that it sorted as texts, as JSON. */
  readonly sortedAsTexts: readonly string[];
  /** What it computes depends on the locale of the process. */
  readonly followsLocale: boolean;
  /** What its process has open after it, all of it where several events come; undefined for one of its own, of which that is not seen. */
  readonly open?: OpenThings;
}

/** What happened when a delivery was played. */
export interface Execution<Event, World = unknown> {
  readonly delivery: Delivery<Event>;
  readonly invocations: readonly Invocation<Event>[];
  /** @deprecated Use `invocations`. */
  readonly visits: readonly Invocation<Event>[];
  readonly delivered: readonly Delivered[];
  /** All outside calls in the order in which they reached the other side. */
  readonly calls: readonly EffectCall[];
  /** Outside calls that were made while the handler was loaded, on any of its instances. */
  readonly loadCalls: readonly EffectCall[];
  readonly world: World;
  /** What the clock of the function shows at the start, in milliseconds. */
  readonly startMs: number;
  /** What the function does may depend on the time zone of its process. */
  readonly followsZone: boolean;
  /** It may depend on what its process draws when it starts; false where its code says that it does not. */
  readonly followsSeed: boolean;
  /** It may keep something of an event for the next one; false where its code says that it does not. */
  readonly remembers: boolean;
  /** What the world held in the end, as JSON: the items of each of its parts. */
  readonly state?: WorldState;
}

/** The code of the Misuse for a factory that makes no handler. */
export const noHandler = 'NO_HANDLER';
