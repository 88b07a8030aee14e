import { slugs } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';

/** What CLS takes for the name of a topic. */
export const legalTopicName = /^[^|\p{Cc}]{1,255}$/u;

const levels: readonly string[] = ['INFO', 'INFO', 'INFO', 'WARN', 'ERROR'];
const methods: readonly string[] = ['GET', 'GET', 'POST'];
const statuses: readonly string[] = ['200', '200', '204', '404', '500'];
const services: readonly string[] = ['inventory', 'payment', 'search', 'mail'];
const users: readonly string[] = ['li.wei', 'wang.fang', 'admin', 'deploy-bot'];
const deeds: readonly string[] = ['login', 'logout', 'create_order', 'change_price', 'export_report'];

/** What programs say, by how bad it is. */
const said: Readonly<Record<string, readonly string[]>> = {
  INFO: ['order created', 'payment callback received', 'session refreshed', 'report sent', 'upload finished'],
  WARN: ['slow query', 'cache miss', 'retrying request', 'queue is nearly full'],
  ERROR: ['connection refused', 'payment failed', 'no answer for 3 s', 'out of stock'],
};

/** The inside of a JSON string. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Starts of lines as JSON strings, put together once, since a hundred thousand lines may follow. */
const requests: readonly string[] = slugs
  .slice(0, 16)
  .flatMap((slug) => methods.map((method) => `{"method":"${method}","path":"/${slug}","status":"`))
  .flatMap((start) => statuses.map((status) => `"${quoted(`${start}${status}","ms":"`)}`));
const messages: readonly string[] = levels.flatMap((level) =>
  (said[level] ?? []).map((message) => `"${quoted(`{"level":"${level}","msg":"${message}","trace":"`)}`),
);
const plainLines: readonly string[] = services.flatMap((service) =>
  levels.flatMap((level) => (said[level] ?? []).map((message) => `"${level} [${service}] ${message} after `)),
);
const accesses: readonly string[] = slugs
  .slice(0, 8)
  .flatMap((slug) => methods.map((method) => `203.0.113.7 - - "${method} /${slug} HTTP/1.1" `))
  .flatMap((start) => statuses.map((status) => `"${quoted(`${start}${status} `)}`));
const audits: readonly string[] = users.flatMap((user) =>
  deeds.map((deed) => `"${quoted(`{"user":"${user}","action":"${deed}","result":"success","request":"`)}`),
);
const endOfJson = `${quoted('"}')}"`;
const endOfAccess = `${quoted(' "-" "curl/8.5.0"')}"`;

/** Draws a line of one sort of program as a JSON string, quotes and all. */
type LineSort = (draw: Draw) => string;

const requestLine: LineSort = (draw) => draw.pick(requests) + draw.below(1000) + endOfJson;
const messageLine: LineSort = (draw) => draw.pick(messages) + draw.hex(16) + endOfJson;
const plainLine: LineSort = (draw) => `${draw.pick(plainLines)}${draw.below(5000)} ms"`;
const accessLine: LineSort = (draw) => draw.pick(accesses) + draw.below(50_000) + endOfAccess;
const auditLine: LineSort = (draw) => draw.pick(audits) + draw.hex(16) + endOfJson;

const anyProgram: readonly LineSort[] = [requestLine, requestLine, messageLine, messageLine, plainLine];

/** What the programs of a topic log; the more often a sort stands here, the more there is of it. */
const linesOfTopic: ReadonlyMap<string, readonly LineSort[]> = new Map([
  ['testname', anyProgram],
  ['nginx-access', [requestLine, requestLine, accessLine]],
  ['app-log', [messageLine, messageLine, plainLine]],
  ['order_service', [messageLine, messageLine, messageLine, plainLine]],
  ['audit', [auditLine]],
]);

export const topicNames: readonly string[] = [...linesOfTopic.keys()];

/** What draws the lines of a topic: mostly the JSON of an object of strings, sometimes plain text. */
export function lineSortOf(topicName: string): LineSort {
  const sorts = linesOfTopic.get(topicName) ?? anyProgram;
  return (draw) => (draw.isHostile() ? JSON.stringify(draw.text(slugs)) : draw.pick(sorts)(draw));
}

const microsecondsPerSecond = 1_000_000;

/** A clock that hands out rising timestamps in microseconds as text. */
export class LineClock {
  #seconds: number;
  #microseconds = 0;

  constructor(unixSeconds: number) {
    this.#seconds = unixSeconds;
  }

  /** The timestamp so many microseconds (less than a million) later; in two small numbers, whose text is cheap. */
  after(microseconds: number): string {
    this.#microseconds += microseconds;
    if (this.#microseconds >= microsecondsPerSecond) {
      this.#microseconds -= microsecondsPerSecond;
      this.#seconds++;
    }
    return this.#seconds + String(microsecondsPerSecond + this.#microseconds).slice(1);
  }
}

/** One record as JSON text. */
export function recordJson(timestamp: string, lineJson: string): string {
  return `{"timestamp":"${timestamp}","content":${lineJson}}`;
}

/** The logs as JSON text. */
export function logsJson(topicId: string, topicName: string, recordsJson: readonly string[]): string {
  return `{"topic_id":${JSON.stringify(topicId)},"topic_name":${JSON.stringify(topicName)},"records":[${recordsJson.join(',')}]}`;
}
