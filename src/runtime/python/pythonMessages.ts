import type { ThrownError } from '../outcome.js';
import type { OutsideQuestion, ReadSort } from '../outside.js';

/** What the process says that instances are forked from. */
export type ForkerMessage =
  | { readonly type: 'up'; readonly executable: string }
  | { readonly type: 'forked'; readonly id: number; readonly pid: number }
  | { readonly type: 'exited'; readonly id: number | null; readonly code?: number; readonly signal?: number };

/** What an instance says. */
export type InstanceMessage =
  | { readonly type: 'hello'; readonly id: number }
  | { readonly type: 'log'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly type: 'ready';
      readonly initMs: number;
      readonly version: string;
      readonly packages: readonly string[];
    }
  | { readonly type: 'load-failed'; readonly error: ThrownError; readonly trace: string }
  | { readonly type: 'no-function'; readonly names: readonly string[]; readonly isThere: boolean }
  | { readonly type: 'ask'; readonly id: number; readonly what: OutsideQuestion; readonly atMs: number }
  | {
      readonly type: 'file';
      readonly name: string;
      readonly path: string;
      readonly state: 'done' | 'refused';
    }
  | { readonly type: 'overslept' }
  /** It cannot be another instance. */
  | { readonly type: 'worn' }
  | { readonly type: 'settled'; readonly threads: readonly string[] }
  | EndMessage;

/** How an event ended. */
export interface EndMessage {
  readonly type: 'end';
  readonly ok: boolean;
  readonly json: string;
  readonly lost: readonly string[];
  readonly error: ThrownError;
  readonly trace: string;
  readonly durationMs: number;
  readonly peakKb: number;
  readonly threads: readonly string[];
  readonly followsZone: boolean;
  readonly followsSeed: boolean;
  readonly remembers: boolean;
  readonly read?: readonly (readonly string[])[];
  readonly sorts?: readonly (readonly [path: readonly string[], sort: ReadSort])[];
}
