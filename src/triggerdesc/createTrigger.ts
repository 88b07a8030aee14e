import type { TypeSentAs } from './triggerKinds.js';

/** What every CreateTrigger request has; assignable to the vendor's SDK. */
export interface CreateTriggerBase {
  FunctionName: string;
  TriggerName: string;
  TriggerDesc?: string;
  /** `default` when left out. */
  Namespace?: string;
  /** Version or alias; `$LATEST` when left out. */
  Qualifier?: string;
  Enable?: 'OPEN' | 'CLOSE';
  Description?: string;
}

/** A timer; its TriggerDesc is a cron expression. */
export interface CreateTimerTrigger extends CreateTriggerBase {
  Type: TypeSentAs<'text'>;
  TriggerDesc: string;
  /** The event's Message, at most 4 KB; only a timer takes it. */
  CustomArgument?: string;
}

/** A trigger whose TriggerDesc is JSON. */
export interface CreateJsonTrigger extends CreateTriggerBase {
  Type: TypeSentAs<'json'>;
  TriggerDesc: string;
}

/** A CMQ topic trigger, whose TriggerDesc may be left out. */
export interface CreateCmqTrigger extends CreateTriggerBase {
  Type: TypeSentAs<'optional'>;
}

/** A request of CreateTrigger, of every type that it takes or took. */
export type CreateTriggerRequest = CreateTimerTrigger | CreateJsonTrigger | CreateCmqTrigger;
