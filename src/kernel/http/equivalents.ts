import { base64Of, bytesOfBase64 } from '../base64.js';
import type { Equivalent } from '../delivery.js';
import { setOwn } from '../json.js';

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

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
