import { headerOf } from '../../domain/http/clients.js';
import type { ClbEvent } from '../../generated/clb.js';
import { bytesOfBase64 } from '../../kernel/base64.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Rule } from '../../kernel/trigger.js';
import { isPassedAsText } from './payload.js';

const documents = 'https://cloud.tencent.com/document/product/583/52635';

const encodingOfType: Rule<ClbEvent> = {
  name: 'clb/encoding-of-type',
  holds:
    'A body of text/*, application/json, application/javascript or application/xml is passed on as it is, any other as Base64.',
  severity: 'error',
  source: documents,
  check({ headers, isBase64Encoded }, report) {
    const contentType = headerOf(headers, 'content-type');
    if (contentType === undefined || isBase64Encoded === undefined) return;
    const expected = String(!isPassedAsText(contentType));
    if (String(isBase64Encoded) === expected) return;
    report(['isBase64Encoded'], {
      expected: `"${expected}" for a body of ${contentType}`,
      received: describeValue(isBase64Encoded),
    });
  },
};

const base64Payload: Rule<ClbEvent> = {
  name: 'clb/base64-payload',
  holds: 'payload is Base64 when isBase64Encoded is "true".',
  severity: 'error',
  source: documents,
  check({ isBase64Encoded, payload }, report) {
    if (String(isBase64Encoded) !== 'true') return;
    if (typeof payload === 'string' && bytesOfBase64(payload) !== undefined) return;
    report(['payload'], {
      expected: 'Base64, since isBase64Encoded is "true"',
      received: describeValue(payload),
    });
  },
};

const flagAsText: Rule<ClbEvent> = {
  name: 'clb/flag-as-text',
  holds: 'isBase64Encoded is the text "true" or "false".',
  severity: 'warning',
  source: 'documented (Chinese pages); absent on the English page of 2022',
  check({ isBase64Encoded }, report) {
    if (typeof isBase64Encoded === 'string') return;
    report(['isBase64Encoded'], { expected: '"true" or "false"', received: describeValue(isBase64Encoded) });
  },
};

const capitalHeaders: Rule<ClbEvent> = {
  name: 'clb/title-case-headers',
  holds: 'Header names begin with a capital letter.',
  severity: 'warning',
  source: documents,
  check({ headers }, report) {
    for (const name of Object.keys(headers)) {
      if (name[0] === name[0]?.toUpperCase()) continue;
      report(['headers', name], { expected: 'a name that begins with a capital letter', received: name });
    }
  },
};

const millisecondTime: Rule<ClbEvent> = {
  name: 'clb/stgw-time',
  holds: 'X-Stgw-Time is seconds since 1970, a point and three digits.',
  severity: 'error',
  source: documents,
  check({ headers }, report) {
    const time = headerOf(headers, 'x-stgw-time');
    if (time === undefined || /^\d+\.\d{3}$/.test(time)) return;
    report(['headers', 'X-Stgw-Time'], {
      expected: 'seconds with three decimals',
      received: describeValue(time),
    });
  },
};

const balancerHeaders: Rule<ClbEvent> = {
  name: 'clb/balancer-headers',
  holds: 'X-Real-IP, X-Forwarded-For, X-Forwarded-Proto and X-Stgw-Time are there.',
  severity: 'warning',
  source: documents,
  check({ headers }, report) {
    for (const name of ['X-Real-IP', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Stgw-Time']) {
      if (headerOf(headers, name) === undefined)
        report(['headers', name], { expected: 'a string', received: 'nothing' });
    }
  },
};

/** What holds between the fields of an event of a load balancer. */
export const clbRules: readonly Rule<ClbEvent>[] = [
  encodingOfType,
  base64Payload,
  flagAsText,
  capitalHeaders,
  millisecondTime,
  balancerHeaders,
];
