import { base64Of, bytesOfBase64 } from '../../kernel/base64.js';
import type { Equivalent } from '../../kernel/delivery.js';
import { isObject, setOwn } from '../../kernel/json.js';
import { headerOf } from './clients.js';

interface Headers {
  readonly [name: string]: string | undefined;
}

/** Header names mean the same in any case. */
export function headersIn<Event extends { readonly headers: Headers }>(
  casing: 'title-case' | 'lower-case',
  because: string,
): Equivalent<Event> {
  const change = casing === 'title-case' ? titleCase : (name: string) => name.toLowerCase();
  return {
    name: `headers-${casing}`,
    because,
    of(event) {
      const headers = {};
      for (const [name, value] of Object.entries(event.headers)) setOwn(headers, change(name), value);
      const same = Object.keys(headers).every((name) => Object.hasOwn(event.headers, name));
      return same ? undefined : { ...event, headers };
    },
  };
}

/** The fields of an object have no order. */
export function reversed<Event extends object>(name: keyof Event & string): Equivalent<Event> {
  return {
    name: `${name}-in-another-order`,
    because: `the names in ${name} have no order`,
    of(event) {
      const entries = Object.entries((event[name] ?? {}) as object);
      if (entries.length < 2) return undefined;
      const turned = {};
      for (const [key, value] of entries.reverse()) setOwn(turned, key, value);
      return { ...event, [name]: turned };
    },
  };
}

interface WithBody {
  readonly body?: string;
  readonly isBase64Encoded?: boolean | 'true' | 'false';
}

/** A text body as Base64, or text that came as Base64 as it is. */
export function bodyEncodedOtherwise<Event extends WithBody>(): Equivalent<Event> {
  return {
    name: 'body-base64',
    because: 'the trigger can be set to encode every body, and says in isBase64Encoded whether it did',
    of(event) {
      const { body, isBase64Encoded } = event;
      if (body === undefined) return undefined;
      if (String(isBase64Encoded) !== 'true') {
        return { ...event, body: base64Of(body), isBase64Encoded: true };
      }
      const bytes = bytesOfBase64(body);
      const text = bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      if (text === undefined || base64Of(text) !== body) return undefined;
      return { ...event, body: text, isBase64Encoded: false };
    },
  };
}

/** A header that says the same in another way. */
function headerOtherwise<Event extends { readonly headers: Headers }>(
  header: string,
  name: string,
  because: string,
  change: (value: string) => string | undefined,
  alike: Equivalent<Event>['alike'] = 'all',
): Equivalent<Event> {
  return {
    name,
    because,
    alike,
    of(event) {
      const found = Object.entries(event.headers).find(([key]) => key.toLowerCase() === header);
      if (found?.[1] === undefined) return undefined;
      const value = change(found[1]);
      return value === undefined ? undefined : { ...event, headers: { ...event.headers, [found[0]]: value } };
    },
  };
}

/** The request again by a client that has the answer already, and says so in one way or another. */
function knownEtag<Event extends { readonly headers: Headers }>(
  name: string,
  because: string,
  change: (etag: string) => string | undefined,
): Equivalent<Event> {
  return {
    ...headerOtherwise<Event>('if-none-match', name, because, change),
    basedOn(event, answer) {
      const etag = headerOf(headersOf(answer), 'etag');
      if (etag === undefined || !/^(W\/)?"[^"]*"$/.test(etag)) return undefined;
      const isTitleCase = Object.keys(event.headers).some((key) => /^[A-Z]/.test(key));
      const header = isTitleCase ? 'If-None-Match' : 'if-none-match';
      return { ...event, headers: { ...event.headers, [header]: etag } };
    },
  };
}

function headersOf(answer: unknown): Headers {
  const headers: unknown = isObject(answer) ? answer.headers : undefined;
  return isObject(headers) ? (headers as Headers) : {};
}

/** What clients write into headers in more than one way. */
export function headersOtherwise<Event extends { readonly headers: Headers }>(): Equivalent<Event>[] {
  return [
    headerOtherwise(
      'content-type',
      'media-type-with-charset',
      'clients send application/json; charset=utf-8 for application/json (RFC 9110, section 8.3)',
      (value) =>
        /^[\w.+-]+\/[\w.+-]*(json|text|xml|urlencoded)[\w.+-]*$/i.test(value)
          ? `${value}; charset=utf-8`
          : undefined,
    ),
    headerOtherwise(
      'accept',
      'accept-with-weights',
      'Accept is a list with weights (RFC 9110, section 12.5.1)',
      (value) => (/^[\w.+-]+\/[\w.+-]+$/.test(value) ? `${value};q=1.0, */*;q=0.1` : undefined),
    ),
    headerOtherwise(
      'x-http-method-override',
      'method-override-in-lower-case',
      'clients write the overriding method as they like: delete, Delete, DELETE',
      (value) => (/^[A-Z]+$/.test(value) ? value.toLowerCase() : undefined),
    ),
    knownEtag(
      'weak-etag',
      'proxies weaken an ETag to W/"…", and If-None-Match compares weakly (RFC 9110, section 13.1.2)',
      (etag) => (etag.startsWith('"') ? `W/${etag}` : undefined),
    ),
    knownEtag(
      'etag-in-a-list',
      'If-None-Match lists every ETag that the client has (RFC 9110, section 13.1.2)',
      (etag) => `"another", ${etag}`,
    ),
  ];
}

/** One more proxy on the way; the client stays the first of the list. */
export function oneMoreProxy<Event extends { readonly headers: Headers }>(): Equivalent<Event> {
  return headerOtherwise(
    'x-forwarded-for',
    'one-more-proxy',
    'X-Forwarded-For lists the client and every proxy behind it',
    (value) => `${value}, 198.51.100.7`,
    'values',
  );
}

/** The address of the client with its port. */
export function addressWithPort<Event extends { readonly headers: Headers }>(
  header: string,
): Equivalent<Event> {
  return headerOtherwise(
    header,
    'address-with-port',
    'the address may come with the port of the client, an IPv6 address in brackets',
    (value) => {
      if (/^[\d.]+$/.test(value)) return `${value}:50123`;
      const bracketed = /^\[([\da-f:]+)\](?::\d+)?$/i.exec(value)?.[1];
      if (bracketed !== undefined) return bracketed;
      return /^[\da-f:]+:[\da-f:]+$/i.test(value) ? `[${value}]:50123` : undefined;
    },
  );
}

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
