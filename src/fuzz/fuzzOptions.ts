import type { Deployment } from '../domain/http/deployment.js';
import type { OptionSpecs, Trigger } from '../kernel/trigger.js';
import type { CodeProblem, ScfHandler, ScfRuntime } from '../runtime/index.js';
import type { ArbitraryOptions } from './arbitraries/arbitraryOf.js';
import type { DeliveryMix } from './arbitraries/deliveriesOf.js';
import type { EffectKindOf, TraceOf } from './play/effects/effectKind.js';
import type { Answers } from './play/effects/givenAnswers.js';
import type { effect, HttpAnswer } from './play/effects/recorder.js';
import type { Execution } from './play/execution.js';
import type { SearchJournal } from './search/journal.js';

/** What a factory's world is made with. */
export interface WorldTools {
  readonly effect: typeof effect;
}

/** An invocation that succeeded, as a property sees it once all that was to be delivered has been. */
export interface Seen<Event, World> {
  readonly event: Event;
  /** What the handler answered. */
  readonly result: unknown;
  /** All that happened: one event on a fresh instance, or a drawn delivery. */
  readonly execution: Execution<Event, World>;
  /** @deprecated Use `execution`. */
  readonly story: Execution<Event, World>;
  readonly world: World;
}

/** How to fuzz. */
export type FuzzOptions<Event, Specs extends OptionSpecs, World> = ArbitraryOptions<Event, Specs> & {
  readonly trigger: Trigger<Event, Specs>;
  /**
   * Facts of the deployment that events and the judging of answers follow: the path of the API, its stage, integrated
   * response or passthrough, Base64, CORS.
   *
   * @throws Misuse INVALID_DEPLOYMENT for a fact that the trigger has not, or that is none.
   */
  readonly deployment?: Deployment;
  /** How many cases to try, 100 when left out. */
  readonly runs?: number;
  /** Any text or number; 42 when left out. Case k depends on the seed and k alone. */
  readonly seed?: string | number;
  /** Only every so-many-th case: shard 1 of 3 tries the cases 0, 3, 6, … */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Makes the outside world of an execution from stubs; what it gives is passed to the factory. */
  readonly setup?: (tools: WorldTools) => World | Promise<World>;
  /**
   * Tells, as JSON, what the world holds when all that was to be delivered has been: `{ orders: […] }`, a list for each
   * table. Where deliveries are compared by what they leave behind, it is compared as well, the items of a list in any
   * order.
   */
  readonly stateOf?: (world: World) => unknown;
  /** Takes the world of an execution away; called for every world that was made, also when the handler has failed. */
  readonly teardown?: (world: World) => unknown;
  /** What holds for every invocation that succeeds: false, or an error, is a failure. */
  readonly property?: (seen: Seen<Event, World>) => unknown;
  /** A handler that is known to be right, to compare with. */
  readonly reference?: (world: World) => ScfHandler<Event> | Promise<ScfHandler<Event>>;
  /**
   * True, or what may happen, lets every run play a drawn delivery as well, as `deliveriesOf` draws them: several
   * events, batches in parts, the same again, several at once, outside calls that fail. The property is asked about
   * every invocation of it that succeeds, and the reference must answer the same and leave the same behind.
   *
   * @throws Misuse DELIVERIES_WITHOUT_JUDGE when neither is given.
   */
  readonly deliveries?: boolean | DeliveryMix;
  /** Oracles to leave out, by name, with the reason; or `true` to ask for no more than the names. */
  readonly oracles?: Readonly<Record<string, boolean | { readonly off: string }>>;
  /**
   * Zones to compare; when left out UTC, Asia/Shanghai, America/New_York, and two that are 25 hours apart, so that a
   * day in local time shows at any hour.
   */
  readonly timeZones?: readonly string[];
  /**
   * Answers the handler's HTTP requests, which never leave this process (by msw); false leaves them alone, for
   * tests with a server of their own. When left out, success, in the shape that the handler reads: what is sent to an
   * address with PUT can be read from there again. What hangs on such an answer is a note, no failure.
   */
  readonly http?: HttpAnswer | false;
  /** What requests are answered, by `METHOD address`; those that fit none are answered as `http` says. */
  readonly answers?: Answers;
  /**
   * What the handler may connect to, each as `host:port`, `host`, or the path of a socket; nothing when left out. All
   * else is refused and told: nothing leaves this process. Servers of this process may be reached in any case.
   */
  readonly allow?: readonly string[];
  /** Programs that the handler may start, by name or path, and `worker` for threads; none when left out. */
  readonly allowRun?: readonly string[];
  /** What an outside call leaves behind, by its name and arguments; guessed by the name when left out. */
  readonly effectKindOf?: EffectKindOf;
  /** @deprecated Use `effectKindOf`. */
  readonly traceOf?: TraceOf;
  /**
   * The only directory that files may be written to. When left out, every execution has a temporary directory of its own,
   * which `/tmp` means to the handler. A change elsewhere fails with EROFS.
   */
  readonly directory?: string;
  /** Environment variables of the function. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the platform calls the runtime of a function that lies in a file. Where it is named, code that it does not load is a failure, and a note otherwise. */
  readonly runtime?: ScfRuntime;
  /** The program that runs a function in another language, such as the path of a Python; found on the PATH when left out. */
  readonly program?: string;
  /** What starts the server of an image function, whose name may then be any folder; what its Dockerfile says when left out. */
  readonly command?: readonly string[];
  /** The port of an image function; 9000, or a free one where that is taken, when left out. */
  readonly port?: number;
  /** Memory size in MB, 128 when left out; enforced in a process of its own. */
  readonly memoryMb?: number;
  /** How long a function in a process of its own may take until it is ready, in milliseconds; 65,000 when left out. */
  readonly initTimeoutMs?: number;
  /** Time limit of one invocation, 3000 when left out: of the time in which it waits and a fifth of what it computes. */
  readonly timeoutMs?: number;
  /**
   * True makes the handler once and keeps it for all cold starts, which saves time where a start is slow. What it
   * keeps in memory is then shared by all cases, so `warm-cold` is not asked. Only for handlers without `setup`.
   */
  readonly reuse?: boolean;
  /** False draws events without a look at the handler's code and at what it reads; the default looks. */
  readonly learn?: boolean;
  /** The handler's code, where it lies in a file. */
  readonly source?: string;
  /** The folder that the handler lies in, where it lies in a file: nothing can be written there, wherever it is. */
  readonly codeFolder?: string;
  /** What the handler's files say of the runtime that is to run them, where it lies in files. */
  readonly codeProblems?: readonly CodeProblem[];
  /** Stops looking at the handler and trying new cases after so many milliseconds; cases from the store are tried in any time. */
  readonly budgetMs?: number;
  /** Looks for no further failures once so many different ones are found, 5 when left out. */
  readonly maxFailures?: number;
  /** Hears what is tried and found while the search goes on, for a program that outlives it. */
  readonly journal?: SearchJournal<Event>;
  /** @deprecated Use `maxFailures`. */
  readonly mostFailures?: number;
};
