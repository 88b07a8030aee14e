import { isObject } from '../kernel/json.js';

/** What a person wrote into an event of a serverless.yml, read as it is. */
export type Values = Readonly<Record<string, unknown>>;

/** The function that the events of a serverless.yml belong to. */
export interface ServerlessFunction {
  readonly FunctionName?: string;
  readonly Namespace?: string;
  readonly Region?: string;
}

/** The name of a trigger, and its description still as a value. */
export interface DescribedTrigger {
  readonly name?: unknown;
  readonly desc: unknown;
  /** Path of the endpoint, which no TriggerDesc can say. */
  readonly path?: string;
}

/** What the tencent-scf component makes of an event of a serverless.yml, as npm tencent-component-toolkit 2.27.6 does. */
export interface ServerlessForm {
  /** True for what it always creates enabled; otherwise `enable: true` must say so. */
  readonly isAlwaysOpen?: boolean;
  /** What it sends for one event, whatever a person wrote into it: one trigger, or one an endpoint. */
  describe(given: Values, func: ServerlessFunction): DescribedTrigger | readonly DescribedTrigger[];
}

/** The values of an object; none of anything else. */
export function valuesOf(value: unknown): Values {
  return isObject(value) ? value : {};
}

/** A text as it is, anything else as JSON. */
export function textOfValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
