import { bytesOfBase64 } from '../../kernel/base64.js';
import type { IssuePath } from '../../kernel/issue.js';
import { jsonInside, utf8Bytes } from '../../kernel/json.js';
import type { DecodedPart } from '../../kernel/trigger.js';
import type { HttpBody } from './bodies.js';
import type { QueryString } from './routes.js';

/** What the events of HTTP requests have in common. */
export interface HttpEvent {
  body?: string;
  headers: { [name: string]: string | undefined };
  httpMethod: string;
  isBase64Encoded?: boolean | 'true' | 'false';
  path: string;
  queryString: QueryString;
}

/** What is different about a request; what is left out stays as it is. */
export interface HttpChange {
  readonly method?: string;
  readonly path?: string;
  readonly query?: QueryString;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
}

/** The event of the changed request; a body turns a method that has none into POST, and brings its headers. */
export function changedEvent<Event extends HttpEvent>(event: Event, change: HttpChange): Event {
  const { method, path = event.path, query = event.queryString, headers, body } = change;
  const hadBody = event.body !== undefined;
  const ofBody =
    body === undefined
      ? undefined
      : { 'content-length': String(body.sizeBytes), 'content-type': body.contentType };
  return {
    ...event,
    ...(body === undefined ? {} : { body: body.text }),
    headers: { ...event.headers, ...ofBody, ...headers },
    httpMethod: method ?? (body === undefined || hadBody ? event.httpMethod : 'POST'),
    path,
    queryString: query,
  };
}

/** The event with so many more bytes of JSON: its body grows, and what is left over goes to the user agent. */
export function stretchedEvent<Event extends Pick<HttpEvent, 'body' | 'headers' | 'isBase64Encoded'>>(
  event: Event,
  extra: number,
): Event {
  const { body } = event;
  if (body === undefined) return withLongerAgent(event, extra);
  const isBase64 = String(event.isBase64Encoded) === 'true';
  const unit = isBase64 ? 4 : 1;
  const length = event.headers['content-length'] ?? '';
  const isCounted = length !== '' && String(Number(length)) === length;
  const lengthWith = (added: number) =>
    isCounted ? String(Number(length) + grownBytes(added, isBase64)) : length;
  const growthWith = (added: number) => added + lengthWith(added).length - length.length;
  let added = extra - (extra % unit);
  while (added > 0 && growthWith(added) > extra) added -= unit;
  const headers = isCounted ? { ...event.headers, 'content-length': lengthWith(added) } : event.headers;
  const grown = { ...event, body: grownBody(body, added, isBase64), headers };
  return withLongerAgent(grown, extra - growthWith(added));
}

function grownBytes(added: number, isBase64: boolean): number {
  return isBase64 ? (added / 4) * 3 : added;
}

/** Whole groups in front of Base64; spaces behind a text, which JSON, forms and lines of text put up with. */
function grownBody(body: string, added: number, isBase64: boolean): string {
  return isBase64 ? 'AAAA'.repeat(added / 4) + body : body + ' '.repeat(added);
}

function withLongerAgent<Event extends Pick<HttpEvent, 'headers'>>(event: Event, extra: number): Event {
  if (extra === 0) return event;
  const name = Object.keys(event.headers).find((key) => key.toLowerCase() === 'user-agent') ?? 'user-agent';
  return {
    ...event,
    headers: { ...event.headers, [name]: `${event.headers[name] ?? ''}${'x'.repeat(extra)}` },
  };
}

/** Bytes before Base64; undefined when the body is no Base64. */
export function bodyBytes(body: string, isBase64: boolean): number | undefined {
  return isBase64 ? bytesOfBase64(body)?.byteLength : utf8Bytes(body);
}

/** What is inside a body: the bytes behind Base64, the value of a JSON text. */
export function decodedBody({
  body,
  isBase64Encoded,
}: Pick<HttpEvent, 'body' | 'isBase64Encoded'>): DecodedPart[] {
  return body === undefined
    ? []
    : decodedText({ path: ['body'], text: body, isBase64: String(isBase64Encoded) === 'true' });
}

/** A text in an event that may hold something. */
interface EncodedText {
  readonly path: IssuePath;
  readonly text: string;
  /** True for Base64; otherwise the text may be JSON. */
  readonly isBase64: boolean;
}

/** What is inside a text that may be Base64 or JSON. */
export function decodedText({ path, text, isBase64 }: EncodedText): DecodedPart[] {
  if (!isBase64) {
    const value = jsonInside(text);
    return value === undefined ? [] : [{ path, encoding: 'JSON', value }];
  }
  const bytes = bytesOfBase64(text);
  return [
    {
      path,
      encoding: 'Base64',
      ...(bytes === undefined ? { problem: 'it is no Base64' } : { value: bytes }),
    },
  ];
}
