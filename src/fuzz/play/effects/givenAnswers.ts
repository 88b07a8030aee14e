import { isObject, type JsonValue } from '../../../kernel/json.js';
import { Misuse } from '../../../kernel/misuse.js';

/** An answer with its status and headers; what is no text is sent as JSON. */
export interface AnswerParts {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
}

/**
 * What outside calls over HTTP are answered: by `METHOD address`, in which `*` stands for anything, JSON; or an object of
 * nothing but `status`, `headers` and `body`, of which one of the first two is there.
 *
 * @example
 * const answers: Answers = {
 *   'GET https://api.example.com/users/*': { name: 'Li', roles: ['admin'] },
 *   'POST https://api.example.com/orders': { status: 201, body: { id: 7 } },
 * };
 */
export type Answers = Readonly<Record<string, JsonValue | AnswerParts>>;

/**
 * Reads answers, and gives the one for a request; of several that fit the first.
 *
 * @throws Misuse INVALID_ANSWERS when they cannot be understood.
 */
export function givenAnswers(answers: Answers): (request: Request) => Response | undefined {
  if (!isObject(answers)) throw invalid('they are no object');
  const rules = Object.entries(answers).map(([call, answer]) => {
    const [, method, address] = /^([A-Z]+|\*) +(\S+)$/.exec(call) ?? [];
    if (method === undefined || address === undefined)
      throw invalid(
        `${JSON.stringify(call)} is no METHOD and address, such as "GET https://api.example.com/*"`,
      );
    const parts = partsOf(call, answer);
    return { fits: fitting(method, address), respond: () => responseOf(parts) };
  });
  return (request) => rules.find(({ fits }) => fits(request))?.respond();
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
