import { describeValue } from '../../kernel/describeValue.js';
import { isObject, utf8Bytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { Invocation } from '../../kernel/trigger.js';
import { ApiRefusal } from './apiProblem.js';
import type { SignedRequest } from './tc3.js';

/** What a request asks for. */
export interface InvokeRequest {
  readonly action: string;
  readonly functionName: string;
  readonly namespace: string;
  /** Version or alias: `$LATEST` unless given to Invoke, `$DEFAULT` unless given to InvokeFunction. */
  readonly qualifier: string;
  readonly invocation: Invocation;
  /** True when the answer carries the last 4 KB of the log. */
  readonly wantsLog: boolean;
  /** `{}` when the request has none. */
  readonly event: unknown;
  readonly routingKey: Readonly<Record<string, string>> | undefined;
  /** `X-TC-Region`; undefined when the request names none. */
  readonly region: string | undefined;
}

interface Action {
  readonly name: string;
  /** The parameter that holds the event as JSON text. */
  readonly eventField: string;
  readonly defaultQualifier: string;
  /** Whether `InvocationType` chooses between the two ways. */
  readonly choosesInvocation: boolean;
}

/** As in https://cloud.tencent.com/document/api/583/17243 and 583/58400. */
const actions: readonly Action[] = [
  {
    name: 'Invoke',
    eventField: 'ClientContext',
    defaultQualifier: '$LATEST',
    choosesInvocation: true,
  },
  {
    name: 'InvokeFunction',
    eventField: 'Event',
    defaultQualifier: '$DEFAULT',
    choosesInvocation: false,
  },
];

const version = '2018-04-16';
const maxRoutingKeyBytes = 1024;
const invocationTypes: Readonly<Record<string, Invocation>> = { RequestResponse: 'sync', Event: 'async' };

/**
 * Reads a request whose signature holds.
 *
 * @throws ApiRefusal with the code of the platform.
 */
export function readInvokeRequest(request: SignedRequest): InvokeRequest {
  const { headers } = request;
  const action = actionOf(headers.get('x-tc-action'));
  const given = headers.get('x-tc-version');
  if (given !== version) {
    throw new ApiRefusal(
      'NoSuchVersion',
      `The API version ${given ?? '(none)'} does not exist: expected ${version}.`,
    );
  }
  const parameters = new Parameters(parametersOf(request));
  const functionName = parameters.text('FunctionName');
  if (functionName === undefined) {
    throw new ApiRefusal('MissingParameter', 'The request is missing a required parameter `FunctionName`.');
  }
  if (functionName === '') throw new ApiRefusal('InvalidParameter.FunctionName', 'FunctionName is empty.');
  const typeName = action.choosesInvocation
    ? parameters.oneOf('InvocationType', Object.keys(invocationTypes))
    : 'RequestResponse';
  const invocation = invocationTypes[typeName] ?? 'sync';
  const read: InvokeRequest = {
    action: action.name,
    functionName,
    namespace: parameters.text('Namespace') ?? 'default',
    qualifier: parameters.text('Qualifier') ?? action.defaultQualifier,
    invocation,
    wantsLog: parameters.oneOf('LogType', ['None', 'Tail']) === 'Tail',
    event: eventOf(action, parameters.text(action.eventField), invocation),
    routingKey: routingKeyOf(parameters.text('RoutingKey')),
    region: headers.get('x-tc-region') ?? undefined,
  };
  parameters.refuseUnread();
  return read;
}

function actionOf(name: string | null): Action {
  if (name === null)
    throw new ApiRefusal('MissingParameter', 'The request is missing a required parameter `Action`.');
  const action = actions.find((one) => one.name === name);
  if (action !== undefined) return action;
  const known = actions.map((one) => one.name).join(' and ');
  throw new ApiRefusal('InvalidAction', `The action ${name} does not exist here: this fake knows ${known}.`);
}

function parametersOf({ method, url, headers, body }: SignedRequest): Readonly<Record<string, unknown>> {
  if (method === 'GET') return Object.fromEntries(url.searchParams);
  if (!/^application\/json\b/i.test(headers.get('content-type') ?? '')) {
    throw new ApiRefusal('InvalidRequest', 'The request is invalid: expected content-type application/json.');
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (isObject(value)) return value;
  } catch {
    // Told below, like JSON that is no object.
  }
  throw new ApiRefusal('InvalidRequest', 'The request is invalid: its body is no JSON object.');
}

/** The parameters of a request, each read once; what nobody reads is unknown. */
class Parameters {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    this.#read.add(name);
    if (!Object.hasOwn(this.#values, name)) return undefined;
    const value = this.#values[name];
    if (value === null) return undefined;
    if (typeof value === 'string') return value;
    throw new ApiRefusal(
      'InvalidParameter',
      `The value type of parameter \`${name}\` is not valid: expected a string, received ${describeValue(value)}.`,
    );
  }

  /** The first is taken when the parameter is left out. */
  oneOf(name: string, values: readonly string[]): string {
    const value = this.text(name) ?? (values[0] as string);
    if (values.includes(value)) return value;
    throw new ApiRefusal(
      'InvalidParameterValue.Param',
      `The value of parameter \`${name}\` is not valid: expected ${values.join(' or ')}, received ${JSON.stringify(value)}.`,
    );
  }

  refuseUnread(): void {
    const unknown = Object.keys(this.#values).find((name) => !this.#read.has(name));
    if (unknown === undefined) return;
    throw new ApiRefusal('UnknownParameter', `The parameter \`${unknown}\` is not recognized.`);
  }
}

function eventOf({ eventField }: Action, text: string | undefined, invocation: Invocation): unknown {
  if (text === undefined) return {};
  const limit = largestEventBytes[invocation];
  const size = utf8Bytes(text);
  if (size > limit) {
    throw new ApiRefusal(
      'InvalidParameter.RequestTooLarge',
      `The request is too large: ${eventField} has ${size} bytes, and ${invocation === 'sync' ? 'a synchronous' : 'an asynchronous'} invocation takes ${limit} at the most.`,
    );
  }
  try {
    const event: unknown = JSON.parse(text);
    // 1e999 is JSON, and Infinity cannot travel further.
    if (typeof event !== 'number' || Number.isFinite(event)) return event;
  } catch {
    // Told below.
  }
  const code = `InvalidParameterValue.${eventField === 'ClientContext' ? eventField : 'Param'}`;
  throw new ApiRefusal(code, `The value of parameter \`${eventField}\` is not valid: it is no JSON.`);
}

function routingKeyOf(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined;
  const refuse = (reason: string) =>
    new ApiRefusal(
      'InvalidParameterValue.Param',
      `The value of parameter \`RoutingKey\` is not valid: ${reason}.`,
    );
  const size = utf8Bytes(text);
  if (size > maxRoutingKeyBytes) {
    throw refuse(`it has ${size} bytes, and ${maxRoutingKeyBytes} are the most`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('it is no JSON');
  }
  if (isTexts(value)) return value;
  throw refuse('it is no object whose values are strings');
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}
