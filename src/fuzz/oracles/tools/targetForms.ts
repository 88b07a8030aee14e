import { isWebRequest } from '../../../domain/http/kinds.js';
import { targetOf, type WebRequest } from '../../../runtime/webRequest.js';

/** What is shorter is found in too many texts. */
const minLength = 3;

/** What stands for a sign in HTML. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '=': '&#x3D;' };

/**
 * What a server may pass on of the first line of requests: path and query, or the query alone, as they came, decoded,
 * encoded once more, in HTML, or as the parser of URLs writes them. Empty where the lines are the same.
 */
export function targetForms(events: readonly unknown[]): string[] {
  const targets = [...new Set(events.filter(isRequest).map(targetOf))];
  if (targets.length < 2) return [];
  const written = targets.flatMap((target) => [target, parsed(target)]).flatMap(withQuery);
  const forms = written.flatMap((text) => [
    text,
    decoded(text),
    decoded(text.replaceAll('+', ' ')),
    encodeURI(text),
    ...encodedAgain(text),
    text.replaceAll('&', '&amp;'),
    text.replaceAll(/[&=]/g, (sign) => entities[sign] ?? sign),
  ]);
  return [...new Set(forms)].filter((text) => text.length >= minLength);
}

/** True for a request to a web function. */
export function isRequest(event: unknown): event is WebRequest {
  return isWebRequest(event);
}

function withQuery(target: string): string[] {
  const at = target.indexOf('?');
  return at < 0 ? [] : [target, target.slice(at + 1), withPlus(target.slice(at + 1))];
}

/** Pairs as URLSearchParams writes them. */
function withPlus(query: string): string {
  return String(new URLSearchParams(query));
}

function encodedAgain(text: string): string[] {
  const once = encodeURIComponent(text);
  return [once, encodeURIComponent(once), String(new URLSearchParams({ '': text })).slice(1)];
}

function parsed(target: string): string {
  const base = 'http://host';
  if (!URL.canParse(target, base)) return target;
  const { pathname, search } = new URL(target, base);
  return `${pathname}${search}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
