import { isObject, Misuse } from '../../src/core.js';
import { httpFileOf, type WebRequest } from '../../src/runtime/index.js';
import type { Answer, Receiver, ReceiverOptions } from './answer.js';
import { exchange, type Sent } from './exchange.js';
import { failureIn } from './failureIn.js';

/** With what the platform answers in place of a function that has failed, beside 500 and above. */
const platformFailures = [430, 433, 434, 437, 439, 443, 444, 445, 446, 447, 450];

const refusedPages =
  "An empty 403 is what serve answers to requests of other sites' pages, which the function does not get then: start it with --allow-host '*'.";

/** Requests of clients: to a web function, and to what `serve` puts in front of a handler. */
export function overHttp({ url, timeoutMs }: ReceiverOptions): Receiver {
  return {
    async deliver(event): Promise<Answer> {
      const sent = sentOf(requestIn(event));
      const { status, body } = await exchange({ url, timeoutMs }, sent);
      const hasFailed = status >= 500 || platformFailures.includes(status);
      const fromPage = sent.headers.some(([name]) => /^(?:origin|referer|sec-fetch-site)$/i.test(name));
      const isRefused = status === 403 && body.byteLength === 0 && fromPage;
      return {
        status,
        bytes: body.byteLength,
        ...(hasFailed ? { problem: failureIn(body.toString()) } : {}),
        ...(isRefused ? { note: refusedPages } : {}),
      };
    },
    close: async () => undefined,
  };
}

/** The request as it is written: what the platform adds, and a Host of others, are left out. */
function sentOf(request: WebRequest): Sent {
  const { text } = httpFileOf('', request, { url: 'http://localhost' });
  const [first = '', ...lines] = text.split('\n').slice(1);
  const end = lines.indexOf('');
  const headers = (end < 0 ? lines : lines.slice(0, end)).map((line) => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), line.slice(at + 2)] as const;
  });
  const { body = '', isBase64Encoded } = request;
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
  const isChunked = request.spelling?.isChunked === true && bytes.byteLength > 0;
  return {
    method: request.httpMethod,
    target: first.slice(request.httpMethod.length + 1 + 'http://localhost'.length),
    headers: [...headers, ...(isChunked ? [['Transfer-Encoding', 'chunked'] as const] : [])],
    body: bytes,
  };
}

/**
 * The request of a client that an event stands for.
 *
 * @throws Misuse NO_REQUEST for an event of another sort.
 */
export function requestIn(event: unknown): WebRequest {
  const fields = isObject(event) ? event : {};
  const headers = textsOf(fields.headers);
  const [uri = '', query = ''] = (headers['X-Uri'] ?? '').split(/\?(.*)/s);
  const httpMethod = textIn(fields.httpMethod) ?? headers['X-Method'];
  const path = textIn(fields.path) ?? uri;
  if (httpMethod === undefined || path === '')
    throw new Misuse(
      'NO_REQUEST',
      'Cannot send this event over HTTP: it is no request of a client. Take --as image or --as invoke-api.',
    );
  const isQuery = isObject(fields.queryString) ? fields.queryString : queryOf(query);
  const body = textIn(fields.body) ?? textIn(fields.payload);
  return {
    httpMethod,
    path,
    queryString: isQuery as WebRequest['queryString'],
    headers,
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: String(fields.isBase64Encoded) === 'true',
    sourceIp: '',
    ...(isObject(fields.spelling) ? { spelling: fields.spelling } : {}),
  };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): Record<string, string> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function queryOf(query: string): Record<string, string | readonly string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}
