import { deliveryRulesOf } from '../../../kernel/delivery.js';
import type { Draw } from '../../../kernel/draw.js';
import { isObject } from '../../../kernel/json.js';
import { mapLeaves } from '../../../kernel/mapLeaves.js';
import { type Trigger, wholeEvent } from '../../../kernel/trigger.js';
import { drawCallerText, type ExpectedTexts } from './callerTexts.js';
import { requestsIn } from './routesIn.js';

/** What somebody else than the platform writes into an event. */
export interface CallerFields<Event> {
  /** Names of fields of forms that the code reads; none where it reads no forms. */
  readonly formNames: readonly string[];
  /** What the code tells of the texts that it expects. */
  readonly expected: ExpectedTexts;
  /** Names of fields that the handler has been seen to read. */
  readonly read: ReadonlySet<string>;
  /** True for an event that the platform sends. */
  isSent(event: unknown): event is Event;
}

/** Names that are read of a form, wherever the code opens one. */
export function formNamesIn(code: string): readonly string[] {
  if (!/URLSearchParams|querystring|urlencoded|formData|\bqs\b/.test(code)) return [];
  const read = [...code.matchAll(/\.get(?:All)?\(\s{0,20}['"]([\w-]{1,40})['"]/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set([...read, ...requestsIn(code).body])].slice(0, maxFields);
}

const maxPlaces = 24;
const maxFields = 4;
const formType = 'application/x-www-form-urlencoded';

/**
 * The event with one or two of its texts as callers write them (paths, markup, quotes, line ends, long numbers, dates), or
 * with a form for its body; the event itself where the platform sends no such thing. What only the platform writes stays.
 */
export function asCallersWrite<Event>(
  trigger: Trigger<Event>,
  event: Event,
  draw: Draw,
  { formNames, expected, read, isSent }: CallerFields<Event>,
): Event {
  const form =
    formNames.length > 0 && draw.below(3) === 2 ? withForm(event, draw, { formNames, expected }) : undefined;
  if (form !== undefined && isSent(form)) return form;
  const places = placesOf(trigger, event);
  if (places.length === 0) return event;
  const ofInterest = places.filter(({ name }) => read.has(name));
  let changed = event;
  for (const { at, name } of draw.list(1, 2, () =>
    draw.pick(ofInterest.length > 0 && draw.below(4) < 3 ? ofInterest : places),
  )) {
    const text = drawCallerText(draw, name, expected);
    const next = counted(withTextAt(trigger, changed, at, text));
    if (isSent(next)) changed = next;
  }
  return changed;
}

/** A text or a number that callers write. */
interface Place {
  /** How many of them stand before it. */
  readonly at: number;
  /** The name of its field. */
  readonly name: string;
}

function placesOf<Event>(trigger: Trigger<Event>, event: Event): Place[] {
  const places: Place[] = [];
  const isCallers = callersFields(trigger);
  mapLeaves(event, (leaf, names) => {
    if (places.length < maxPlaces && isCallers(names))
      places.push({ at: places.length, name: names.at(-1) ?? '' });
    return leaf;
  });
  return places;
}

function withTextAt<Event>(trigger: Trigger<Event>, event: unknown, at: number, text: string): unknown {
  let place = 0;
  const isCallers = callersFields(trigger);
  return mapLeaves(event, (leaf, names) => {
    if (!isCallers(names) || place++ !== at) return leaf;
    // Of a path, callers write the parts.
    return names[0] === 'path' ? besideOf(String(leaf), encodeURIComponent(text)) : text;
  });
}

const besideOf = (path: string, name: string): string => path.slice(0, path.lastIndexOf('/') + 1) + name;

/** Tells a field of the request of an HTTP front end, and the user's own data of any event, by the names that lead to it. */
function callersFields<Event>(trigger: Trigger<Event>): (names: readonly string[]) => boolean {
  const { response, isPlainHttp } = deliveryRulesOf(trigger);
  if (response !== undefined || isPlainHttp === true)
    return ([first = '']) => /^(?:query|body$|path$)/i.test(first);
  const { payloadAt } = trigger;
  if (payloadAt === undefined) return () => false;
  if (payloadAt === wholeEvent) return () => true;
  const field = payloadAt.replaceAll('[]', '').split('.');
  return (names) => field.every((name, index) => names[index] === name);
}

/** The request with the length that its body has now; anything else as it is. */
function counted(event: unknown): unknown {
  if (!isObject(event) || !isObject(event.headers) || typeof event.body !== 'string') return event;
  const length = String(Buffer.byteLength(event.body, event.isBase64Encoded === true ? 'base64' : 'utf8'));
  const headers = Object.entries(event.headers).map(([name, value]) => [
    name,
    /^content-length$/i.test(name) ? length : value,
  ]);
  return { ...event, headers: Object.fromEntries(headers) };
}

/** The request with a form in which most of the fields stand that the code reads; undefined for what is no request. */
function withForm(
  event: unknown,
  draw: Draw,
  { formNames, expected }: Pick<CallerFields<never>, 'formNames' | 'expected'>,
): unknown {
  if (!isObject(event) || !isObject(event.headers) || typeof event.httpMethod !== 'string') return undefined;
  const names = formNames.filter(() => draw.below(5) !== 4);
  const fields = names.map((name) => [name, drawCallerText(draw, name, expected)]);
  const headerName =
    Object.keys(event.headers).find((name) => /^content-type$/i.test(name)) ?? 'content-type';
  return counted({
    ...event,
    httpMethod: 'POST',
    headers: { ...event.headers, [headerName]: formType },
    body: new URLSearchParams(fields).toString(),
    ...('isBase64Encoded' in event ? { isBase64Encoded: false } : {}),
  });
}
