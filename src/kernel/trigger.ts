import type { Contract } from './contract.js';
import type { DeliveryRules } from './delivery.js';
import type { Draw } from './draw.js';
import type { IssuePath, Severity } from './issue.js';
import type { Overrides } from './overrides.js';

/** Whether the platform waits for the function's answer; it decides the size limit and the retries. */
export type Invocation = 'sync' | 'async';

/** A relation between fields, or a form that is accepted but not sent today. */
export interface Rule<Event> {
  /** `<kind>/<what>`. */
  readonly name: string;
  /** One sentence for the documentation: what holds. */
  readonly holds: string;
  readonly severity: Severity;
  readonly source: string;
  /** Reports every place where the rule does not hold. The event fulfils the contract. */
  check(event: Event, report: Report): void;
}

/** Reports a place where a rule does not hold; `expected` and `received` continue "expected …, received …". */
export type Report = (
  path: IssuePath,
  problem: { readonly expected: string; readonly received: string; readonly hint?: string },
) => void;

/** An event that breaks handlers. */
export interface EdgeCase<Event> {
  /** In kebab-case, unique within the trigger. */
  readonly name: string;
  /** Why it breaks handlers, in one sentence. */
  readonly because: string;
  readonly source: string;
  /** The rules that a strict check reports of it, warnings included; none when it is an ordinary valid event. */
  readonly reports?: readonly string[];
  /** True for what the documents show and no function receives: fuzzing a handler leaves it out. */
  readonly isNeverSent?: boolean;
  /** True for what is sent only where somebody turned it on: fuzzing a handler tries it when it is named. */
  readonly isOptional?: boolean;
  /** True for an event of an exact size, which no deployment has that makes other events. */
  readonly isSized?: boolean;
  /** Draws the event; `sample` draws an ordinary one to start from, with the user's overrides in it. */
  event(draw: Draw, sample: (draw: Draw) => Event): Event;
  /** Draws the JSON text, where it says what no JavaScript object can (integers above 2^53). */
  text?(draw: Draw, sample: (draw: Draw) => Event): string;
}

/** An encoded part of an event, opened. */
export interface DecodedPart {
  readonly path: IssuePath;
  /** From the outside in: `Base64, gzip, JSON`. */
  readonly encoding: string;
  /** What was inside: a JSON value, a text, or bytes; absent when it could not be opened. */
  readonly value?: unknown;
  /** Why it could not be opened. */
  readonly problem?: string;
}

/** How to make an event of an exact size. */
export interface Stretch<Event> {
  /** What grows, for error messages: `Message`. */
  readonly grows: string;
  /** How many bytes can be added to this event at the most; leave out when there is no bound. */
  most?(event: Event): number;
  /** Sizes come in steps of so many bytes; 1 when left out. */
  readonly step?: number;
  /** The event with exactly `extra` more bytes of JSON (0 or more), or undefined when that size is between two steps. */
  add(event: Event, extra: number, draw: Draw): Event | undefined;
}

/** One of a trigger's own options, as `sample` and the command line take it. */
export interface OptionSpec<Parsed> {
  /** What stands for the value in help texts: `<expression>`. */
  readonly value: string;
  readonly about: string;
  /** Reads the option; throws a Misuse that names the value when it cannot. */
  parse(value: unknown): Parsed;
}

/** The options of a trigger by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec<unknown>>>;

/** What `sample` of a trigger gets: every option that was given, parsed. */
export type ParsedOptions<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]?: ReturnType<Specs[Name]['parse']>;
};

/** `payloadAt` of a trigger whose event is the user's own data and nothing else. */
export const wholeEvent = 'the whole event';

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

/** What defines a trigger; {@link defineTrigger} makes a {@link Trigger} of it. */
export interface TriggerDefinition<Event, Specs extends OptionSpecs> {
  /** The kind, in kebab-case: `timer`, `mps-workflow-task`. */
  readonly name: string;
  /** One sentence: who sends this event and when. */
  readonly summary: string;
  /** Address of the vendor's page. */
  readonly documentation: string;
  readonly contract: Contract<Event>;
  readonly invocation: Invocation;
  /** What the platform does when the function fails, in one sentence; for the documentation. */
  readonly retries: string;
  /** Where the user's payload goes (`Message`, `Records[].Ckafka.msgBody`, {@link wholeEvent}); left out where the event carries none. */
  readonly payloadAt?: string;
  readonly options?: Specs;
  /** Draws a realistic event whose fields agree, with what is `given` in place of what it would draw. */
  sample(draw: Draw, given: Overrides<Event>, options: ParsedOptions<Specs>): Event;
  /** Draws an event that fits the code of a function; undefined where that tells nothing. */
  guesser?(code: string): ((draw: Draw) => Event) | undefined;
  readonly edgeCases: readonly EdgeCase<Event>[];
  readonly rules: readonly Rule<Event>[];
  /** True when a value is meant to be an event of this kind, valid or not; no value is meant to be of two kinds. */
  looksLike(value: unknown): boolean;
  /** Opens the encoded parts; also of an event that is not quite valid. */
  decode?(event: Event): DecodedPart[];
  readonly stretch?: Stretch<Event>;
  /**
   * How many bytes count against the size limit of the invocation, where that is not the event's JSON; any
   * number within the limit will do when the event surely is.
   */
  countedBytes?(event: Event): number;
  /** What differs from the usual delivery of the invocation; see `deliveryRulesOf`. */
  readonly delivery?: Partial<DeliveryRules<Event>>;
  /** How it follows facts of its deployment; left out where there are none. */
  readonly deployment?: DeploymentRules<Event>;
}

/** One kind of event that SCF delivers: everything that is known about it. */
export interface Trigger<Event = unknown, Specs extends OptionSpecs = OptionSpecs>
  extends Omit<TriggerDefinition<Event, Specs>, 'sample' | 'decode' | 'options'> {
  readonly options: OptionSpecs;
  /** Draws a realistic event; the user's overrides and options come with the draw. */
  sample(draw: Draw): Event;
  /** Opens the encoded parts of an event, outer before inner. */
  decode(event: Event): DecodedPart[];
  /** The facts of the deployment that its events follow; left out when nobody has told any. */
  readonly deployed?: DeploymentFacts;
  /** The type of the options, for inference only. */
  readonly '~options'?: Specs;
}

/** The event type of a trigger: `EventOf<typeof timer>`. */
export type EventOf<T> = T extends Trigger<infer Event> ? Event : never;
