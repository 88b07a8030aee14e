import type { IssuePath } from '../kernel/issue.js';
import { isObject } from '../kernel/json.js';
import type { ResponseRule } from './defineResponse.js';
import type { HttpParts } from './httpParts.js';
import { sources } from './sources.js';

/** What holds for the headers of an HTTP response. */
export function headerRules(documentation: string): readonly ResponseRule[] {
  return [
    {
      name: 'headers-present',
      holds: 'headers is there.',
      severity: 'warning',
      source: `${documentation}; ${sources.emulator} refuses a response without, deployed functions often omit them`,
      check({ http: { fields } }, report) {
        if (fields === undefined || (fields.headers !== undefined && fields.headers !== null)) return;
        report(['headers'], {
          expected: 'an object',
          received: 'headers' in fields ? 'null' : 'nothing',
          hint: 'return {}',
        });
      },
    },
    {
      name: 'headers-object',
      holds: 'headers is an object.',
      severity: 'error',
      source: documentation,
      check({ http: { fields }, describe }, report) {
        const headers = fields?.headers;
        if (headers === undefined || headers === null || isObject(headers)) return;
        report(['headers'], { expected: 'an object of names and values', received: describe('headers') });
      },
    },
    {
      name: 'header-name',
      holds: "A header name is one or more letters, digits and !#$%&'*+-.^_`|~.",
      severity: 'error',
      source: `${sources.http}#section-5.1`,
      check({ http }, report) {
        for (const name of headerNames(http)) {
          if (!/^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/.test(name)) {
            report(['headers', name], { expected: 'a legal header name', received: JSON.stringify(name) });
          }
        }
      },
    },
    {
      name: 'header-value',
      holds: 'A header value is a string or a list of strings.',
      severity: 'error',
      source: documentation,
      check({ http, describe }, report) {
        for (const [path, value] of headerPlaces(http)) {
          if (typeof value === 'string') continue;
          const plain = typeof value === 'number' || typeof value === 'boolean';
          report(path, {
            expected: path.length === 2 ? 'a string or a list of strings' : 'a string',
            received: describe(...path),
            ...(plain && { hint: `write '${value}'` }),
          });
        }
      },
    },
    {
      name: 'header-injection',
      holds:
        'A header value holds no line break and no NUL, with which it would end the header and begin another.',
      severity: 'error',
      source: `${sources.http}#section-5.5`,
      check({ http, describe }, report) {
        for (const [path, value] of headerPlaces(http)) {
          if (typeof value !== 'string' || !control.test(value)) continue;
          report(path, { expected: 'a value without control characters', received: describe(...path) });
        }
      },
    },
    {
      name: 'header-ascii',
      holds: 'A header value is printable ASCII.',
      severity: 'warning',
      source: `${sources.http}#section-5.5`,
      check({ http, describe }, report) {
        for (const [path, value] of headerPlaces(http)) {
          if (typeof value !== 'string' || control.test(value) || /^[\t -~]*$/.test(value)) continue;
          report(path, {
            expected: 'printable ASCII',
            received: describe(...path),
            hint: 'encodeURIComponent what is not',
          });
        }
      },
    },
    {
      name: 'header-list',
      holds: 'A list of header values is not empty.',
      severity: 'warning',
      source: documentation,
      check({ http }, report) {
        for (const name of headerNames(http)) {
          const value = rawHeaders(http)[name];
          if (Array.isArray(value) && value.length === 0) {
            report(['headers', name], {
              expected: 'at least one value',
              received: 'an empty list, which sends nothing',
            });
          }
        }
      },
    },
    {
      name: 'header-repeated',
      holds: 'No two header names differ in case alone.',
      severity: 'warning',
      source: `${sources.http}#section-5.1`,
      check({ http }, report) {
        const seen = new Map<string, string>();
        for (const name of headerNames(http)) {
          const first = seen.get(name.toLowerCase());
          if (first === undefined) seen.set(name.toLowerCase(), name);
          else {
            report(['headers', name], {
              expected: 'one casing of each name',
              received: `${JSON.stringify(first)} as well`,
              hint: 'both are sent; give one name a list of values',
            });
          }
        }
      },
    },
    {
      name: 'set-cookie-joined',
      holds: 'Several cookies are a list, not one string joined by commas.',
      severity: 'warning',
      source: `https://www.rfc-editor.org/rfc/rfc6265#section-3; lists: ${documentation}`,
      check({ http, describe }, report) {
        for (const [path, value] of headerPlaces(http)) {
          if (String(path[1]).toLowerCase() !== 'set-cookie' || typeof value !== 'string') continue;
          if (!/,\s*[^;=\s,]+=/.test(value)) continue;
          report(path, {
            expected: 'one cookie in each string',
            received: describe(...path),
            hint: 'give Set-Cookie a list of strings',
          });
        }
      },
    },
    {
      name: 'transfer-encoding',
      holds: 'Transfer-Encoding is left to the gateway.',
      severity: 'warning',
      source:
        'tencent-serverless-http 1.3.2 drops it, "chunked transfer not currently supported by API Gateway"',
      check({ http, describe }, report) {
        for (const name of headerNames(http)) {
          if (name.toLowerCase() !== 'transfer-encoding') continue;
          report(['headers', name], { expected: 'no such header', received: describe('headers', name) });
        }
      },
    },
    {
      name: 'content-length',
      holds: 'Content-Length, where given with a body, counts its bytes.',
      severity: 'warning',
      failsClients: true,
      source: `${sources.http}#section-8.6`,
      check({ http }, report) {
        const length = http.header('content-length');
        const size = http.bytes?.byteLength ?? 0;
        if (length === undefined || size === 0 || Number(length) === size) return;
        const name = headerNames(http).find((other) => other.toLowerCase() === 'content-length') ?? '';
        report(['headers', name], {
          expected: `"${size}", the bytes of the body`,
          received: JSON.stringify(length),
          hint: 'leave it to the gateway',
        });
      },
    },
  ];
}

/** A documented limit of API Gateway that deployed functions do not meet with. */
export const locationRule: ResponseRule = {
  name: 'location',
  holds: 'There is no Location header.',
  severity: 'warning',
  source: `${sources.apigw} says that it is not supported; deployed functions redirect with it`,
  check({ http }, report) {
    for (const name of headerNames(http)) {
      if (name.toLowerCase() !== 'location') continue;
      report(['headers', name], { expected: 'no such header by the documents', received: 'a value' });
    }
  },
};

const control = /(?!\t)\p{Cc}/u;

function rawHeaders(http: HttpParts): Readonly<Record<string, unknown>> {
  const headers = http.fields?.headers;
  return isObject(headers) ? headers : {};
}

function headerNames(http: HttpParts): string[] {
  return Object.keys(rawHeaders(http));
}

/** Every value with its place, lists spread out. */
function* headerPlaces(http: HttpParts): Generator<[path: IssuePath, value: unknown]> {
  for (const [name, value] of Object.entries(rawHeaders(http))) {
    if (!Array.isArray(value)) yield [['headers', name], value];
    else for (const [index, one] of value.entries()) yield [['headers', name, index], one];
  }
}
