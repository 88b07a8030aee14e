import type { Deployment } from '../domain/http/deployment.js';
import type { Contract } from '../kernel/contract.js';
import type { Draw } from '../kernel/draw.js';
import type { Issue } from '../kernel/issue.js';
import type { Invocation, Report, Rule } from '../kernel/trigger.js';
import type { CosConflictOptions } from './cosRules.js';
import type { ServerlessForm } from './serverlessForm.js';

/**
 * A trigger as it is configured, in CreateTrigger's own names. What a request must have and a configuration file
 * may leave out is optional; so are the forms in which ListTriggers gives it back.
 */
export interface TriggerConfig {
  readonly Type: string;
  readonly TriggerName?: string;
  /** The text as it is sent, or, of a JSON text, the value that it stands for. */
  readonly TriggerDesc?: string | object;
  readonly FunctionName?: string;
  readonly Namespace?: string;
  readonly Qualifier?: string;
  /** `OPEN` or `CLOSE` as it is sent, 1 or 0 as ListTriggers gives it back. */
  readonly Enable?: string | number;
  /** What becomes the Message of a timer event. */
  readonly CustomArgument?: string;
  readonly Description?: string;
  /** Region of the function: the request's common parameter. */
  readonly Region?: string;
}

/** A configuration whose TriggerDesc has been read. */
export interface ReadTrigger<Desc> {
  readonly config: TriggerConfig;
  readonly name: string;
  readonly desc: Desc;
}

/** The same, where the TriggerDesc may be wrong: rules that can do without it still hold. */
export type RuledTrigger<Desc> = Omit<ReadTrigger<Desc>, 'desc'> & { readonly desc?: Desc };

/** What `gen` draws to get events that a trigger could send: overrides and options of the kind's own. */
export interface EventRequest {
  /** The kind of the event: `timer`, `function-url`. */
  readonly kind: string;
  /** Values to fix, in the shape of the event. */
  readonly overrides: object;
  /** The kind's own options. */
  readonly options: Readonly<Record<string, string | number>>;
}

/** How a schedule is read, where a trigger has one. */
export interface DeliveryOptions {
  /** Hours ahead of UTC; 8 when left out. */
  readonly utcOffset?: number | undefined;
}

/** One kind of event that a trigger sends. */
export interface Delivery<Desc, Event = unknown> {
  readonly kind: string;
  readonly contract: Contract<Event>;
  /** Reports why this trigger would not have sent this event. */
  check(trigger: ReadTrigger<Desc>, event: Event, report: DeliveryReport, options: DeliveryOptions): void;
  /** Together they give only events that this trigger could send. */
  requests(trigger: ReadTrigger<Desc>, options: DeliveryOptions): EventRequest[];
  /** What the trigger says of the deployment of the function; left out where it says nothing of that. */
  deployment?(trigger: ReadTrigger<Desc>): Deployment;
}

/** Reports under the rule `deliverable/<what>`. */
export type DeliveryReport = (what: string, ...rest: Parameters<Report>) => void;

/** What a trigger's name must look like. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly severity: 'error' | 'warning';
  readonly source: string;
}

/** A trigger as it is sent: its name and its description as text. */
export interface BuiltTrigger {
  readonly TriggerName: string;
  readonly TriggerDesc: string;
  readonly CustomArgument?: string;
}

/** A configuration that breaks tools or people's expectations. */
export interface TriggerEdgeCase {
  readonly name: string;
  readonly because: string;
  readonly source: string;
  readonly trigger: BuiltTrigger;
  /** The rules that a check reports of it; none when it is fine. */
  readonly reports?: readonly string[];
}

/** How many triggers may have the same key. */
export interface TriggerLimit {
  readonly rule: string;
  readonly max: number;
  /** What is counted together; undefined for triggers that the limit does not concern. */
  keyOf(config: TriggerConfig): string | undefined;
  /** Where in the trigger the problem stands. */
  readonly at: readonly string[];
  readonly expected: string;
  received(config: TriggerConfig): string;
  readonly source: string;
}

/** A trigger with its place in the list that is checked. */
export interface PlacedTrigger<Desc> extends ReadTrigger<Desc> {
  readonly index: number;
}

/** What a check of several triggers may be told where the vendor's documents disagree. */
export type TogetherOptions = CosConflictOptions;

/**
 * What a request of CreateTrigger holds as TriggerDesc: `text` of a form of its own, `json`, JSON that is `optional`,
 * or `none`, for the trigger is made by the API of another product.
 */
export type SentAs = 'text' | 'json' | 'optional' | 'none';

/** Everything known about the configuration of one type of trigger. */
export interface TriggerKind<
  Type extends string = string,
  Desc = unknown,
  Input = never,
  Sent extends SentAs = SentAs,
> {
  readonly type: Type;
  readonly sentAs: Sent;
  readonly documentation: string;
  /** Why CreateTrigger does not take it today; missing when it does. */
  readonly notCreatable?: string;
  readonly invocation: Invocation;
  readonly names: readonly NameRule[];
  /** Reads and checks the TriggerDesc; `desc` is missing exactly when an issue is an error. */
  read(desc: string | object): DescReading<Desc>;
  /** What holds between the description and the rest. */
  readonly rules: readonly Rule<RuledTrigger<Desc>>[];
  /** Makes the name and the description from what a person would say. */
  build(input: Input): BuiltTrigger;
  /** Draws a valid one. */
  sample(draw: Draw): BuiltTrigger;
  readonly edgeCases: readonly TriggerEdgeCase[];
  readonly deliveries: readonly Delivery<Desc>[];
  /** What of this type there may be only so often. */
  readonly limits?: readonly TriggerLimit[];
  /** True when it takes a CustomArgument. */
  readonly takesArgument?: boolean;
  /** What is wrong with triggers of this type beside one another, beyond limits. */
  checkTogether?(triggers: readonly PlacedTrigger<Desc>[], options: TogetherOptions): Issue[];
  /** The region that a trigger's own name or description tells. */
  regionOf?(built: BuiltTrigger): string | undefined;
  readonly serverless: ServerlessForm;
  /** True for one that can be in front of a web function: it passes on HTTP requests. */
  readonly callsWebFunctions?: boolean;
  /** The name, of what terraform has in its place where that is shorter. */
  nameFrom?(name: string, region: string): string;
}

/** What a TriggerDesc says, and what is wrong with it. */
export interface DescReading<Desc> {
  readonly desc?: Desc;
  readonly issues: readonly Issue[];
}

/** The function of a trigger, in its namespace; triggers without a function are of one. */
export function functionOf({ Namespace = 'default', FunctionName = 'this function' }: TriggerConfig): string {
  return `${Namespace}/${FunctionName}`;
}

/** Makes a kind whose samples are built from drawn input. */
export function defineTriggerKind<const Type extends string, Desc, Input, Sent extends SentAs>(
  definition: Omit<TriggerKind<Type, Desc, Input, Sent>, 'sample'> & { input(draw: Draw): Input },
): TriggerKind<Type, Desc, Input, Sent> {
  const { input, ...kind } = definition;
  return { ...kind, sample: (draw) => kind.build(input(draw)) };
}

/** Keeps the type of an event while the list of deliveries forgets it. */
export function defineDelivery<Desc, Event>(delivery: Delivery<Desc, Event>): Delivery<Desc> {
  return delivery;
}
