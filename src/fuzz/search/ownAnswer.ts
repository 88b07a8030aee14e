import type { Case } from '../oracles/oracle.js';
import { endOf, maskFor } from '../play/compare.js';
import type { Execution } from '../play/execution.js';

/** A case that was tried, and what the handler made of its event alone. */
export interface Tried<Event> {
  readonly case: Case<Event>;
  readonly execution: Execution<Event>;
  readonly isThorough: boolean;
}

/**
 * A case with an event that was delivered in every way, and for its other event the one of the run that was answered
 * as the fewest were: what a handler remembers of such a one shows best. None where all were answered alike.
 */
export function afterOwnAnswer<Event>(tried: readonly Tried<Event>[]): Case<Event> | undefined {
  const alone = tried.filter(({ case: { delivery }, execution }) => {
    return delivery === undefined && execution.invocations.at(-1)?.outcome.ok === true;
  });
  const first = alone.find(({ isThorough }) => isThorough);
  if (first === undefined) return undefined;
  const mask = maskFor(...alone.map(({ execution }) => execution));
  const groups = new Map<string, Tried<Event>[]>();
  for (const one of alone) {
    const end = endOf(one.execution, mask);
    groups.set(end, [...(groups.get(end) ?? []), one]);
  }
  groups.delete(endOf(first.execution, mask));
  const [rarest] = [...groups.values()].sort((a, b) => a.length - b.length);
  const other = rarest?.[0];
  return other === undefined ? undefined : { event: first.case.event, other: other.case.event };
}
