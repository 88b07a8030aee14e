import type { DeliveryRules } from '../../kernel/delivery.js';
import type { Trigger } from '../../kernel/trigger.js';
import type { Delivery } from '../play/delivery.js';
import type { Execution } from '../play/execution.js';

/** What is tried in one run. */
export interface Case<Event> {
  readonly event: Event;
  /** Another event of the trigger, where something is to happen between two. */
  readonly other?: Event;
  /** What the platform does with several events, where that was drawn; then it is all that is played. */
  readonly delivery?: Delivery<Event>;
}

/** What a handler makes of one event twice, each time in a world of its own, is the same. */
export interface Determinism {
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
  /** True where each process of the function draws something when it starts that can be chosen here. */
  readonly hasProcessSeed: boolean;
  /** A value that stands in the secret environment variables of the function and nowhere else. */
  readonly canary: string;
  /** What stands in environment variables whose names look like credentials: the canary, and what the user put there. */
  readonly secrets: readonly string[];
  /** The handler's code, as far as it is known. */
  readonly code: string | undefined;
  /** The temporary directory, where the user names one. */
  readonly directory: string | undefined;
  /** The event alone, on a cold instance; the delivery of a case that has one. */
  base(): Promise<Execution<Event, World>>;
  /** True when the event is to be delivered in every way; false for once only. */
  readonly isThorough: boolean;
  /** True for the first cases, in which it is looked everywhere, also where nothing seen so far says that it helps. */
  readonly isEarly: boolean;
  /** Whether an outside call is to fail, in a case that is delivered once. */
  failsCall(name: string): boolean;
  /**
   * Whether playing the same again comes to the same; if not, nothing can be compared. `hasSameChance` false: also with
   * other random values and times, which several events of an execution have.
   */
  determinism(how?: { readonly hasSameChance: boolean }): Promise<Determinism>;
  play(delivery: Delivery<Event>): Promise<Execution<Event, World>>;
  /** The same with the reference handler. */
  playReference?(delivery: Delivery<Event>): Promise<Execution<Event, World>>;
  /** Why the code that is deployed is not loaded by the runtime that the user names. */
  readonly unloadable?: Unloadable | undefined;
  /** What the user asserts. */
  property?(execution: Execution<Event, World>): Promise<string | undefined>;
}

/** Code that a runtime does not load. */
export interface Unloadable {
  /** Why, and what to do. */
  readonly text: string;
  /** What each call ends with. */
  readonly error: string;
}

/** What an oracle has found. */
export interface Violation<Event> {
  /** Tells this failure from others of the oracle; without values that shrinking changes. */
  readonly what: string;
  /** A sentence or more for the report. */
  readonly detail: string;
  readonly execution: Execution<Event>;
  /** The execution that it was compared with. */
  readonly compared?: Execution<Event>;
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
  /**
   * True for a metamorphic relation, which a handler may break on purpose: asked only of cases that are delivered in
   * every way and are small enough to be compared.
   */
  readonly isRelation: boolean;
  /**
   * True for a relation that plays nothing more unless the event alone shows what it looks for, such as a header that
   * leads elsewhere: it is asked of cases that are delivered once as well.
   */
  readonly looksFirst?: boolean;
  /** What has to be given for it; it is not asked without. */
  readonly needs?: 'property' | 'reference' | 'unloadable';
  /** True for one that judges the deployment, which is the same for every case: it is asked until it has found something. */
  readonly judgesDeployment?: boolean;
  /** True for one after whose violation nothing more is tried: no event has a part in it, and every other fails as well. */
  readonly endsSearch?: boolean;
  /** True for one after whose violation no other is asked about the case. */
  readonly isConclusive?: boolean;
  /** True for one that judges what an instance remembers: it needs cold starts, and events that are answered differently. */
  readonly judgesMemory?: boolean;
  /** True for one that changes what a handler may have read when it was loaded. */
  readonly needsColdStart?: boolean;
  /** The most bytes of JSON that a case may have, where the oracle takes too long on larger ones. */
  readonly maxBytes?: number;
  applies(rules: DeliveryRules<unknown>): boolean;
  judge<Event>(trial: Trial<Event>): Promise<Violation<Event> | undefined>;
}
