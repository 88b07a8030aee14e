import { check } from '../../../kernel/check.js';
import { hasErrors } from '../../../kernel/issue.js';
import { type Change, mapLeaves } from '../../../kernel/mapLeaves.js';
import type { Trial } from '../oracle.js';

/** The event of a trial with other texts and numbers; undefined where that is none that the platform sends. */
export function changedEvent<Event>(
  { case: { event }, trigger }: Trial<Event>,
  change: Change,
): Event | undefined {
  const changed = mapLeaves(event, change);
  return trigger.contract.accepts(changed) && !hasErrors(check(trigger, changed)) ? changed : undefined;
}
