import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { isObject, type JsonValue, parsedJson, setOwn } from '../../../kernel/json.js';
import { abridgedBytes } from './abridged.js';
import { isCloudQueue, queueEffectKind, queueParameters } from './cloudQueue.js';
import type { EffectCall, EffectKind } from './effectKind.js';
import { isLoopback, isOwnServer } from './ownServers.js';
import type { HttpAnswer, Recorder } from './recorder.js';
import { bytesOf } from './requestBytes.js';

/** True for the address of a server of this process. */
export function isOwnUrl(url: URL): boolean {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return isLoopback(url.hostname) && isOwnServer({ host: url.hostname, port });
}

/** Notes a request and has it answered. */
export async function recordedRequest(
  recorder: Recorder,
  request: Request,
  answer: HttpAnswer,
): Promise<Response> {
  const url = new URL(request.url);
  const name = `${request.method} ${url.origin}${url.pathname}`;
  if (isCloudQueue(url)) {
    const asked = queueParameters(url, Buffer.from(await bytesOf(request)).toString());
    return recorder.run(name, [asked], () => answer(request), queueEffectKind(asked));
  }
  const body = await bodyOf(request, url);
  recorder.addTraffic((await bytesOf(request)).byteLength);
  const args = [{ query: url.search, body }];
  const call = (noted: EffectCall): Promise<Response> | Response => {
    noted.headers = Object.fromEntries(request.headers);
    return answer(request);
  };
  return recorder.run(name, args, call, effectKindOf(request, url, body));
}

/** Last part of a path where a POST only asks: OAuth's token, Elasticsearch's _search and _count, and what begins with such a verb. */
const asking =
  /^(oauth2?|(access_?)?token|login|_?m?search|_?query|_?count|_mget|lookup|verify|validate|(get|list|find|describe|fetch|query|search)([A-Z_-].*)?)$/;
/** Actions of the vendor's cloud API that only ask: https://cloud.tencent.com/document/api/583/17238 */
const askingAction = /^(Describe|Get|List|Query|Search|Inquiry|Check|BatchDescribe|BatchGet)/;

/** Actions of it that come to the same when they come twice: they set what they name. */
const settingAction = /^(Update|Modify|Set|Put|Enable|Disable)[A-Z]/;

/**
 * True for an asynchronous invocation of another function: the platform tries it again by itself, so that what it calls
 * must stand the same one twice: https://www.tencentcloud.com/document/product/583/39851
 */
const isAsyncInvocation = (action: string, body: JsonValue): boolean =>
  action === 'Invoke' && isObject(body) && body.InvocationType === 'Event';

/** True for a POST that leaves nothing behind. */
function asks({ headers }: Request, url: URL, body: JsonValue): boolean {
  const action = headers.get('x-tc-action');
  if (action !== null) return askingAction.test(action);
  const last = url.pathname.replace(/\/$/, '').split('/').at(-1) ?? '';
  if (last !== 'graphql') return asking.test(last);
  const query = isObject(body) ? body.query : undefined;
  return typeof query === 'string' && !/\b(mutation|subscription)\b/.test(query);
}

const isBulk = ({ pathname }: URL): boolean => /\/_bulk\/?$/.test(pathname);

/** What a bulk leaves behind of each of its documents. */
interface BulkLeft {
  /** Those with an id, by their address. */
  readonly parts: Record<string, string>;
  /** Those without one, which are others each time. */
  readonly entries: string[];
}

/**
 * What each document of an Elasticsearch bulk becomes; undefined for what is none:
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk
 */
function bulkLeft(method: string, url: URL, body: JsonValue): BulkLeft | undefined {
  const text = isObject(body) ? JSON.stringify(body) : body;
  if (typeof text !== 'string' || !isBulk(url)) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const address = `${url.origin}${url.pathname}`;
  const left: BulkLeft = { parts: {}, entries: [] };
  for (let at = 0; at < lines.length; at++) {
    const [entry] = Object.entries(Object(parsedJson(lines[at] ?? '')));
    const [action = '', meta] = entry ?? [];
    if (!bulkActions.has(action) || !isObject(meta)) return undefined;
    const source = action === 'delete' ? '' : (lines[++at] ?? '');
    const index = meta._index === undefined ? '' : `${meta._index} `;
    const told = `${method} ${address} [${`${index}${action} ${source}`.trim()}]`;
    if (meta._id === undefined) left.entries.push(told);
    else setOwn(left.parts, `${address} ${meta._index} ${meta._id}`, told);
  }
  return left;
}

const bulkActions = new Set(['index', 'create', 'update', 'delete']);

/** GET leaves nothing, PUT and DELETE a value under their address, POST an entry unless it asks or carries an idempotency key. */
function effectKindOf(request: Request, url: URL, body: JsonValue): EffectKind {
  const { method, headers } = request;
  const address = `${url.origin}${url.pathname}${url.search}`;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { kind: 'read' };
  if (method === 'PUT' || method === 'DELETE') return { kind: 'overwrite', key: address };
  if (method === 'POST' && asks(request, url, body)) return { kind: 'read' };
  const action = headers.get('x-tc-action') ?? '';
  if (settingAction.test(action) || isAsyncInvocation(action, body))
    return { kind: 'overwrite', key: `${address} ${action} ${JSON.stringify(body)}` };
  const bulk = bulkLeft(method, url, body);
  if (bulk !== undefined)
    return bulk.entries.length > 0
      ? { kind: 'append', ...bulk }
      : { kind: 'overwrite', key: address, parts: bulk.parts };
  const key = headers.get('idempotency-key') ?? headers.get('x-idempotency-key');
  return key === null ? { kind: 'append' } : { kind: 'once', key: `${address} ${key}` };
}

/** A body with more bytes is not opened: what is in it is compared by its digest. */
const longestBody = 1_000_000;

async function bodyOf(request: Request, url: URL): Promise<JsonValue> {
  const bytes = Buffer.from(await bytesOf(request));
  const plain = decompressed(bytes, request.headers.get('content-encoding'));
  if (plain === undefined) return bytes.toString('base64');
  if (plain.length > longestBody && !isBulk(url)) return abridgedBytes(plain);
  if (isBinary(plain)) return plain.toString('base64');
  const text = new TextDecoder().decode(plain);
  // A number with so many digits would not be the same afterwards.
  if (/\d{16}/.test(text)) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** Bytes that no text has, but for tabs, line ends and page breaks. */
const control = new Set([...Array(32).keys()].filter((byte) => ![9, 10, 12, 13].includes(byte)));

/** True for bytes that are no UTF-8, and no text that was cut within a character either, as those of a picture. */
function isBinary(bytes: Buffer): boolean {
  return !isUtf8(bytes) && bytes.some((byte) => control.has(byte));
}

const codings = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync };

/** What the other side reads of bytes; undefined of what is compressed and cannot be read. */
function decompressed(bytes: Buffer, coding: string | null): Buffer | undefined {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const open = isGzip ? gunzipSync : codings[coding as keyof typeof codings];
  if (open === undefined) return bytes;
  try {
    return open(bytes, { maxOutputLength: maxDecompressed });
  } catch {
    return undefined;
  }
}

/** A body that is larger when it is decompressed is compared by its bytes. */
const maxDecompressed = 2 ** 26;
