import type { DeliveryRules } from '../../kernel/delivery.js';
import type { Trigger } from '../../kernel/trigger.js';
import type { Delivery } from '../play/delivery.js';
import type { Story } from '../play/story.js';

/** What is tried in one run. */
export interface Case<Event> {
  readonly event: Event;
  /** Another event of the trigger, where something is to happen between two. */
  readonly other?: Event;
  /** What the platform does with several events, where that was drawn; then it is all that is played. */
  readonly delivery?: Delivery<Event>;
}

/** What a handler makes of one event twice, each time in a world of its own, is the same. */
export interface Steadiness {
  readonly answer: boolean;
  readonly left: boolean;
  /** Also the times in it, where they are not about now. */
  readonly times: boolean;
}

/** A case being tried: plays deliveries of its events, each only once. */
export interface Trial<Event, World = unknown> {
  readonly case: Case<Event>;
  readonly trigger: Trigger<Event>;
  readonly rules: DeliveryRules<Event>;
  /** The time zones to compare; none where the process cannot change its own. */
  readonly timeZones: readonly string[];
  /** A value that stands in the secret environment variables of the function and nowhere else. */
  readonly canary: string;
  /** The temporary directory, where the user names one. */
  readonly directory: string | undefined;
  /** The event alone, on a cold instance; the delivery of a case that has one. */
  base(): Promise<Story<Event, World>>;
  /** True where only the event alone is to be delivered. */
  readonly isQuick: boolean;
  /** Whether playing the same again comes to the same; if not, nothing can be compared. */
  steady(): Promise<Steadiness>;
  play(delivery: Delivery<Event>): Promise<Story<Event, World>>;
  /** The same with the reference handler. */
  playReference?(delivery: Delivery<Event>): Promise<Story<Event, World>>;
  /** What the user asserts. */
  property?(story: Story<Event, World>): Promise<string | undefined>;
}

/** What an oracle has found. */
export interface Complaint<Event> {
  /** Tells this failure from others of the oracle; without values that shrinking changes. */
  readonly what: string;
  /** A sentence or more for the report. */
  readonly detail: string;
  readonly story: Story<Event>;
  /** The story that it was compared with. */
  readonly compared?: Story<Event>;
}

/** Judges a handler without assertions. */
export interface Oracle {
  /** In kebab-case; the name by which it is switched off. */
  readonly name: string;
  /** What holds for a handler, in one sentence. */
  readonly holds: string;
  /** Where that can be expected, in one sentence. */
  readonly domain: string;
  /** True for one that can judge a case with a delivery of its own. */
  readonly judgesDeliveries?: boolean;
  /** True for what a handler may break on purpose. */
  readonly isRelation: boolean;
  /** The most bytes of JSON that a case may have, where the oracle takes too long on larger ones. */
  readonly mostBytes?: number;
  applies(rules: DeliveryRules<unknown>): boolean;
  judge<Event>(trial: Trial<Event>): Promise<Complaint<Event> | undefined>;
}
