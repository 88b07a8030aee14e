import { bytesOfBase64 } from '../kernel/base64.js';
import { isObject } from '../kernel/json.js';
import type { RenderedResponse } from './renderedResponse.js';

const framing = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);
const encoder = new TextEncoder();

/** A JSON value read as `{ isBase64Encoded, statusCode, headers, body }`. */
export class HttpParts {
  /** The value itself when it is an object. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  readonly status: unknown;
  /** Every header that has the right types, in order, lists spread out. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body when it is a string; a missing body or null is empty. */
  readonly text: string | undefined;
  readonly isBase64: boolean;
  #bytes: Uint8Array | undefined;

  constructor(json: unknown) {
    this.fields = isObject(json) ? json : undefined;
    this.status = this.fields?.statusCode;
    this.headers = headerEntries(this.fields?.headers);
    this.text = textOf(this.fields?.body);
    this.isBase64 = this.fields?.isBase64Encoded === true;
  }

  /** The body as it goes out; undefined when it is no string, or no Base64 though it says so. */
  get bytes(): Uint8Array | undefined {
    if (this.text === undefined) return undefined;
    this.#bytes ??= this.isBase64 ? bytesOfBase64(this.text) : encoder.encode(this.text);
    return this.#bytes;
  }

  /** The first value of a header, its name in any case. */
  header(name: string): string | undefined {
    return this.headers.find(([other]) => other.toLowerCase() === name)?.[1];
  }

  /** The content type without its parameters, in lower case: `text/html`; '' when there is none. */
  get mediaType(): string {
    return (this.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  }

  /** True for a status whose response never has a body. */
  get forbidsBody(): boolean {
    if (typeof this.status !== 'number') return false;
    return (this.status >= 100 && this.status < 200) || this.status === 204 || this.status === 304;
  }

  /** What the caller receives; the rules have passed. */
  render(source: string): RenderedResponse {
    const body = this.bytes ?? encoder.encode(JSON.stringify(this.fields?.body));
    return {
      status: Number(this.status),
      headers: this.headers.filter(([name]) => !framing.has(name.toLowerCase())),
      body: this.forbidsBody ? new Uint8Array() : body,
      source,
    };
  }
}

function headerEntries(headers: unknown): [name: string, value: string][] {
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => typeof one === 'string')
      .map((one): [string, string] => [name, one]),
  );
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : undefined;
}
