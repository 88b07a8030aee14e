import { base64Of, bytesOfBase64 } from '../../kernel/base64.js';
import type { MetamorphicRelation } from '../../kernel/delivery.js';
import { isObject, setOwn } from '../../kernel/json.js';
import { headerOf } from './clients.js';

interface Headers {
  readonly [name: string]: string | undefined;
}

/** Header names mean the same in any case. */
export function headersIn<Event extends { readonly headers: Headers }>(
  casing: 'title-case' | 'lower-case',
  because: string,
): MetamorphicRelation<Event> {
  const change = casing === 'title-case' ? titleCase : (name: string) => name.toLowerCase();
  return {
    name: `headers-${casing}`,
    because,
    followUp(event, code = '') {
      const headers = {};
      // What code asks for as it arrives is right, however else the documents show it.
      const named = (name: string) => (casing === 'title-case' && asksFor(code, name) ? name : change(name));
      for (const [name, value] of Object.entries(event.headers)) setOwn(headers, named(name), value);
      const same = Object.keys(headers).every((name) => Object.hasOwn(event.headers, name));
      return same ? undefined : { ...event, headers };
    },
  };
}

/** True for code that reads a field of exactly this name: `headers['x-token']`, `headers.host`, `{ host } = headers`. */
function asksFor(code: string, name: string): boolean {
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
    const before = /[.'"`{,]\s{0,9}$/.test(code.slice(Math.max(0, at - 10), at));
    if (before && !/^[\w$-]/.test(code.slice(at + name.length, at + name.length + 1))) return true;
  }
  return false;
}

/** The fields of an object have no order. */
export function reversed<Event extends object>(name: keyof Event & string): MetamorphicRelation<Event> {
  return {
    name: `${name}-in-another-order`,
    because: `the names in ${name} have no order`,
    followUp(event) {
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
export function bodyEncodedOtherwise<Event extends WithBody>(): MetamorphicRelation<Event> {
  return {
    name: 'body-base64',
    because: 'the trigger can be set to encode every body, and says in isBase64Encoded whether it did',
    followUp(event) {
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

/** How a header says the same in another way. */
interface HeaderRelation extends Pick<MetamorphicRelation<unknown>, 'name' | 'because' | 'compare'> {
  /** In lower case. */
  readonly header: string;
  /** The other value; undefined where the header has no other form. */
  readonly change: (value: string) => string | undefined;
}

function headerOtherwise<Event extends { readonly headers: Headers }>({
  header,
  change,
  ...relation
}: HeaderRelation): MetamorphicRelation<Event> {
  return {
    ...relation,
    followUp(event) {
      const found = Object.entries(event.headers).find(([key]) => key.toLowerCase() === header);
      if (found?.[1] === undefined) return undefined;
      const value = change(found[1]);
      return value === undefined ? undefined : { ...event, headers: { ...event.headers, [found[0]]: value } };
    },
  };
}

/** The request again by a client that has the answer already, and says so in one way or another. */
function knownEtag<Event extends { readonly headers: Headers }>(
  relation: Omit<HeaderRelation, 'header'>,
): MetamorphicRelation<Event> {
  return {
    ...headerOtherwise<Event>({ ...relation, header: 'if-none-match' }),
    baseline(event, answer) {
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
export function headersOtherwise<
  Event extends { readonly headers: Headers },
>(): MetamorphicRelation<Event>[] {
  return [
    headerOtherwise({
      header: 'content-type',
      name: 'media-type-with-charset',
      because: 'clients send application/json; charset=utf-8 for application/json (RFC 9110, section 8.3)',
      change(value) {
        const [, subtype = ''] = /^[\w.+-]+\/([\w.+-]+)$/.exec(value) ?? [];
        return /json|text|xml|urlencoded/i.test(subtype) ? `${value}; charset=utf-8` : undefined;
      },
    }),
    headerOtherwise({
      header: 'accept',
      name: 'accept-with-weights',
      because: 'Accept is a list with weights (RFC 9110, section 12.5.1)',
      // A second type that nobody offers: with another one the client would take what it does not take now.
      change: (value) =>
        /^[\w.+-]+\/[\w.+-]+$/.test(value) ? `${value};q=1.0, application/x-example;q=0.1` : undefined,
    }),
    headerOtherwise({
      header: 'x-http-method-override',
      name: 'method-override-in-lower-case',
      because: 'clients write the overriding method as they like: delete, Delete, DELETE',
      change: (value) => (/^[A-Z]+$/.test(value) ? value.toLowerCase() : undefined),
    }),
    knownEtag({
      name: 'weak-etag',
      because:
        'proxies weaken an ETag to W/"…", and If-None-Match compares weakly (RFC 9110, section 13.1.2)',
      change: (etag) => (etag.startsWith('"') ? `W/${etag}` : undefined),
    }),
    knownEtag({
      name: 'etag-in-a-list',
      because: 'If-None-Match lists every ETag that the client has (RFC 9110, section 13.1.2)',
      change: (etag) => `"another", ${etag}`,
    }),
  ];
}

/** One more proxy on the way; the client stays the first of the list. */
export function oneMoreProxy<Event extends { readonly headers: Headers }>(): MetamorphicRelation<Event> {
  return headerOtherwise({
    header: 'x-forwarded-for',
    name: 'one-more-proxy',
    because: 'X-Forwarded-For lists the client and every proxy behind it',
    compare: 'values',
    change: (value) => `${value}, 198.51.100.7`,
  });
}

/** Addresses that the client wrote itself stand before its own. */
export function forgedAddress<Event extends { readonly headers: Headers }>(): MetamorphicRelation<Event> {
  return headerOtherwise({
    header: 'x-forwarded-for',
    name: 'forged-forwarded-for',
    because: 'a client writes X-Forwarded-For itself, and the platform adds its address behind what it wrote',
    change: (value) => (value === '' || value.startsWith(forged) ? undefined : `${forged}, ${value}`),
  });
}

const forged = '127.0.0.1, 10.0.0.1';

/** The address of the client with its port. */
export function addressWithPort<Event extends { readonly headers: Headers }>(
  header: string,
): MetamorphicRelation<Event> {
  return headerOtherwise({
    header,
    name: 'address-with-port',
    because: 'the address may come with the port of the client, an IPv6 address in brackets',
    change: (value) => {
      if (/^[\d.]+$/.test(value)) return `${value}:50123`;
      const bracketed = /^\[([\da-f:]+)\](?::\d+)?$/i.exec(value)?.[1];
      if (bracketed !== undefined) return bracketed;
      const isPlain = /^[\da-f:]+$/i.test(value) && value.slice(1, -1).includes(':');
      return isPlain ? `[${value}]:50123` : undefined;
    },
  });
}

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
