import { bytesOfBase64 } from '../../kernel/base64.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Rule } from '../../kernel/trigger.js';
import { headerOf } from './clients.js';
import { stages } from './deployment.js';
import { bodyBytes, type HttpEvent } from './events.js';

/** The rule that header names come in lower case. */
export function lowerCaseHeaders(kind: string, source: string): Rule<HttpEvent> {
  return {
    name: `${kind}/lower-case-headers`,
    holds: 'Header names come in lower case.',
    severity: 'warning',
    source,
    check({ headers }, report) {
      for (const name of Object.keys(headers)) {
        const lower = name.toLowerCase();
        if (name !== lower)
          report(['headers', name], { expected: `the name in lower case, ${lower}`, received: `"${name}"` });
      }
    },
  };
}

/** The rule that a body which is said to be Base64 is. */
export function base64Body(kind: string, source: string): Rule<Pick<HttpEvent, 'body' | 'isBase64Encoded'>> {
  return {
    name: `${kind}/base64-body`,
    holds: 'body is Base64 when isBase64Encoded is true.',
    severity: 'error',
    source,
    check({ body, isBase64Encoded }, report) {
      if (String(isBase64Encoded) !== 'true' || body === undefined || bytesOfBase64(body) !== undefined)
        return;
      report(['body'], { expected: 'Base64, since isBase64Encoded is true', received: describeValue(body) });
    },
  };
}

/** The rule that `content-length` counts the bytes of the body before Base64. */
export function contentLengthAgrees(kind: string, source: string): Rule<HttpEvent> {
  return {
    name: `${kind}/content-length`,
    holds: 'content-length counts the bytes of the body, before Base64.',
    severity: 'warning',
    source,
    check({ body = '', headers, isBase64Encoded }, report) {
      const length = headerOf(headers, 'content-length');
      if (length === undefined) return;
      const sizeBytes = bodyBytes(body, String(isBase64Encoded) === 'true');
      if (sizeBytes === undefined) return;
      if (length !== String(sizeBytes)) {
        report(['headers', 'content-length'], {
          expected: `"${sizeBytes}", the bytes of the body`,
          received: `"${length}"`,
        });
      }
    },
  };
}

/** The rule that the environment of an API is one of the three that API Gateway has. */
export function knownStage(kind: string): Rule<{ requestContext: { stage: string } }> {
  return {
    name: `${kind}/stage`,
    holds: 'stage is release, test or prepub.',
    severity: 'warning',
    source: 'https://cloud.tencent.com/document/product/583/12513',
    check({ requestContext: { stage } }, report) {
      if (stages.some((one) => one === stage)) return;
      report(['requestContext', 'stage'], {
        expected: 'release, test or prepub',
        received: describeValue(stage),
      });
    },
  };
}
