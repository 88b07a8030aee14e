import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/runtime/outcome.js';

const facts = { requestId: 'r-1' } as Parameters<typeof outcomeOf>[1];
const limits = { timeoutMs: 3000, legacy: false };
const end = { type: 'result', json: 'null', by: 'promise', waits: false } as const;

test.each([
  [true, 410],
  [false, 407],
])(
  'an answer over 6 MB ends with the status of its sort of function: plain HTTP %s, %d',
  (isPlainHttp, statusCode) => {
    const outcome = outcomeOf({ ...end, sizeBytes: 6 * 1024 * 1024 + 1, isPlainHttp }, facts, limits);
    expect(outcome).toMatchObject({ ok: false, statusCode, body: { statusCode } });
  },
);
