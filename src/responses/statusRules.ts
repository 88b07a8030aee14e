import type { ResponseRule } from './defineResponse.js';
import { sources } from './sources.js';

/** What holds for a value that must be an HTTP response. */
export function objectRule(documentation: string): ResponseRule {
  return {
    name: 'object',
    holds: 'The returned value is an object.',
    severity: 'error',
    source: documentation,
    check({ http, json, describe }, report) {
      if (http.fields !== undefined) return;
      const isText = typeof json === 'string' && json.startsWith('{');
      report([], {
        expected: 'an object with statusCode, headers and body',
        received: describe(),
        ...(isText && { hint: 'return the object itself' }),
      });
    },
  };
}

/** What holds for the status of an HTTP response and for the fields beside it. */
export function statusRules(documentation: string): readonly ResponseRule[] {
  return [
    {
      name: 'status-integer',
      holds: 'statusCode is an integer.',
      severity: 'error',
      source: documentation,
      check({ http, describe }, report) {
        if (http.fields === undefined || Number.isInteger(http.status)) return;
        const numeric = typeof http.status === 'string' && /^\d{3}$/.test(http.status);
        report(['statusCode'], {
          expected: 'an integer',
          received: describe('statusCode'),
          ...(numeric && { hint: `write ${http.status} without quotes` }),
        });
      },
    },
    {
      name: 'status-range',
      holds: 'statusCode is from 100 to 599.',
      severity: 'error',
      source: `${sources.http}#section-15; ${sources.emulator} wants it positive`,
      check({ http: { status } }, report) {
        if (typeof status !== 'number' || !Number.isInteger(status) || (status >= 100 && status <= 599))
          return;
        report(['statusCode'], { expected: 'an integer from 100 to 599', received: `${status}` });
      },
    },
    {
      name: 'status-final',
      holds: 'statusCode is a final one, not 1xx.',
      severity: 'warning',
      source: `${sources.http}#section-15.2`,
      check({ http: { status } }, report) {
        if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status >= 200) return;
        report(['statusCode'], {
          expected: 'a final status',
          received: `${status}, after which a client waits on`,
        });
      },
    },
    {
      name: 'misspelt-field',
      holds: 'No field stands under a name that other platforms or habits give it.',
      severity: 'warning',
      source: `${sources.apigw}; the vendor's own demo returns isBase64, which is ignored`,
      check({ http: { fields } }, report) {
        if (fields === undefined) return;
        for (const name of Object.keys(fields)) {
          const meant = misspellings.get(name);
          if (meant === undefined || meant in fields) continue;
          report([name], {
            expected: `no such field, since it is ignored`,
            received: 'a value',
            hint: `write ${meant}`,
          });
        }
        for (const [name, hint] of foreignFields) {
          if (name in fields)
            report([name], { expected: 'no such field, since it is ignored', received: 'a value', hint });
        }
      },
    },
  ];
}

const misspellings = new Map([
  ['isBase64', 'isBase64Encoded'],
  ['base64Encoded', 'isBase64Encoded'],
  ['isBase64encoded', 'isBase64Encoded'],
  ['status', 'statusCode'],
  ['code', 'statusCode'],
  ['status_code', 'statusCode'],
  ['statuscode', 'statusCode'],
  ['StatusCode', 'statusCode'],
  ['header', 'headers'],
  ['Headers', 'headers'],
  ['Body', 'body'],
]);

const foreignFields = new Map([
  ['multiValueHeaders', 'give the header a list of values in headers'],
  ['cookies', 'give Set-Cookie a list of values in headers'],
]);
