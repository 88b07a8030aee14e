import { check } from '../../../kernel/check.js';
import type { Draw } from '../../../kernel/draw.js';
import { hostileTexts } from '../../../kernel/hostileTexts.js';
import { hasErrors } from '../../../kernel/issue.js';
import { withOverrides } from '../../../kernel/overrides.js';
import type { Trigger } from '../../../kernel/trigger.js';
import { drawCallerText, type ExpectedTexts, expectedTexts } from './callerTexts.js';
import { drawShape, type Vocabulary } from './drawShape.js';
import { type LearnedRequests, type LearnedRoute, requestsIn } from './routesIn.js';
import { type Shape, unknownShape } from './shape.js';
import { sortsIn } from './sortsIn.js';
import { drawUpload } from './uploads.js';
import { drawText, fieldNamesIn, numbersIn, wordsIn } from './words.js';

/** What is drawn of a request that fits the code of a server. */
interface GuessedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[] | true>>;
  readonly headers: Readonly<Record<string, string>>;
  /** With its media type; undefined for a request without one. */
  readonly body: { readonly type: string; readonly text: string } | undefined;
}

const anyMethods = ['GET', 'GET', 'POST', 'PUT', 'DELETE'];
const ids = [
  '1',
  '42',
  '20481',
  'a',
  'hello-world',
  '0',
  '-1',
  '1e3',
  '%E6%96%87',
  '100%',
  'constructor',
  '..%2f..%2fetc%2fpasswd',
];

