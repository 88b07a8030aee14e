import type { DeliveryRules } from './delivery.js';
import type { EdgeCase } from './trigger.js';

/** Facts of a deployment by name, checked. */
export type DeploymentFacts = Readonly<Record<string, unknown>>;

/** How the events of a trigger, and the reading of answers to them, follow facts that stand outside of the function. */
export interface DeploymentRules<Event> {
  /** The names of the facts that it follows. */
  readonly facts: readonly string[];
  /** What differs with such facts. */
  formOf(facts: DeploymentFacts): DeployedForm<Event>;
}

/** A trigger in one deployment. */
export interface DeployedForm<Event> {
  /** The event as this deployment sends it; the same object where it is one already. */
  settle(event: Event): Event;
  readonly delivery?: Partial<DeliveryRules<Event>>;
  /** Edge cases that only this deployment has. */
  readonly edgeCases?: readonly EdgeCase<Event>[];
}
