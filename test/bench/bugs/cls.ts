import { createGunzip, gunzipSync } from 'node:zlib';
import type { ClsEvent } from '../../../src/generated/cls.js';
import type { ClsLogs, ClsRecord } from '../../../src/generated/cls-logs.js';
import type { BugCase } from './cases.js';
import { clsEvent } from './events.js';
import { digestOf, fieldOf, isRecord, keysIn, parsed } from './support.js';

/** Packed log lines. */
export const clsBugs: readonly BugCase<ClsEvent>[] = [
  {
    name: 'cls-not-unzipped',
    class: 'not-unzipped',
    trigger: 'cls',
    because: 'the data is gzip below the Base64, and gzip is no JSON',
    buggy: (world) => async (event) => {
      const logs: ClsLogs = JSON.parse(Buffer.from(event.clslogs.data, 'base64').toString('utf8'));
      for (const record of logs.records) {
        await world.db.put(keyOf(logs, record), record.content);
      }
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        await world.db.put(keyOf(logs, record), record.content);
      }
    },
    witness: () => ({ events: [clsEvent('GET / 200')] }),
  },
  {
    name: 'cls-read-as-latin1',
    class: 'wrong-charset',
    trigger: 'cls',
    because: 'the JSON is UTF-8; read as Latin-1, every Chinese character becomes three others',
    buggy: (world) => async (event) => {
      const json = gunzipSync(Buffer.from(event.clslogs.data, 'base64')).toString('binary');
      const logs: ClsLogs = JSON.parse(json);
      for (const record of logs.records) await world.db.put(keyOf(logs, record), record.content);
    },
    fixed: (world) => async (event) => {
      const json = gunzipSync(Buffer.from(event.clslogs.data, 'base64')).toString('utf8');
      const logs: ClsLogs = JSON.parse(json);
      for (const record of logs.records) await world.db.put(keyOf(logs, record), record.content);
    },
    property: ({ event, left }) => {
      const logs = unpacked(event);
      return logs.records.every((record) => left.db[keyOf(logs, record)] === record.content);
    },
    witness: () => ({ events: [clsEvent('登录失败')] }),
  },
  {
    name: 'cls-microseconds-as-milliseconds',
    class: 'wrong-time-unit',
    trigger: 'cls',
    because: 'timestamps count microseconds; as milliseconds they lie in the year 58000 and beyond',
    buggy: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const time = new Date(Number(record.timestamp)).toISOString();
        await world.db.put(`line:${time}:${digestOf(record.content)}`, record.content);
      }
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const time = new Date(Number(record.timestamp) / 1000).toISOString();
        await world.db.put(`line:${time}:${digestOf(record.content)}`, record.content);
      }
    },
    property: ({ left }) => keysIn(left, 'line:').every((key) => !/:\+\d{6}-/.test(key)),
    witness: () => ({ events: [clsEvent('GET / 200')] }),
  },
  {
    name: 'cls-content-parsed-unguarded',
    class: 'unguarded-parse',
    trigger: 'cls',
    because: 'content is often JSON, but every program may write plain lines',
    buggy: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const line = JSON.parse(record.content);
        await world.db.put(keyOf(logs, record), line?.level ?? 'info');
      }
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const line = parsed(record.content);
        const level = isRecord(line) && typeof line.level === 'string' ? line.level : 'info';
        await world.db.put(keyOf(logs, record), level);
      }
    },
    witness: () => ({ events: [clsEvent('{"level":"warn"}', 'GET / 200')] }),
  },
  {
    name: 'cls-timestamp-must-be-text',
    class: 'number-or-text',
    trigger: 'cls',
    because: 'one demo of the vendor reads the timestamp as a number, and numbers have no slice()',
    buggy: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const seconds = (record.timestamp as string).slice(0, -6);
        await world.db.put(`line:${seconds}:${digestOf(record.content)}`, record.content);
      }
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const seconds = String(record.timestamp).slice(0, -6);
        await world.db.put(`line:${seconds}:${digestOf(record.content)}`, record.content);
      }
    },
    witness: () => ({ events: [clsEvent({ timestamp: 1769873400000000 })] }),
  },
  {
    name: 'cls-first-chunk-of-stream',
    class: 'first-chunk-only',
    trigger: 'cls',
    because: 'a stream gives 16 KB at a time; longer logs end in the middle of the JSON',
    buggy: (world) => async (event) => {
      const json = await new Promise<string>((resolve, reject) => {
        const gunzip = createGunzip().once('data', (chunk) => resolve(String(chunk)));
        gunzip.once('error', reject).end(Buffer.from(event.clslogs.data, 'base64'));
      });
      const logs: ClsLogs = JSON.parse(json);
      for (const record of logs.records) await world.db.put(keyOf(logs, record), record.content.length);
    },
    fixed: (world) => async (event) => {
      const json = await new Promise<string>((resolve, reject) => {
        const chunks: Buffer[] = [];
        const gunzip = createGunzip().on('data', (chunk) => chunks.push(chunk));
        gunzip.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        gunzip.once('error', reject).end(Buffer.from(event.clslogs.data, 'base64'));
      });
      const logs: ClsLogs = JSON.parse(json);
      for (const record of logs.records) await world.db.put(keyOf(logs, record), record.content.length);
    },
    witness: () => ({ events: [clsEvent('x'.repeat(40_000))] }),
  },
  {
    name: 'cls-chunks-decoded-apart',
    class: 'character-cut-between-chunks',
    trigger: 'cls',
    because: 'a character of three bytes may lie across two chunks and becomes two replacement characters',
    buggy: (world) => async (event) => {
      let json = '';
      const gunzip = createGunzip();
      gunzip.end(Buffer.from(event.clslogs.data, 'base64'));
      for await (const chunk of gunzip) json += chunk;
      const logs: ClsLogs = JSON.parse(json);
      for (const record of logs.records) await world.db.put(keyOf(logs, record), record.content);
    },
    fixed: (world) => async (event) => {
      let json = '';
      const gunzip = createGunzip().setEncoding('utf8');
      gunzip.end(Buffer.from(event.clslogs.data, 'base64'));
      for await (const chunk of gunzip) json += chunk;
      const logs: ClsLogs = JSON.parse(json);
      for (const record of logs.records) await world.db.put(keyOf(logs, record), record.content);
    },
    property: ({ left }) => !JSON.stringify(left.db).includes('\uFFFD'),
    witness: () => ({ events: [clsEvent('日志'.repeat(10_000))] }),
  },
  {
    name: 'cls-day-in-local-time',
    class: 'local-time',
    trigger: 'cls',
    because: 'the day depends on the time zone of the machine',
    buggy: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const time = new Date(Number(record.timestamp) / 1000);
        const day = `${time.getFullYear()}-${time.getMonth() + 1}-${time.getDate()}`;
        await world.db.put(`${day}:${keyOf(logs, record)}`, record.content);
      }
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const time = new Date(Number(record.timestamp) / 1000);
        const day = `${time.getUTCFullYear()}-${time.getUTCMonth() + 1}-${time.getUTCDate()}`;
        await world.db.put(`${day}:${keyOf(logs, record)}`, record.content);
      }
    },
    witness: () => ({ events: [clsEvent({ timestamp: '1769877000000000' })], timeZone: 'Asia/Shanghai' }),
  },
  {
    name: 'cls-reduce-of-nothing',
    class: 'reduce-of-empty',
    trigger: 'cls',
    because: 'reduce() without a start throws when no line is an error',
    buggy: (world) => async (event) => {
      const logs = unpacked(event);
      const errors = logs.records.filter((record) => fieldOf(record.content, 'level') === 'error');
      const last = errors.reduce((a, b) => (Number(a.timestamp) > Number(b.timestamp) ? a : b));
      const time = Number(last.timestamp);
      if (time > Number((await world.db.get('last error')) ?? 0)) await world.db.put('last error', time);
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      const errors = logs.records.filter((record) => fieldOf(record.content, 'level') === 'error');
      if (errors.length === 0) return;
      const last = errors.reduce((a, b) => (Number(a.timestamp) > Number(b.timestamp) ? a : b));
      const time = Number(last.timestamp);
      if (time > Number((await world.db.get('last error')) ?? 0)) await world.db.put('last error', time);
    },
    witness: () => ({ events: [clsEvent('{"level":"info"}')] }),
  },
  {
    name: 'cls-newline-inside-a-row',
    class: 'unescaped-separator',
    trigger: 'cls',
    because: 'a stack trace has newlines itself: one record becomes several rows',
    buggy: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const row = `${record.timestamp},${record.content}`;
        await world.files.write(`${digestOf(keyOf(logs, record))}.csv`, row);
      }
    },
    fixed: (world) => async (event) => {
      const logs = unpacked(event);
      for (const record of logs.records) {
        const row = `${record.timestamp},"${record.content.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`;
        await world.files.write(`${digestOf(keyOf(logs, record))}.csv`, row);
      }
    },
    property: ({ left }) => Object.values(left.files).every((file) => file.split('\n').length === 1),
    witness: () => ({ events: [clsEvent('Error: no\n    at main')] }),
  },
];

function unpacked({ clslogs }: ClsEvent): ClsLogs {
  return JSON.parse(gunzipSync(Buffer.from(clslogs.data, 'base64')).toString('utf8'));
}

/** The same line of the same second is one line, in whatever batch it comes. */
function keyOf(logs: ClsLogs, record: ClsRecord): string {
  return `line:${logs.topic_id}:${record.timestamp}:${digestOf(record.content)}`;
}
