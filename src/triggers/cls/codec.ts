import { type GzipOptions, gzipSync } from 'fflate/browser';
import type { ClsEvent } from '../../generated/cls.js';
import { type ClsLogs, clsLogsContract } from '../../generated/cls-logs.js';
import { base64Of, bytesOfBase64 } from '../../kernel/base64.js';
import { describeIssue } from '../../kernel/issue.js';
import { Misuse } from '../../kernel/misuse.js';
import { gunzipped } from './gunzip.js';

/** How much is unpacked at the most; 128 KB of gzip may hold a thousand times as much. */
const largestUnpackedBytes = 33_554_432;

/** The same bytes on every machine and at every time, which node:zlib does not promise. */
const gzipOptions: GzipOptions = { level: 1, mem: 5, mtime: 0 };

const encoder = new TextEncoder();
/** With its byte order mark, which JSON.parse refuses. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Compresses the UTF-8 of a text with gzip, the same bytes for the same text. */
export function gzipped(text: string): Uint8Array {
  return gzipSync(encoder.encode(text), gzipOptions);
}

/** The event that carries compressed bytes. */
export function eventOf(gzip: Uint8Array): ClsEvent {
  return { clslogs: { data: base64Of(gzip) } };
}

/** The compressed bytes that an event carries; none when its data is no Base64. */
export function gzipOf(event: ClsEvent): Uint8Array {
  return bytesOfBase64(event.clslogs.data) ?? new Uint8Array();
}

/**
 * Packs log lines as CLS does: JSON, gzip, Base64. The same logs give the same text everywhere.
 *
 * @param logs topic and records; a record has a timestamp in microseconds and the text of a line.
 * @returns the event that a function receives.
 * @example
 * const event = encodeCls({ topic_id: 't-1', topic_name: 'access', records: [{ timestamp: '1605578090000020', content: 'GET /' }] });
 * decodeCls(event).records[0]?.content; // 'GET /'
 */
export function encodeCls(logs: ClsLogs): ClsEvent {
  return eventOf(gzipped(JSON.stringify(logs)));
}

/**
 * Unpacks the log lines of an event: Base64, gzip, JSON.
 *
 * @param options.largestBytes unpacks no more than this, 33,554,432 (32 MB) when left out, so that a gzip bomb does no harm.
 * @throws Misuse with code `CLS_DATA` when the data is not what CLS sends, and says why.
 * @example
 * decodeCls(encodeCls({ topic_id: 't-1', topic_name: 'access', records: [] })); // { topic_id: 't-1', topic_name: 'access', records: [] }
 */
export function decodeCls(event: ClsEvent, options: { readonly largestBytes?: number } = {}): ClsLogs {
  const opened = openCls(event.clslogs.data, options.largestBytes);
  if ('problem' in opened) {
    throw new Misuse(
      'CLS_DATA',
      `Cannot decode clslogs.data: ${opened.problem}. Pass what CLS sends, or what encodeCls makes.`,
    );
  }
  const { logs } = opened;
  if (clsLogsContract.accepts(logs)) return logs;
  const problems = clsLogsContract.issuesOf(logs).map(describeIssue).join('; ');
  throw new Misuse(
    'CLS_DATA',
    `Cannot decode clslogs.data: ${problems}. Pass what CLS sends, or what encodeCls makes.`,
  );
}

/** What `clslogs.data` holds: a JSON value, which need not be logs, or why it cannot be opened. */
export type OpenedCls = { readonly logs: unknown } | { readonly problem: string };

/** Opens `clslogs.data`; never throws, and unpacks no more than `largestBytes`. */
export function openCls(data: string, largestBytes: number = largestUnpackedBytes): OpenedCls {
  const gzip = bytesOfBase64(data);
  if (gzip === undefined) return { problem: 'it is no Base64' };
  const unpacked = gunzipped(gzip, largestBytes);
  if ('problem' in unpacked) return unpacked;
  try {
    return { logs: JSON.parse(decoder.decode(unpacked.bytes)) };
  } catch {
    return { problem: 'what it holds is no JSON in UTF-8' };
  }
}

const nameFlag = 8;
const headerBytes = 10;

/**
 * Makes gzip data longer without touching what it holds, by the optional file name of its header: the name
 * and the zero behind it, so by 2 bytes or more. The data must have no name yet.
 */
export function withFileName(gzip: Uint8Array, name: string): Uint8Array {
  const named = new Uint8Array(gzip.length + name.length + 1);
  named.set(gzip.subarray(0, headerBytes));
  named[3] = (gzip[3] as number) | nameFlag;
  named.set(encoder.encode(name), headerBytes);
  named.set(gzip.subarray(headerBytes), headerBytes + name.length + 1);
  return named;
}
