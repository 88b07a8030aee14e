import { createHash } from 'node:crypto';
import type { CkafkaMessage } from '../../../src/generated/ckafka.js';
import type { ClbEvent } from '../../../src/generated/clb.js';
import type { CosRecord } from '../../../src/generated/cos.js';
import type { Left } from './world.js';

// What a team keeps in its utils.js: all of it is right, so that a bug is where its case says.

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON value of a text; undefined when it holds none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An own field of a JSON object that a text holds. */
export function fieldOf(text: string, name: string): unknown {
  const value = parsed(text);
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

interface Headers {
  readonly [name: string]: string | undefined;
}

/** A header by its name in lower case, however it is written. */
export function headerOf(headers: Headers, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

interface Body {
  readonly body?: string;
  readonly isBase64Encoded?: boolean | 'true' | 'false';
}

interface HttpEvent extends Body {
  readonly queryString: { readonly [name: string]: string | string[] | true };
}

/** Every value of a query parameter; a bare name has the value "". */
export function queryValues({ queryString }: HttpEvent, name: string): string[] {
  const value = Object.hasOwn(queryString, name) ? queryString[name] : undefined;
  if (value === undefined) return [];
  return value === true ? [''] : [value].flat();
}

export function queryOf(event: HttpEvent, name: string): string | undefined {
  return queryValues(event, name)[0];
}

export function bodyBytes({ body = '', isBase64Encoded }: Body): Buffer {
  return Buffer.from(body, String(isBase64Encoded) === 'true' ? 'base64' : 'utf8');
}

export function bodyOf(event: Body): string {
  return bodyBytes(event).toString('utf8');
}

/** The body that a load balancer hands over, as text. */
export function payloadText({ payload, isBase64Encoded }: ClbEvent): string {
  if (typeof payload !== 'string') return JSON.stringify(payload);
  return bodyOf({ body: payload, ...(isBase64Encoded === undefined ? {} : { isBase64Encoded }) });
}

export interface HttpReply {
  readonly isBase64Encoded: boolean;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function reply(statusCode: number, value: unknown, headers: Record<string, string> = {}): HttpReply {
  return {
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

/** A reply without a body. */
export function empty(statusCode: number, headers: Record<string, string> = {}): HttpReply {
  return { isBase64Encoded: false, statusCode, headers, body: '' };
}

/** Where a Kafka message lies; no two messages share it. */
export function positionOf({ topic, partition, Partition, offset }: CkafkaMessage): string {
  return `${topic}/${partition ?? Partition}/${offset}`;
}

/** Names what happened to an object: the same for a repeated delivery, different for everything else. */
export function occurrenceOf({ cos, event }: CosRecord): string {
  return `${event.eventName}:${event.eventTime}:${cos.cosObject.vid}:${cos.cosObject.key}`;
}

/** The keys of the store below a prefix, for properties. */
export function keysIn(left: Left, prefix: string): string[] {
  return Object.keys(left.db).filter((key) => key.startsWith(prefix));
}

/** A response as HTTP clients see it, for properties. */
export function statusOf(result: unknown): number {
  return isRecord(result) && typeof result.statusCode === 'number' ? result.statusCode : Number.NaN;
}

export function bodyIn(result: unknown): unknown {
  return isRecord(result) && typeof result.body === 'string' ? parsed(result.body) : undefined;
}

/** A short name for a text, the same for the same text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A text as one part of an address; half a character, which encodeURIComponent refuses, becomes U+FFFD. */
export function urlPart(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
