import { websocketDocuments } from '../../domain/websocket/connection.js';
import { bytesOfBase64 } from '../../kernel/base64.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Issue, IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';

/** A request to the reverse-push address, from msw or from a socket. */
export interface PushRequest {
  readonly method: string;
  readonly body: Uint8Array;
}

/** What a function asks the gateway to do. */
export type Push =
  | { readonly action: 'data send'; readonly connectionId: string; readonly data: string | Uint8Array }
  | { readonly action: 'closing'; readonly connectionId: string };

/** A push, or what is wrong with it. */
export type ReadPush =
  | { readonly push: Push; readonly issues?: never }
  | { readonly push?: never; readonly connectionId: string | undefined; readonly issues: readonly Issue[] };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a request as strictly as it is documented: POST, JSON, action, id, and data of the type that it names. */
export function readPush({ method, body }: PushRequest): ReadPush {
  const issues: Issue[] = [];
  const report: Report = (what, path, problem) =>
    issues.push({ path, rule: `push/${what}`, severity: 'error', ...problem, source: websocketDocuments });
  if (method !== 'POST') report('method', [], { expected: 'the method POST', received: method });
  const json = parsed(body);
  const websocket = isObject(json?.value) ? json.value.websocket : undefined;
  if (json === undefined) {
    const received = body.byteLength === 0 ? 'an empty body' : textOf(body);
    report('json', [], { expected: 'a body of JSON', received });
  } else if (!isObject(websocket)) {
    const place: IssuePath = isObject(json.value) ? ['websocket'] : [];
    const received = describeValue(isObject(json.value) ? websocket : json.value);
    report('websocket', place, { expected: 'an object', received });
  }
  const push = isObject(websocket) ? pushIn(websocket, report) : undefined;
  if (push !== undefined && issues.length === 0) return { push };
  const id = isObject(websocket) ? websocket.secConnectionID : undefined;
  return { connectionId: typeof id === 'string' ? id : undefined, issues };
}

type Report = (what: string, path: IssuePath, problem: Pick<Issue, 'expected' | 'received' | 'hint'>) => void;

function pushIn(websocket: Readonly<Record<string, unknown>>, report: Report): Push | undefined {
  const { action, secConnectionID: connectionId } = websocket;
  const isId = typeof connectionId === 'string' && connectionId !== '';
  if (!isId) {
    const received = describeValue(connectionId);
    report('connection-id', ['websocket', 'secConnectionID'], {
      expected: 'a text that is not empty',
      received,
    });
  }
  if (action === 'closing') return isId ? { action, connectionId } : undefined;
  if (action !== 'data send') {
    const received = describeValue(action);
    report('action', ['websocket', 'action'], { expected: '"data send" or "closing"', received });
    return undefined;
  }
  const data = dataIn(websocket, report);
  return isId && data !== undefined ? { action, connectionId, data } : undefined;
}

function dataIn(
  { dataType, data }: Readonly<Record<string, unknown>>,
  report: Report,
): string | Uint8Array | undefined {
  if (dataType !== 'text' && dataType !== 'binary') {
    const received = describeValue(dataType);
    report('data-type', ['websocket', 'dataType'], { expected: '"text" or "binary"', received });
  }
  if (typeof data !== 'string') {
    const hint = isObject(data) || Array.isArray(data) ? { hint: 'JSON.stringify it' } : {};
    report('data', ['websocket', 'data'], { expected: 'a string', received: describeValue(data), ...hint });
    return undefined;
  }
  if (dataType !== 'binary') return data;
  const bytes = bytesOfBase64(data);
  if (bytes === undefined) {
    const expected = 'Base64, since dataType is "binary"';
    report('base64', ['websocket', 'data'], { expected, received: describeValue(data) });
  }
  return bytes;
}

function parsed(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(utf8.decode(body)) };
  } catch {
    return undefined;
  }
}

function textOf(body: Uint8Array): string {
  return describeValue(new TextDecoder().decode(body));
}