/** What a request has, whatever describes it. */
export interface PlainRequest {
  readonly httpMethod: string;
  readonly path: string;
  readonly queryString: GuessedRequest['query'];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** Frameworks of servers, whose adapters read all of an event, so that reading tells nothing of what the code looks for. */
const frameworks = /\b(?:express|koa|fastify|hono|restify|serverless-http)\b/;

/** Draws events that fit the code of a server; undefined where none comes, or its code names nothing of a request. */
export function guesserOf<Event>(trigger: Trigger<Event>, code: string): ((draw: Draw) => Event) | undefined {
  if (trigger.delivery?.response !== undefined && frameworks.test(code)) return adaptedGuesser(trigger, code);
  const guess = trigger.delivery?.isPlainHttp === true ? requestGuesser(code) : undefined;
  if (guess === undefined) return undefined;
  return (draw) => {
    const sample = trigger.sample(draw);
    const { method, path, query, headers, body } = guess(draw);
    const { body: _, isBase64Encoded: __, ...plain } = sample as PlainRequest;
    const { 'content-type': ___, ...own } = plain.headers;
    const type = body === undefined ? {} : { 'content-type': body.type };
    const guessed = {
      ...plain,
      httpMethod: method,
      path,
      queryString: query,
      headers: { ...own, ...headers, ...type },
      ...(body === undefined ? {} : { body: body.text }),
    };
    const given: unknown = withOverrides<unknown>(guessed, draw.request.overrides);
    return trigger.contract.accepts(given) ? given : sample;
  };
}

/** An event of a front end, as far as a request stands in it. */
type AdaptedEvent = PlainRequest & { readonly requestContext?: object };

/** Draws events of a front end behind whose adapter a server stands. */
function adaptedGuesser<Event>(trigger: Trigger<Event>, code: string): ((draw: Draw) => Event) | undefined {
  const guess = requestGuesser(code, { anyPath: '/' });
  if (guess === undefined) return undefined;
  return (draw) => {
    const sample = trigger.sample(draw);
    const plain = sample as AdaptedEvent;
    if (typeof plain.path !== 'string' || plain.headers === undefined) return sample;
    const { method, path, query, headers, body } = guess(draw);
    const { 'content-type': _type, 'content-length': _length, ...own } = plain.headers;
    const sized = body && { 'content-type': body.type, 'content-length': `${Buffer.byteLength(body.text)}` };
    const { body: _body, ...rest } = plain;
    const none = Object.keys(plain).filter((name) => /Parameters$/.test(name));
    const given: unknown = withOverrides<unknown>(
      {
        ...rest,
        ...Object.fromEntries(none.map((name) => [name, {}])),
        httpMethod: method,
        path,
        queryString: query,
        headers: { ...own, ...headers, ...sized },
        ...(body === undefined ? {} : { body: body.text }),
        ...('isBase64Encoded' in plain ? { isBase64Encoded: false } : {}),
        requestContext: ofAnyPath(plain.requestContext),
      },
      draw.request.overrides,
    );
    return trigger.contract.accepts(given) && !hasErrors(check(trigger, given)) ? given : sample;
  };
}

/** API Gateway tells what an API is configured with; one for all methods and paths. */
function ofAnyPath(context: object = {}): object {
  return 'path' in context ? { ...context, path: '/', httpMethod: 'ANY' } : context;
}

/**
 * Draws requests that fit the code of a server; undefined where it names no routes, nor names where any path is one.
 *
 * @param options `anyPath` is asked for where the code names none.
 */
function requestGuesser(
  code: string,
  { anyPath }: { readonly anyPath?: string } = {},
): ((draw: Draw) => GuessedRequest) | undefined {
  const found = requestsIn(code);
  const isNamed = [...found.query, ...found.body].length > 0;
  const any = anyPath === undefined || !isNamed ? [] : [{ method: undefined, template: anyPath }];
  const learned = found.routes.length > 0 ? found : { ...found, routes: any };
  if (learned.routes.length === 0) return undefined;
  const vocabulary = {
    words: wordsIn(code),
    numbers: numbersIn(code),
    names: fieldNamesIn(code),
    sorts: sortsIn(code),
  };
  const keys = tableKeysIn(code);
  return (draw) => guessed(draw, learned, { ...vocabulary, keys, expected: expectedTexts(code) });
}

/** What the code tells of the values that it expects. */
type Expected = Vocabulary & { readonly expected: ExpectedTexts; readonly keys: readonly string[] };

function guessed(draw: Draw, learned: LearnedRequests, vocabulary: Expected): GuessedRequest {
  const route = draw.pick(learned.routes);
  const method = route.method ?? draw.pick(anyMethods);
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
  return {
    method,
    path: pathOf(draw, route, vocabulary),
    query: queryOf(draw, learned, vocabulary),
    headers: headersOf(draw, learned, vocabulary),
    body: hasBody ? bodyOf(draw, learned, vocabulary) : undefined,
  };
}

/** The keys of tables, as `shenzhen` in `{ shenzhen: [22.5, 114.1] }`: what a parameter of a path is looked up by. */
function tableKeysIn(code: string): readonly string[] {
  const keys = [...code.matchAll(/[{,]\s{0,20}['"]?([\w-]{2,30})['"]?\s{0,5}:\s{0,5}[[{]/g)].map(
    ([, key = '']) => key,
  );
  return [...new Set(keys)].slice(0, maxKeys);
}

const maxKeys = 30;

function pathOf(draw: Draw, { template }: LearnedRoute, { words, keys }: Expected): string {
  return template.replaceAll(/\{\w+\}/g, () => {
    if (draw.below(4) === 3) return draw.digits(6);
    if (keys.length > 0 && draw.below(3) === 2) return draw.pick(keys);
    return draw.below(3) === 2 ? encodeURIComponent(wellFormed(drawText(draw, words))) : draw.pick(ids);
  });
}

function queryOf(
  draw: Draw,
  { query: names }: LearnedRequests,
  vocabulary: Expected,
): GuessedRequest['query'] {
  const query: Record<string, string | string[] | true> = Object.create(null);
  for (const name of names.filter(() => draw.below(10) < 6)) {
    const sort = draw.below(12);
    if (sort === 11) query[name] = true;
    else if (sort === 9) query[`${name}${draw.pick(['[]', '[name]'])}`] = textFor(draw, name, vocabulary);
    else if (sort === 10) query[name] = [textFor(draw, name, vocabulary), textFor(draw, name, vocabulary)];
    else query[name] = textFor(draw, name, vocabulary);
  }
  if (draw.below(12) === 11) query[draw.pick(onPrototypes)] = 'true';
  return { ...query };
}

/** Names by which parsers of nested queries reach what all objects share. */
const onPrototypes = ['__proto__[isAdmin]', 'constructor[prototype][isAdmin]', '__proto__.isAdmin'];
/** The same in JSON, in front of other fields. */
const onPrototypesInJson = '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}';

/** What is no id may be made a number of, which holds some fifteen digits. */
function textFor(draw: Draw, name: string, { words, numbers, expected }: Expected): string {
  if (draw.below(3) === 2) return drawCallerText(draw, name, expected);
  const text = anyText(draw, { words, numbers });
  return /\d{16}/.test(text) && !/(?:id|no|number|code|key)$/i.test(name) ? text.slice(0, 9) : text;
}

function anyText(draw: Draw, { words, numbers }: Pick<Vocabulary, 'words' | 'numbers'>): string {
  const sort = draw.below(8);
  if (sort < 3) return draw.pick(['1', '2', '10', '0', '-1', '007', '1.5', '1e999', 'NaN', '', '(', '*a[']);
  if (sort === 3 && numbers.length > 0) return String(draw.pick(numbers));
  if (sort === 4) return draw.pick(hostileTexts).text.slice(0, 200);
  return drawText(draw, words);
}

function headersOf(
  draw: Draw,
  { headers: names, cookies }: LearnedRequests,
  { words }: Vocabulary,
): Record<string, string> {
  const usual = /^(?:host|content-(?:type|length)|connection|transfer-encoding|x-scf-.*|x-forwarded-.*)$/;
  const headers: Record<string, string> = {};
  for (const name of names.filter((one) => !usual.test(one) && draw.below(10) < 6))
    headers[name] = headerValue(draw, name, words);
  if (cookies.length > 0 && draw.below(2) === 0)
    headers.cookie = cookies
      .map((name) => `${name}=${draw.pick(['1', 's-20481', 'a%20b', '"q"', '', '%7B%7D', '%'])}`)
      .join('; ');
  return headers;
}

function headerValue(draw: Draw, name: string, words: readonly string[]): string {
  if (name === 'authorization' && draw.below(2) === 0)
    return draw.pick(['Bearer token', 'Basic dXNlcjpwYXNz', 'Bearer', 'Basic ', 'Bearer a.b.c']);
  if (name === 'if-none-match') return draw.pick(['*', '"a"', 'W/"a"']);
  return drawText(draw, words)
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim();
}

function bodyOf(
  draw: Draw,
  { body: names, files }: LearnedRequests,
  vocabulary: Expected,
): GuessedRequest['body'] {
  const shape = shapeOf(names);
  const textsOf = () =>
    names
      .filter(() => draw.below(2) === 0)
      .map((name) => [name, wellFormed(textFor(draw, name, vocabulary))] as const);
  if (files.length > 0 && draw.below(3) === 2) return drawUpload(draw, files, textsOf());
  const sort = draw.below(20);
  if (sort >= 18 && names.length > 0) {
    const fields = textsOf().map(([name, text]) => [name, text]);
    return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(fields).toString() };
  }
  const json = draw.payloadText(() => JSON.stringify(drawShape(draw, shape, { vocabulary })));
  const text = sort === 16 ? reachingPrototypes(json) : sort === 15 ? lengthened(draw, json) : json;
  return { type: 'application/json', text };
}

/** Longer than one packet, and than what frameworks take unless they are told to. */
const lengths = [4000, 120_000];

/** An object with a long text in front; blanks in front of anything else. */
function lengthened(draw: Draw, json: string): string {
  const length = draw.pick(lengths);
  return /^\{(?!\})/.test(json)
    ? `{"text":"${'x'.repeat(length)}",${json.slice(1)}`
    : ' '.repeat(length) + json;
}

/** An object whose first fields are no data of its own for who copies field by field. */
function reachingPrototypes(json: string): string {
  const rest = /^\{(?!\})/.test(json) ? `,${json.slice(1)}` : '}';
  return `{${onPrototypesInJson}${rest}`;
}

/** An object with fields of which nothing but the names is known. */
function shapeOf(names: readonly string[]): Shape {
  const shape = unknownShape();
  for (const name of names) shape.fields.set(name, unknownShape());
  return shape;
}

function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}
