import type { InstanceCall, InstanceMessage, InstanceStart } from '../instanceMessages.js';

/** What a process that is an instance is told. */
export type ToNode =
  | { readonly type: 'start'; readonly start: InstanceStart }
  | { readonly type: 'call'; readonly call: InstanceCall };

/** What it says; `up` before anything of the function is loaded. */
export type OfNode = InstanceMessage | { readonly type: 'up' };
