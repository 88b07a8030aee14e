import { slugs, words } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';

export const topicNames: readonly string[] = [
  'testname',
  'nginx-access',
  'app-log',
  'order_service',
  'audit',
];

const levels: readonly string[] = ['INFO', 'INFO', 'INFO', 'WARN', 'ERROR'];
const statuses: readonly string[] = ['200', '200', '200', '204', '302', '404', '500'];
const methods: readonly string[] = ['GET', 'GET', 'POST', 'DELETE'];

/**
 * A log line as a JSON string, quotes and all: mostly the JSON of an object of strings, sometimes plain text.
 * (Written out escaped, since a hundred thousand of them are.)
 */
export function drawLineJson(draw: Draw): string {
  if (draw.isHostile()) return JSON.stringify(draw.text(slugs));
  switch (draw.below(6)) {
    case 0:
    case 1:
    case 2:
      return `"{\\"method\\":\\"${draw.pick(methods)}\\",\\"path\\":\\"/${draw.pick(slugs)}\\",\\"status\\":\\"${draw.pick(statuses)}\\",\\"ms\\":\\"${draw.below(1000)}\\"}"`;
    case 3:
    case 4:
      return `"{\\"level\\":\\"${draw.pick(levels)}\\",\\"msg\\":\\"${draw.pick(words)} ${draw.pick(words)}\\",\\"trace\\":\\"${draw.hex(16)}\\"}"`;
    default:
      return `"${draw.pick(levels)} ${draw.pick(slugs)} took ${draw.below(5000)} ms"`;
  }
}

/** One record as JSON text. */
export function recordJson(microseconds: number, lineJson: string): string {
  return `{"timestamp":"${microseconds}","content":${lineJson}}`;
}

/** The logs as JSON text. */
export function logsJson(topicId: string, topicName: string, recordsJson: readonly string[]): string {
  return `{"topic_id":${JSON.stringify(topicId)},"topic_name":${JSON.stringify(topicName)},"records":[${recordsJson.join(',')}]}`;
}
