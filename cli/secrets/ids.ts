import { isShapedFake, shapedFake } from './fakes.js';

/** A sort of id that says whose something is, or which request it was. */
export interface IdSort {
  readonly what: string;
  /** Ids of one sort with the same sequence get the same number when they are equal. */
  readonly sequence: string;
  /** Names of fields that hold nothing else. */
  readonly name: RegExp;
  /** Where it stands in a text: what is kept, and the id. */
  readonly inText: readonly RegExp[];
  /** False for what is none, and for what nobody has. */
  isReal(id: string): boolean;
  fake(n: number, real: string): string;
}

const firstAccount = 1_250_000_000;
const firstUin = 100_000_000_000;

/** APPIDs and uins: the numbers of an account; both stand in the same places. */
const account: IdSort = {
  what: 'a number of an account',
  sequence: 'account',
  name: /^(?:app[-_]?id|bucket[-_]?appid|topicowner|(?:owner|sub|main|root|user|create|operator)?[-_]?(?:account)?[-_]?uin)$/i,
  inText: [
    /(\b(?:appid|app_id|uin|owneruin|subaccountuin)[\\"']*\s*[/:=]\s*[\\"']*)(\d{9,12})(?!\d)/gi,
    /(\buid)(1\d{9,11})(?!\d)/g,
    /((?<![\w.-])[a-z0-9][a-z0-9-]*-)(1[23]\d{8})(?=$|\/|\.[a-z0-9-]+\.)/g,
    /((?<![^/\s"'])\/?)(1[23]\d{8})(?=\/|-(?:WorkflowTask|EditMedia|ScheduleTask)|-[a-z0-9]{10}\.)/g,
  ],
  isReal: (id) => /^\d{9,12}$/.test(id) && !/^125000\d{4}$|^1000000\d{5}$/.test(id),
  fake: (n, { length }) => String(length > 10 ? firstUin + n : firstAccount + n),
};

/** Apps of WeChat are public, but say whose the app is. */
const wechatApp: IdSort = {
  what: 'an id of an app',
  sequence: 'app',
  name: /^app[-_]?id$/i,
  inText: [/((?<![A-Za-z0-9]))(wx[0-9a-f]{16})(?![A-Za-z0-9])/g],
  isReal: (id) => /^wx[0-9a-f]{16}$/.test(id) && !isShapedFake(id, 2),
  fake: (n, real) => shapedFake(real, n, 2),
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const uuidFake = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const request: IdSort = {
  what: 'an id of a request',
  sequence: 'request',
  name: /request[-_]?id$|^req[-_]?id$|^x-(?:cos|oss|tc|scf|api)-request-?id$/i,
  inText: [
    /(\brequest[-_ ]?id[\\"']*\s*[:=]\s*[\\"']*)([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32})(?![0-9a-f-])/gi,
  ],
  isReal: (id) => id.length >= 8 && /\d/.test(id) && !/^0{8}-0{4}-4000-8000-/.test(id) && !isEmptyId(id),
  fake: (n, real) => (uuid.test(real) ? uuidFake(n) : emptyId(n, real)),
};

const connection: IdSort = {
  what: 'an id of a connection',
  sequence: 'connection',
  name: /^secconnectionid$/i,
  inText: [/(\bsecConnectionID[\\"']*\s*[:=]\s*[\\"']*)([\w+/=-]+)/g],
  isReal: (id) => id.length >= 8 && !isEmptyId(id),
  fake: (n, real) => emptyId(n, real),
};

const person: IdSort = {
  what: 'an id of a person',
  sequence: 'person',
  name: /^(?:open|union)[-_]?id$/i,
  inText: [
    /(\b(?:open|union)[-_]?id[\\"']*\s*[:=]\s*[\\"']*)([\w-]+)/gi,
    /((?<![\w-]))(o[A-Za-z0-9_-]{5}[\w-]{22})(?![\w-])/g,
  ],
  isReal: (id) => id.length >= 20 && /\d/.test(id) && /[A-Za-z]/.test(id) && !isShapedFake(id, 1),
  fake: (n, real) => shapedFake(real, n, 1),
};

/** What is replaced when events are imported, since it says whose they are. */
export const idSorts: readonly IdSort[] = [wechatApp, account, request, connection, person];

/** The same id with zeros and a number; where it is Base64, of bytes as many as before. */
function emptyId(n: number, real: string): string {
  const bytes = base64Bytes(real);
  if (bytes === undefined) {
    const kept = /^\d+$/.test(real) ? '1' : '';
    return kept + shapedFake(real.slice(kept.length), n);
  }
  if (isAscii(bytes)) return Buffer.from(shapedFake(bytes.toString('latin1'), n)).toString('base64');
  const empty = Buffer.alloc(bytes.length);
  empty.writeUInt32BE(n, Math.max(0, bytes.length - 4));
  return empty.toString('base64');
}

function isEmptyId(id: string): boolean {
  if (/^1?0{5}\d*$/.test(id)) return true;
  const bytes = base64Bytes(id);
  if (bytes === undefined) return isShapedFake(id);
  if (isAscii(bytes)) return isShapedFake(bytes.toString('latin1'));
  return bytes.subarray(0, -4).every((byte) => byte === 0);
}

/** The bytes of an id that is Base64 and nothing simpler. */
function base64Bytes(id: string): Buffer | undefined {
  if (id.length % 4 !== 0 || /^[0-9a-f]+$/i.test(id)) return undefined;
  const bytes = Buffer.from(id, 'base64');
  return bytes.length >= 8 && bytes.toString('base64') === id ? bytes : undefined;
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}
