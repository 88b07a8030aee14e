import type { HttpChange } from './events.js';
import type { QueryString } from './routes.js';

/** A request that breaks handlers by its path, query or headers. */
export interface EdgeRequest {
  /** In kebab-case. */
  readonly name: string;
  readonly because: string;
  /** The standard that allows it, or who saw it. */
  readonly source: string;
  change(): HttpChange;
}

const uriStandard = 'RFC 3986';
const headerStandard = 'RFC 9110, section 5';
const cookieStandard = 'RFC 6265';

/** A record with exactly these keys as its own, `__proto__` too. */
function record<Value>(...entries: (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}

function query(name: string, because: string, values: QueryString, source = uriStandard): EdgeRequest {
  return { name, because, source, change: () => ({ query: values }) };
}

function headers(
  name: string,
  because: string,
  values: Record<string, string>,
  source = headerStandard,
): EdgeRequest {
  return { name, because, source, change: () => ({ headers: values }) };
}

function path(name: string, because: string, value: string): EdgeRequest {
  return { name, because, source: uriStandard, change: () => ({ path: value }) };
}

const captured = 'captured 2019 (scf-go-lib, events/apigw_test.go)';

/** Odd query strings. */
export const edgeQueries: readonly EdgeRequest[] = [
  query(
    'repeated-query-parameter',
    'the value is an array, and text methods throw',
    { tag: ['b', 'c'] },
    captured,
  ),
  query('valueless-query-parameter', 'the value is true, neither text nor array', { flag: true }, captured),
  query(
    'three-sorts-of-query-values',
    'text, array and true stand in one query string',
    { a: ['b', 'c'], i: true, x: 'y' },
    captured,
  ),
  query('empty-query-value', 'the value is "", which is falsy and still there', { keyword: '' }),
  query('empty-query-name', 'the name is ""', { '': 'nameless' }),
  query(
    'prototype-query-names',
    'names of parameters find the prototype',
    record(['__proto__', 'polluted'], ['constructor', 'x'], ['hasOwnProperty', 'x'], ['toString', 'x']),
  ),
  query('bracketed-query-names', 'parsers disagree whether brackets nest', {
    'filter[status]': 'open',
    'ids[]': ['1', '2'],
  }),
  query('query-value-with-percent', 'the value is decoded, and decoding it again throws', {
    discount: '100%',
    half: '%E4%BD',
  }),
  query('query-value-with-plus', 'the value holds + and &, which encoding it again has to keep', {
    keyword: 'c++ & c#',
    redirect: 'https://example.com/?a=1&b=2#top',
  }),
  query('chinese-and-emoji-query', 'names and values have characters of three and four bytes', {
    城市: '深圳',
    mood: '😀',
  }),
  query('number-like-query-values', 'a number made of the value is rounded, Infinity or octal', {
    id: '9007199254740993',
    amount: '1e309',
    code: '007',
  }),
  query('long-query-value', 'the value is longer than columns and logs allow', { cursor: 'x'.repeat(8000) }),
  {
    name: 'query-of-1000-parameters',
    because: 'parsers stop at 1,000 parameters and drop the rest',
    source: uriStandard,
    change: () => ({
      query: record(...Array.from({ length: 1001 }, (_, i) => [`p${i}`, String(i)] as const)),
    }),
  },
];

/** Odd headers. */
export const edgeHeaders: readonly EdgeRequest[] = [
  headers(
    'prototype-header-names',
    'names of headers find the prototype',
    record(['__proto__', 'polluted'], ['constructor', 'x']),
  ),
  headers('empty-header-value', 'the value is "", which is falsy and still there', { 'x-empty': '' }),
  headers(
    'long-cookie',
    'the cookie fills the 8 KB that servers allow',
    { cookie: `sid=s-1; blob=${'x'.repeat(8000)}` },
    cookieStandard,
  ),
  headers(
    'awkward-cookies',
    'a value holds "=", a name comes twice, one has no value, one finds the prototype',
    { cookie: 'sid=a=b==; sid=2; flag; __proto__=x; broken=%E4%BD' },
    cookieStandard,
  ),
  headers(
    'forged-forwarded-for',
    'the client wrote the addresses in x-forwarded-for itself',
    { 'x-forwarded-for': '127.0.0.1, 10.0.0.1, unknown' },
    'RFC 7239, section 8.1',
  ),
  headers(
    'own-domain',
    'host is a domain of the user, and the service id is not in it',
    { host: 'api.example.com' },
    'captured 2021',
  ),
  headers(
    'crossing-origins',
    'origin is "null", as from a sandboxed frame',
    { origin: 'null' },
    'https://fetch.spec.whatwg.org/#origin-header',
  ),
  headers('weak-and-listed-etags', 'if-none-match holds several tags, one of them weak', {
    'if-none-match': 'W/"a,b", "c"',
  }),
];

/** Odd paths. */
export const edgePaths: readonly EdgeRequest[] = [
  path('root-path', 'nothing is left when the path is split', '/'),
  path('trailing-slash', 'routers disagree whether this is the same path', '/orders/'),
  path(
    'repeated-slashes',
    'new URL("//evil.example.com/x", base) is another host',
    '//evil.example.com/orders',
  ),
  path('dot-segments', 'joining the path to a folder leads out of it', '/files/../../etc/hosts'),
  path(
    'encoded-dot-segments',
    'the path leads out of its folder once decoded',
    '/files/%2e%2e%2f%2e%2e%2fetc%2fhosts',
  ),
  path(
    'encoded-slash',
    'decoding the path before splitting it makes two segments of one',
    '/files/a%2Fb.txt',
  ),
  path('malformed-percent-in-path', 'decodeURIComponent throws', '/discount/100%'),
  path('chinese-path', 'the path is percent-encoded UTF-8', '/%E6%96%87%E4%BB%B6/%E5%9B%BE%E7%89%87.png'),
  path('prototype-path', 'a table of routes finds the prototype', '/__proto__/constructor'),
  path('long-path', 'the path is longer than columns and logs allow', `/${'x'.repeat(2000)}`),
];
