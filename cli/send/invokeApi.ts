import { createHash, createHmac } from 'node:crypto';
import { exampleKeys, isObject } from '../../src/core.js';
import type { Answer, Receiver, ReceiverOptions } from './answer.js';
import { exchange } from './exchange.js';
import { failureIn, objectIn } from './failureIn.js';

const contentType = 'application/json; charset=utf-8';

/** The Invoke API that `serve --kind invoke` plays; called with the keys that it takes when it is told no others. */
export function invokeApi({ url, timeoutMs, functionName }: ReceiverOptions): Receiver {
  return {
    async deliver(event): Promise<Answer> {
      const call = { FunctionName: functionName, ClientContext: JSON.stringify(event) };
      const body = Buffer.from(JSON.stringify({ ...call, InvocationType: 'RequestResponse' }));
      const headers = [
        ['Content-Type', contentType],
        ['X-TC-Action', 'Invoke'],
        ['X-TC-Version', '2018-04-16'],
        ...signatureOf(body, url.host, Math.floor(Date.now() / 1000)),
      ] as const;
      const answer = await exchange({ url, timeoutMs }, { method: 'POST', target: '/', headers, body });
      return answerIn(answer.status, answer.body);
    },
    close: async () => undefined,
  };
}

/** TC3-HMAC-SHA256: https://cloud.tencent.com/document/api/583/33846 */
function signatureOf(body: Uint8Array, host: string, seconds: number): (readonly [string, string])[] {
  const { secretId, secretKey } = exampleKeys;
  const date = new Date(seconds * 1000).toISOString().slice(0, 10);
  const scope = `${date}/scf/tc3_request`;
  const signed = `content-type:${contentType}\nhost:${host}\n`;
  const canonical = ['POST', '/', '', signed, 'content-type;host', sha256(body)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'scf'), 'tc3_request');
  const text = `TC3-HMAC-SHA256\n${seconds}\n${scope}\n${sha256(canonical)}`;
  const signature = hmac(key, text).toString('hex');
  return [
    ['X-TC-Timestamp', String(seconds)],
    [
      'Authorization',
      `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`,
    ],
  ];
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** The result of the function counts, not the JSON around it. */
function answerIn(status: number, body: Buffer): Answer {
  const { Response: response } = objectIn(body.toString());
  const { Error: refusal, Result: result } = isObject(response) ? response : {};
  if (isObject(refusal))
    return { status, bytes: body.byteLength, problem: `${refusal.Code}: ${refusal.Message}` };
  if (!isObject(result))
    return { status, bytes: body.byteLength, problem: 'that is no answer of the Invoke API' };
  const bytes = Buffer.byteLength(String(result.RetMsg ?? ''));
  if (result.InvokeResult === 0) return { status, bytes };
  return { status, bytes, problem: failureIn(String(result.RetMsg || result.ErrMsg)) };
}
