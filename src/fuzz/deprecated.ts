import { type Malformed, malformedOf } from './arbitraries/malformedOf.js';
import type { Violation } from './oracles/oracle.js';
import { effectKindByName, type Trace } from './play/effects/effectKind.js';
import type { Execution, Invocation } from './play/execution.js';
import { defaultStore } from './report/failureStore.js';

/** @deprecated Use {@link Execution}. */
export type Story<Event, World = unknown> = Execution<Event, World>;

/** @deprecated Use {@link Invocation}. */
export type Visit<Event> = Invocation<Event>;

/** @deprecated Use {@link Violation}. */
export type Complaint<Event> = Violation<Event>;

/** @deprecated Use {@link Malformed}. */
export type Spoiled = Malformed;

/** @deprecated Use {@link malformedOf}. */
export const spoiledOf = malformedOf;

/** @deprecated Use {@link defaultStore}. */
export const usualStore = defaultStore;

/** @deprecated Use {@link effectKindByName}. */
export function traceByName(name: string, args: readonly unknown[]): Trace {
  const effect = effectKindByName(name, args);
  if (effect.kind === 'read') return { leaves: 'nothing' };
  if (effect.kind === 'append') return { leaves: 'entry' };
  return { leaves: effect.kind === 'overwrite' ? 'value' : 'once', key: effect.key };
}
