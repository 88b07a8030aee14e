import type { Call } from './engine.js';
import type { EventChannel } from './eventChannel.js';
import type { HeldNetwork } from './heldNetwork.js';
import type { End } from './outcome.js';
import type { Platform } from './runtime.js';
import type { StartedProcess } from './startedProcess.js';

/** What a runtime says of the processes that are its instances. */
export interface ProcessPlan {
  /** As the caller names the function. */
  readonly spec: string;
  /** The folder that is deployed. */
  readonly root: string;
  /** The folder that its code may need where that is a wider one. */
  readonly code?: string | undefined;
  readonly command: readonly [program: string, ...args: string[]];
  /** How many pipes of its own a process has. */
  readonly pipes?: number;
  /** A file of this package that a process reads by descriptor, behind its pipes. */
  readonly file?: { readonly name: string; readonly text: string };
  /**
   * What starts a process on a machine that gives it no file system of its own; without this the command does, and the
   * temporary directory is named by TMPDIR.
   */
  heldByItself?(place: { readonly tmp: string; readonly file: string }): {
    readonly command: readonly [program: string, ...args: string[]];
    /** What is otherwise there, in a sentence. */
    readonly note: string;
  };
  /** The environment of a process, what stands in it for its channel left out. */
  envOf(call: Call): Readonly<Record<string, string>>;
  /**
   * Where its events come from.
   *
   * @param network that of the instance, where it has one of its own.
   */
  open(network: HeldNetwork | undefined): Promise<EventChannel>;
  /** Whether an instance is to have a network of its own, whatever may be reached. */
  needsNetwork?(): Promise<boolean>;
  /** What keeps it from being started. */
  obstacle(call: Call): End | undefined | Promise<End | undefined>;
}

/** What starts the processes of one function. */
export interface ProcessStarter {
  readonly plan: ProcessPlan;
  readonly platform: Platform;
  /** True once a process had to be killed, since it does not end when it is asked to. */
  isDeafToSigterm: boolean;
  /** A network for an instance, where it is to have one of its own. */
  takeNetwork(): Promise<HeldNetwork | undefined>;
  /** Notes what is otherwise here than on the platform, in a sentence. */
  note(sentence: string): void;
  /** An instance has ended that took so much processor time, the work of this process included. */
  hasCost(cpuMs: number): void;
  /** Keeps a network for the next instance. */
  giveNetwork(network: HeldNetwork): Promise<void>;
  start(env: Readonly<Record<string, string>>, network: HeldNetwork | undefined): Promise<StartedProcess>;
}
