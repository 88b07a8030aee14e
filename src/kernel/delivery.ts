/** What the platform may do with the events of a trigger on their way to the function. */
export interface DeliveryRules<Event> {
  /** True when the same event may come more than once. */
  readonly atLeastOnce: boolean;
  readonly retry: RetryRule;
  /** How events of several items may be cut and put together. */
  readonly batch?: BatchLens<Event>;
  /** Other forms in which the platform, or a proxy before it, may say the same. */
  readonly relations?: readonly MetamorphicRelation<Event>[];
  /**
   * Another event that shares with a first one what different events may share (the second in which they were made, an
   * absent session) and nothing else; undefined when the two cannot be made so.
   */
  nearDuplicate?(event: Event, other: Event): Event | undefined;
  /**
   * The event that an outside call of the function brings about at the trigger that called it: the creation of an object
   * that it writes into its own bucket. Undefined for a call that brings none.
   */
  caused?(event: Event, call: CausingCall): CausedEvent<Event> | undefined;
  /** The ids that the platform gives to what an event holds, and to nothing else; left out where there are none. */
  idsOf?(event: Event): readonly string[];
  /** How the same request would come from other deployments, for which the handler may have been written. */
  readonly elsewhere?: readonly OtherDeployment<Event>[];
  /** True where the next event comes by itself and stands for one that was left out, as those of a timer do. */
  readonly recurs?: boolean;
  /** True where the function answers HTTP itself, without anybody who reads its result. */
  readonly isPlainHttp?: boolean;
  /** Who reads the function's result: the name of a response contract, such as `apigw-response`. */
  readonly response?: string;
}

/** An outside call, as it is recorded. */
export interface CausingCall {
  /** The method of a request and its address without the query, or the name of a stub. */
  readonly name: string;
  /** As JSON; of a request, its query and its body. */
  readonly args: unknown;
}

/** An event that a function brings about itself. */
export interface CausedEvent<Event> {
  readonly event: Event;
  /** What it wrote, for people: the key of an object. */
  readonly written: string;
}

/**
 * What comes after a failure of the function. `none`: the caller sees the error. `later`: the event again, so many
 * times, after a pause, then the dead-letter outcome. `same-batch`: the batch again at once, so many times,
 * while its partitions wait.
 */
export interface RetryRule {
  readonly kind: 'none' | 'later' | 'same-batch';
  /** How often at the most; 0 for `none`. */
  readonly times: number;
  readonly pauseMs: number;
  /** Age at which an event is given up whatever the number of its tries (MsgTTL). */
  readonly ttlMs: number;
}

/** Takes an event of several items apart and makes one of others. */
export interface BatchLens<Event> {
  itemsOf(event: Event): readonly unknown[];
  /** The event with other items, which come from events of the same trigger; they are 1 or more. */
  withItems(event: Event, items: readonly unknown[]): Event;
  /** Items of one key arrive in their order (the partition); left out where no order is promised. */
  orderKeyOf?(item: unknown): string;
  /** The most items in one event. */
  readonly most: number;
  /** How long the platform collects items before it sends what there is. */
  readonly waitMs: number;
}

/** A metamorphic relation: another form of an event that means the same, so that a handler must make the same of it. */
export interface MetamorphicRelation<Event> {
  /** In kebab-case: `headers-title-case`. */
  readonly name: string;
  /** Why it means the same, in one sentence. */
  readonly because: string;
  /**
   * The event to compare with in the place of the first one, made of it and of what the handler answered to it: the
   * request again that names the ETag of the answer.
   */
  baseline?(event: Event, answer: unknown): Event | undefined;
  /**
   * The event in this form; undefined when that is no other than it has.
   *
   * @param code the handler's code, where it is known: what it expects by name is left to it.
   */
  followUp(event: Event, code?: string): Event | undefined;
  /**
   * What must be equal for both forms. `all` when left out: answers and what the handler leaves, but for values that it
   * passes on as they are in the event. `values`: those as well. `calls`: which outside calls it makes, and whether it
   * succeeds. `success`: whether it succeeds.
   */
  readonly compare?: 'all' | 'values' | 'calls' | 'success';
}

/** An event as another deployment sends it. */
export interface OtherDeployment<Event> {
  /** In kebab-case: `path-prefix`. */
  readonly name: string;
  /** What this deployment does and the other one does not; continues "since". */
  readonly because: string;
  /** The event from the other deployment; undefined when that is no other than it is. */
  otherwise(event: Event): Event | undefined;
  /** True for the status with which a function refuses what it was not written for. */
  refuses(status: number): boolean;
  /** Events of this deployment that a function refuses only if it was not written for it. */
  probes?(event: Event): readonly Event[];
}

/** @deprecated Use {@link MetamorphicRelation}. */
export type Equivalent<Event> = MetamorphicRelation<Event>;

const sixHoursMs = 21_600_000;

/** Nobody tries again. */
export const noRetry: RetryRule = { kind: 'none', times: 0, pauseMs: 0, ttlMs: 0 };

/** Asynchronous invocations: twice, a minute apart; given up after six hours. */
export const asyncRetry: RetryRule = { kind: 'later', times: 2, pauseMs: 60_000, ttlMs: sixHoursMs };

/**
 * What the platform may do with the events of a trigger; of one that says nothing, asynchronous events come at least once
 * and are tried three times.
 *
 * @example
 * deliveryRulesOf(timer).retry; // { kind: 'later', times: 2, pauseMs: 60000, ttlMs: 21600000 }
 */
export function deliveryRulesOf<Event>(trigger: {
  readonly invocation: 'sync' | 'async';
  readonly delivery?: Partial<DeliveryRules<Event>>;
}): DeliveryRules<Event> {
  const isAsync = trigger.invocation === 'async';
  return { atLeastOnce: isAsync, retry: isAsync ? asyncRetry : noRetry, ...trigger.delivery };
}

/** The lens for events that keep their items in one array of objects under a name: `Records`. */
export function arrayLens<Event extends object>(
  name: keyof Event,
  limits: Pick<BatchLens<Event>, 'most' | 'waitMs' | 'orderKeyOf'>,
): BatchLens<Event> {
  return {
    ...limits,
    itemsOf: (event) => event[name] as readonly unknown[],
    withItems: (event, items) => ({ ...event, [name]: items }),
  };
}
