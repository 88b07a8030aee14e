import type { Severity } from '../kernel/issue.js';
import type { Report } from '../kernel/trigger.js';
import type { RenderedResponse } from './renderedResponse.js';
import type { ReturnedValue } from './returnedValue.js';

/** What a contract cannot know from the returned value alone. */
export interface ResponseContext {
  /** The id that error bodies carry; the documents' own example id when left out. */
  readonly requestId?: string;
  /** API Gateway's wording of a 403: as captured in 2023 (the default, newest known) or as the documents still show it. */
  readonly refusalBody?: 'captured-2023' | 'documented';
  /** True reports a body that is no string as a warning; what the platform does with one is not documented. */
  readonly lenient?: boolean;
  /** The event that a WebSocket handshake reply answers: its id must be echoed, its sub-protocols chosen from. */
  readonly connectEvent?: unknown;
  /** Status of a refused WebSocket handshake. Not documented; 403, what the gateway answers to a malformed one, when left out. */
  readonly handshakeRefusalStatus?: number;
}

/** One thing that holds for a returned value. */
export interface ResponseRule {
  /** What the rule is about; `<kind>/<name>` in the issues: `status-integer`. */
  readonly name: string;
  /** One sentence for the documentation: what holds. */
  readonly holds: string;
  readonly severity: Severity | ((context: ResponseContext) => Severity);
  readonly source: string;
  /**
   * True where the platform passes the value on and clients fail on it: what only warns still breaks the function. Where
   * that depends on the value, a function of it.
   */
  readonly failsClients?: boolean | ((returned: ReturnedValue) => boolean);
  /** Reports every place where the rule does not hold. The value can be anything that JSON can hold. */
  check(returned: ReturnedValue, report: Report, context: ResponseContext): void;
}

/** What becomes of a value that a function returns to one reader of it. */
export interface ResponseContract<Name extends string = string> {
  /** The kind, in kebab-case: `apigw-response`. */
  readonly name: Name;
  /** Who reads the value; continues "a response that …": `API Gateway`. */
  readonly reader: string;
  /** Address of the vendor's page. */
  readonly documentation: string;
  readonly rules: readonly ResponseRule[];
  /** What the caller receives of a value that breaks no rule, or rules that only warn. */
  render(returned: ReturnedValue, context: ResponseContext): RenderedResponse;
  /** What the caller receives in place of a value that breaks a rule of the contract; left out when its rules only warn. */
  refuse?(returned: ReturnedValue, context: ResponseContext): RenderedResponse;
  /** What the caller receives when the value counts as a failure of the function itself; left out when that failure. */
  fail?(failure: RenderedResponse, context: ResponseContext): RenderedResponse;
}

/** Makes a response contract; the rules that hold for every returned value are added to its own by the check. */
export function defineResponse<const Name extends string>(
  definition: ResponseContract<Name>,
): ResponseContract<Name> {
  return definition;
}
