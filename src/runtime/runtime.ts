import type { Engine } from './engine.js';

/** A function that lies in files, found by its name. */
export interface FoundFunction {
  /** As the caller wrote it. */
  readonly spec: string;
  /** The folder that is deployed. */
  readonly root: string;
  /** The file that holds the function, or that starts it. */
  readonly path: string;
  /** What is called in it; empty where the file itself is the function. */
  readonly exportName: string;
}

/** What a function that runs in a process of its own may reach; without one, everything. */
export interface Reach {
  /** Each as `host:port`, `host`, or the path of a socket. */
  readonly net: readonly string[];
  /** Programs by their name or path. */
  readonly run: readonly string[];
}

/** What surrounds a function in a process of its own. */
export interface Platform {
  /** A function that cannot be found is an outcome (437), not a Misuse. */
  readonly deployed: boolean;
  /** How long it may take to be ready, in milliseconds. */
  readonly initTimeoutMs: number;
  /** The time zone of its process unless it sets `TZ`. */
  readonly timeZone: string;
  /** What the platform calls the runtime, where somebody says: `Python3.10`. */
  readonly version?: string | undefined;
  /** The program that runs it, where somebody names one: the path of an interpreter. */
  readonly program?: string | undefined;
  /** What starts the server of an image function. */
  readonly command?: readonly string[] | undefined;
  /** The port on which the server of an image function listens; 9000 where it is free when left out. */
  readonly port?: number | undefined;
  /** A status that is not 2xx makes an image function's answer a failure (430). */
  readonly failsOnStatus?: boolean | undefined;
  /** Set where nothing may leave that is not allowed. */
  readonly reach?: Reach | undefined;
  /** True where a process may become another instance when what it holds is taken away, which is quicker than another process. */
  readonly reusesProcesses?: boolean;
}

/** What starts instances of one function. */
export interface FunctionHost {
  /** An instance: cold at first, and again after it was ended by a time-out, too much memory, or itself. */
  createEngine(): Engine;
  /** What is otherwise here than on the platform, as far as its loading has shown; each a sentence. */
  readonly notes?: ReadonlySet<string>;
  /** True where a process draws something when it starts that code may follow, and that can be chosen. */
  readonly hasProcessSeed?: boolean;
  /** Processor time that each instance has taken which has ended since this was asked last, in milliseconds. */
  takeCosts?(): readonly number[];
  /** True where this machine has room for one instance at a time. */
  readonly isAlone?: boolean;
  /** True where each start is a process that takes its time, so that what needs no start of its own is tried on warm ones. */
  readonly isSlowToStart?: boolean;
  /** True where its instances tell whether they ask for the time zone of their process. */
  readonly tellsZone?: boolean;
  /** Ends all of its processes, and takes away what they leave behind. */
  close(): Promise<void>;
}

/** How SCF starts one sort of function, hands it an event and takes what comes back. */
export interface Runtime {
  /** `python`. */
  readonly name: string;
  /** What the platform calls its versions: `Python3.10`. */
  readonly versions: readonly string[];
  /** True where no event reaches its functions, and a call has something to `ask`. */
  readonly isCalledOverHttp?: boolean;
  /**
   * Finds a function of this sort by its name.
   *
   * @returns undefined for a name that is none of this runtime's.
   * @throws Misuse when it is, and the function is not there.
   */
  find(spec: string, cwd: string): FoundFunction | undefined;
  /** Finds one that a command starts, which may then be any folder. */
  findStarted?(spec: string, cwd: string): FoundFunction | undefined;
  host(found: FoundFunction, platform: Platform): FunctionHost | Promise<FunctionHost>;
  /** Whether `reach` holds here for all that a function does; otherwise what it sends really leaves. */
  keepsReach(found: FoundFunction): boolean;
  /** Its code, where that is more than the file that starts it. */
  sourceOf?(found: FoundFunction): string;
  /** The texts, numbers and names in its code, as a script that names them; the code itself where that is one. */
  scriptOf?(code: string): string;
}

/** The limit of a function that names none: https://cloud.tencent.com/document/api/583/17244 (InitTimeout). */
export const defaultInitTimeoutMs = 65_000;
