import type { Trigger } from '../../kernel/trigger.js';

/** The names of the edge cases that the platform may deliver: those that break neither contract nor rules. */
export function deliverableEdges<Event>(
  trigger: Trigger<Event>,
  wanted: boolean | readonly string[],
): boolean | readonly string[] {
  if (wanted !== true) return wanted;
  const tolerated = new Set(
    trigger.rules.filter((rule) => rule.severity === 'warning').map((rule) => rule.name),
  );
  tolerated.add(`${trigger.name}/unknown-field`);
  return trigger.edgeCases
    .filter((edge) => edge.isNeverSent !== true && edge.isOptional !== true)
    .filter((edge) => (edge.reports ?? []).every((rule) => tolerated.has(rule)))
    .map((edge) => edge.name);
}
