import type { JsonValue } from '../../../kernel/json.js';
import type { EffectKind } from './effectKind.js';

/**
 * Hosts of message queues (CMQ, and CMQ of TDMQ), public and private:
 * https://cloud.tencent.com/document/api/406/5837, https://www.tencentcloud.com/document/product/1111/46415
 */
const queueHosts =
  /^cmq-(queue|topic)-[a-z]+\.api\.(qcloud|tencentyun)\.com$|^cmq-[a-z]+\.public[a-z\d-]*\.tencenttdmq\.com$|^[a-z]+\.mqadapter\.cmq\.tencentyun\.com$/;

/** What differs in every request: https://cloud.tencent.com/document/product/295/7279 */
const ofRequest = /^(nonce|timestamp|signature|clientRequestId)$/i;

export function isCloudQueue({ hostname }: URL): boolean {
  return queueHosts.test(hostname);
}

/** What a request to a message queue asks for, by query or form, without its signature. */
export function queueParameters({ searchParams }: URL, body: string): Readonly<Record<string, string>> {
  const all = [...searchParams, ...new URLSearchParams(body)].filter(([name]) => !ofRequest.test(name));
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a request to a message queue leaves behind: a message is one more each time. */
export function queueEffectKind(parameters: Readonly<Record<string, string>>): EffectKind {
  const { Action = '' } = parameters;
  if (/^(Batch)?(Receive|Get|List|Query|Describe)/.test(Action)) return { kind: 'read' };
  if (!/^(Batch)?(Delete|Set|Modify|Create|Subscribe|Unsubscribe|Clear|Rewind)/.test(Action))
    return { kind: 'append' };
  return { kind: 'overwrite', key: `cmq ${JSON.stringify(parameters)}` };
}

const done = { code: 0, message: '', requestId: '14534664555' } as const;

/** Success; a queue has no messages, and what is sent gets an id for each. */
export function queueAnswer(parameters: Readonly<Record<string, string>>): JsonValue {
  const { Action = '' } = parameters;
  if (/^(Batch)?Receive/.test(Action)) return { ...done, code: 7000, message: '(10200)no message' };
  if (/^Batch(Send|Publish)/.test(Action)) {
    const count = Object.keys(parameters).filter((name) => /^msgBody\.\d+$/.test(name)).length;
    return {
      ...done,
      msgList: Array.from({ length: count }, (_, index) => ({ msgId: `${123345346 + index}` })),
    };
  }
  return /^(Send|Publish)/.test(Action) ? { ...done, msgId: '123345346' } : done;
}
