import { type ClsEvent, clsContract } from '../../generated/cls.js';
import { type ClsLogs, type ClsRecord, clsLogsContract } from '../../generated/cls-logs.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { describeValue } from '../../kernel/describeValue.js';
import { isObject, jsonInside } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';
import type { DecodedPart, Rule } from '../../kernel/trigger.js';
import { decodeCls, eventOf, gzipOf, gzipped, openCls } from './codec.js';
import { delivery } from './delivery.js';
import { edgeCases, page } from './edgeCases.js';
import { filledExactly } from './filled.js';
import { LineClock, legalTopicName, lineSortOf, logsJson, recordJson, topicNames } from './lines.js';

export type { ClsEvent, ClsLogs, ClsRecord };

const dataPath = ['clslogs', 'data'];
const encoding = 'Base64, gzip, JSON';

/** The documents cut their sample off with dots, which Base64 does not have. */
const isCutOff = (data: string): boolean => data.endsWith('...');

/** Microseconds since 1970 have been above this since 1973, milliseconds are below it until the year 5138, … */
const leastMicroseconds = 100_000_000_000_000;

/** … and nanoseconds have been above this since 1973. */
const leastNanoseconds = 100_000_000_000_000_000;

const dataOpens: Rule<ClsEvent> = {
  name: 'cls/data-opens',
  holds: 'data is Base64 of gzip of the JSON of log lines with timestamps in microseconds.',
  severity: 'error',
  source: `${page}; vendor demos in Node, Python and Go`,
  check({ clslogs: { data } }, report) {
    if (isCutOff(data)) return;
    const opened = openCls(data);
    if ('problem' in opened) {
      report(dataPath, {
        expected: 'Base64 of gzip of JSON',
        received: describeValue(data),
        hint: opened.problem,
      });
      return;
    }
    const { logs } = opened;
    for (const { path, expected, received } of clsLogsContract.issuesOf(logs)) {
      report([...dataPath, ...path], { expected, received });
    }
    if (!clsLogsContract.accepts(logs)) return;
    for (const [index, { timestamp }] of logs.records.entries()) {
      const time = Number(timestamp);
      if (typeof timestamp === 'number') continue;
      if (time >= leastMicroseconds && time < leastNanoseconds) continue;
      const path = [...dataPath, 'records', index, 'timestamp'];
      report(path, { expected: 'microseconds since 1970', received: describeValue(timestamp) });
    }
  },
};

const timestampIsText: Rule<ClsEvent> = {
  name: 'cls/timestamp-is-text',
  holds: 'A timestamp is a text of microseconds; some published texts show integers, of nanoseconds too.',
  severity: 'warning',
  source: `${page}; int64 in the vendor's Go demo`,
  check({ clslogs: { data } }, report) {
    const opened = openCls(data);
    if ('problem' in opened || !clsLogsContract.accepts(opened.logs)) return;
    for (const [index, { timestamp }] of opened.logs.records.entries()) {
      if (typeof timestamp === 'string') continue;
      const path = [...dataPath, 'records', index, 'timestamp'];
      report(path, { expected: 'a text of microseconds since 1970', received: describeValue(timestamp) });
    }
  },
};

const dataIsWhole: Rule<ClsEvent> = {
  name: 'cls/data-is-whole',
  holds: 'data is not the cut-off sample of the documents.',
  severity: 'warning',
  source: page,
  check({ clslogs: { data } }, report) {
    if (!isCutOff(data)) return;
    report(dataPath, {
      expected: encoding,
      received: describeValue(data),
      hint: 'the documents cut their sample off',
    });
  },
};

const hasRecords: Rule<ClsEvent> = {
  name: 'cls/has-records',
  holds: 'There is at least one log line.',
  severity: 'warning',
  source: page,
  check({ clslogs: { data } }, report) {
    const opened = openCls(data);
    if ('problem' in opened || !clsLogsContract.accepts(opened.logs) || opened.logs.records.length > 0)
      return;
    report([...dataPath, 'records'], { expected: 'at least one record', received: 'an empty array' });
  },
};

/** How many log lines an event has at most. */
const maxLengths: readonly number[] = [5, 5, 5, 5, 20, 20, 50];
const maxRecords = 100_000;

const records = {
  value: '<number>',
  about: `pack exactly so many log lines, 0 to ${maxRecords}; then nothing keeps them within 128 KB`,
  parse(value: unknown): number {
    const count = Number(value);
    if (String(value).trim() !== '' && Number.isInteger(count) && count >= 0 && count <= maxRecords)
      return count;
    throw new Misuse(
      'INVALID_RECORDS',
      `Cannot pack "${value}" log lines: it must be a whole number from 0 to ${maxRecords}.`,
    );
  },
};

/** Log lines that CLS collected. */
export const cls = defineTrigger({
  name: 'cls',
  summary: 'CLS collects log lines of a topic for some seconds and passes them on, packed.',
  documentation: page,
  contract: clsContract,
  invocation: 'async',
  delivery,
  retries:
    'Twice after an error of the function, a minute apart; an error that no retry mends (access denied, function not found) pauses the trigger.',
  payloadAt: 'clslogs.data, each record’s content',
  options: { records },
  sample(draw, given, options): ClsEvent {
    const topicId = draw.uuid();
    const topicName = draw.name(topicNames, legalTopicName);
    const lineOf = lineSortOf(topicName);
    const fewest = options.records ?? 1;
    const clock = new LineClock(draw.unixSeconds());
    const recordsJson = draw.list(fewest, options.records ?? draw.pick(maxLengths), (from) => {
      const timestamp = clock.after(from.below(500_000));
      const hasPayload = from.request.payload !== undefined;
      const line = hasPayload ? JSON.stringify(from.payloadText(lineOf)) : lineOf(from);
      return recordJson(timestamp, line);
    });
    if (given.clslogs?.data !== undefined) return { clslogs: { data: given.clslogs.data } };
    return eventOf(gzipped(logsJson(topicId, topicName, recordsJson)));
  },
  edgeCases,
  rules: [dataOpens, timestampIsText, dataIsWhole, hasRecords],
  looksLike: (value) => isObject(value) && Object.hasOwn(value, 'clslogs'),
  decode({ clslogs: { data } }): DecodedPart[] {
    const opened = openCls(data);
    if ('problem' in opened) return [{ path: dataPath, encoding, problem: opened.problem }];
    const parts: DecodedPart[] = [{ path: dataPath, encoding, value: opened.logs }];
    if (!clsLogsContract.accepts(opened.logs)) return parts;
    for (const [index, { content }] of opened.logs.records.entries()) {
      const value = jsonInside(content);
      if (value === undefined) continue;
      parts.push({ path: [...dataPath, 'records', index, 'content'], encoding: 'JSON', value });
    }
    return parts;
  },
  stretch: {
    grows: 'clslogs.data',
    step: 4,
    add(event, extra, draw) {
      const gzip = gzipOf(event);
      if (extra === 0) return event;
      if (extra % 4 !== 0 || gzip[3] !== 0) return undefined;
      // One byte below what the characters hold: one more and one fewer have Base64 of the same length.
      const targetBytes = ((event.clslogs.data.length + extra) / 4) * 3 - 1;
      return eventOf(filledExactly(decodeCls(event), gzip, targetBytes, draw));
    },
  },
  // CLS packs 128 KB of gzip, which are 171 KB of Base64: the gzip data is what counts.
  countedBytes: ({ clslogs: { data } }) => (data.length / 4) * 3 - paddingOf(data),
});

function paddingOf(base64: string): number {
  if (base64.endsWith('==')) return 2;
  return base64.endsWith('=') ? 1 : 0;
}
