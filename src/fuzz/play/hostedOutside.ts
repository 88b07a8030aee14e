import type { Outside, OutsideAnswer, OutsideQuestion } from '../../runtime/outside.js';
import { type InstanceChance, withChance } from './chance/chance.js';
import { recordedRequest } from './effects/recordedRequest.js';
import { type HttpAnswer, OutsideFault, type Recorder } from './effects/recorder.js';

/** What a function in a process of its own does outside, noted by the recorder of its invocation. */
export function hostedOutside(
  recorder: Recorder,
  {
    chance,
    http,
    onRead,
  }: {
    readonly chance: InstanceChance;
    readonly http: HttpAnswer | undefined;
    readonly onRead: Outside['read'] | undefined;
  },
): Outside {
  return {
    async ask(question, atMs) {
      chance.current.reach(atMs);
      const answer = await withChance(chance, () => answered(recorder, question, http));
      return { answer, atMs: chance.current.nowMs };
    },
    change({ name, path, state }) {
      recorder.note(`fs.${name}`, [path], { kind: 'overwrite', key: `file ${path}` }, state);
    },
    read: (path, sort) => onRead?.(path, sort),
    followZone() {
      recorder.followsZone = true;
    },
    knowCode(code) {
      recorder.code = code;
    },
    lose: (what) => void recorder.lost.push(...what),
  };
}

async function answered(
  recorder: Recorder,
  question: OutsideQuestion,
  http: HttpAnswer | undefined,
): Promise<OutsideAnswer> {
  if (question.kind === 'refuse') {
    const error: unknown = await recorder.refuse(question.name, question.code);
    return { error: codeOf(error) };
  }
  if (http === undefined) return { error: 'ECONNREFUSED' };
  const { method, url, headers, body } = question;
  const mayHaveBody = method !== 'GET' && method !== 'HEAD' && body !== '';
  const request = new Request(url, {
    method,
    headers: headers
      .filter(([name]) => !/^(host|connection|content-length|transfer-encoding)$/i.test(name))
      .map(([name, value]) => [name, value]),
    ...(mayHaveBody ? { body: Buffer.from(body, 'base64') } : {}),
  });
  try {
    const response = await recordedRequest(recorder, request, http);
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: [...response.headers], body: bytes.toString('base64') };
  } catch (error) {
    if (error instanceof OutsideFault) return { error: error.code };
    throw error;
  }
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'ECONNREFUSED';
}
