import { isObject, type JsonValue } from '../../../kernel/json.js';
import { Misuse } from '../../../kernel/misuse.js';
import { CommandAnswers, isCommand, problemWithCommand } from './databases/commandAnswers.js';

/** An answer with its status and headers; what is no text is sent as JSON. */
export interface AnswerParts {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
}

/**
 * What outside calls are answered. HTTP: by `METHOD address`, in which `*` stands for anything, JSON; or an object of
 * nothing but `status`, `headers` and `body`, of which one of the first two is there. Databases: by the name of the call,
 * rows, documents, or the value of a key.
 *
 * @example
 * const answers: Answers = {
 *   'GET https://api.example.com/users/*': { name: 'Li', roles: ['admin'] },
 *   'POST https://api.example.com/orders': { status: 201, body: { id: 7 } },
 *   'mysql SELECT users': [{ id: 7, name: 'Li' }],
 *   'mongodb find orders': [{ _id: 7, state: 'paid' }],
 *   'redis GET user:*': '{"name":"Li"}',
 * };
 */
export type Answers = Readonly<Record<string, JsonValue | AnswerParts>>;

/** What was given, for requests and for commands. */
export interface GivenAnswers {
  readonly request: (request: Request) => Response | undefined;
  readonly commands: CommandAnswers;
}

/**
 * Reads answers; of several that fit the first counts.
 *
 * @throws Misuse INVALID_ANSWERS when they cannot be understood.
 */
export function givenAnswers(answers: Answers): GivenAnswers {
  if (!isObject(answers)) throw invalid('they are no object');
  const all = Object.entries(answers);
  const commands = all.filter(([call]) => isCommand(call)) as [string, JsonValue][];
  for (const [call, answer] of commands) {
    const problem = problemWithCommand(call, answer);
    if (problem !== undefined) throw new Misuse('INVALID_ANSWERS', `Cannot take the answers: ${problem}.`);
  }
  const rules = all.filter(([call]) => !isCommand(call)).map(([call, answer]) => requestRule(call, answer));
  return {
    request: (request) => rules.find(({ fits }) => fits(request))?.respond(),
    commands: new CommandAnswers(commands),
  };
}

function requestRule(call: string, answer: JsonValue | AnswerParts) {
  const [, method, address] = /^([A-Z]+|\*) +(\S+)$/.exec(call) ?? [];
  if (method === undefined || address === undefined)
    throw invalid(
      `${JSON.stringify(call)} is no METHOD and address, such as "GET https://api.example.com/*", and no command of a database, such as "mysql SELECT users"`,
    );
  const parts = partsOf(call, answer);
  return { fits: fitting(method, address), respond: () => responseOf(parts) };
}

function fitting(method: string, address: string): (request: Request) => boolean {
  const pattern = address.split('*').map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const whole = new RegExp(`^${pattern.join('.*')}$`);
  return (request) => {
    const { origin, pathname, href } = new URL(request.url);
    return (
      (method === '*' || method === request.method) &&
      [href, origin + pathname].some((one) => whole.test(one))
    );
  };
}

const partNames = new Set(['status', 'headers', 'body']);

function partsOf(call: string, answer: JsonValue | AnswerParts): AnswerParts {
  if (!isObject(answer) || !Object.keys(answer).every((name) => partNames.has(name)))
    return { body: answer as JsonValue };
  const { status, headers } = answer;
  if (status === undefined && headers === undefined) return { body: answer as JsonValue };
  const isStatus =
    status === undefined || (Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599);
  const isHeaders =
    headers === undefined ||
    (isObject(headers) && Object.values(headers).every((value) => typeof value === 'string'));
  if (isStatus && isHeaders) return answer as AnswerParts;
  throw invalid(
    `the answer to ${JSON.stringify(call)} has ${isStatus ? 'headers that are no texts' : `the status ${JSON.stringify(status)}, which is no whole number from 200 to 599`}`,
  );
}

function responseOf({ status = 200, headers = {}, body }: AnswerParts): Response {
  if (body === undefined || status === 204 || status === 304) return new Response(null, { status, headers });
  if (typeof body === 'string') return new Response(body, { status, headers });
  return Response.json(body, { status, headers });
}

function invalid(reason: string): Misuse {
  return new Misuse(
    'INVALID_ANSWERS',
    `Cannot take the answers: ${reason}. Write { "GET https://api.example.com/*": { … } }.`,
  );
}
