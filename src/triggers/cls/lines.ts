import { slugs, words } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';

export const topicNames: readonly string[] = [
  'testname',
  'nginx-access',
  'app-log',
  'order_service',
  'audit',
];

/** What CLS takes for the name of a topic. */
export const legalTopicName = /^[^|\p{Cc}]{1,255}$/u;

const levels: readonly string[] = ['INFO', 'INFO', 'INFO', 'WARN', 'ERROR'];
const methods: readonly string[] = ['GET', 'GET', 'POST'];
const statuses: readonly string[] = ['200', '200', '204', '404', '500'];

/** Starts of lines as JSON strings, put together once, since a hundred thousand lines may follow. */
const requests: readonly string[] = slugs
  .slice(0, 16)
  .flatMap((slug) =>
    methods.map((method) => `"{\\"method\\":\\"${method}\\",\\"path\\":\\"/${slug}\\",\\"status\\":\\"`),
  )
  .flatMap((start) => statuses.map((status) => `${start}${status}\\",\\"ms\\":\\"`));
const messages: readonly string[] = words.flatMap((word) =>
  levels.map((level) => `"{\\"level\\":\\"${level}\\",\\"msg\\":\\"${word}\\",\\"trace\\":\\"`),
);
const plainLines: readonly string[] = slugs.flatMap((slug) =>
  levels.map((level) => `"${level} ${slug} took `),
);

/** A log line as a JSON string, quotes and all: mostly the JSON of an object of strings, sometimes plain text. */
export function drawLineJson(draw: Draw): string {
  if (draw.isHostile()) return JSON.stringify(draw.text(slugs));
  const kind = draw.below(6);
  if (kind < 3) return `${draw.pick(requests)}${draw.below(1000)}\\"}"`;
  if (kind < 5) return `${draw.pick(messages)}${draw.hex(16)}\\"}"`;
  return `${draw.pick(plainLines)}${draw.below(5000)} ms"`;
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
