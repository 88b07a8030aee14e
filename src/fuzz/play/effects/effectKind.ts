import { isObject, type JsonValue } from '../../../kernel/json.js';

/**
 * What an outside call leaves behind: nothing (a read), one value under a key (the next call replaces it), what the
 * first call under an idempotency key says (the next ones do nothing), or one more entry each time.
 */
export type EffectKind =
  | { readonly kind: 'read' }
  | {
      readonly kind: 'overwrite' | 'once';
      readonly key: string;
      /** What a call writes at once under several keys, instead of itself under one. */
      readonly parts?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'append';
      /** What a call adds at once, each by itself, instead of itself as one. */
      readonly entries?: readonly string[];
      /** What it writes besides under keys of their own. */
      readonly parts?: Readonly<Record<string, string>>;
    };

/** Tells what a call leaves behind. */
export type EffectKindOf = (name: string, args: readonly unknown[]) => EffectKind;

/** @deprecated Use {@link EffectKind}: `nothing` is `read`, `value` is `overwrite`, `entry` is `append`. */
export type Trace =
  | { readonly leaves: 'nothing' }
  | { readonly leaves: 'value' | 'once'; readonly key: string }
  | { readonly leaves: 'entry' };

/** @deprecated Use {@link EffectKindOf}. */
export type TraceOf = (name: string, args: readonly unknown[]) => Trace;

/** The kind of an effect, also where it is told in the words of before. */
export function toEffectKind(given: EffectKind | Trace): EffectKind {
  if (!('leaves' in given)) return given;
  if (given.leaves === 'nothing') return { kind: 'read' };
  if (given.leaves === 'entry') return { kind: 'append' };
  return { kind: given.leaves === 'value' ? 'overwrite' : 'once', key: given.key };
}

const reads =
  /^(get|read|list|head|find|fetch|query|describe|exists?|count|has|look(up)?|load|select|scan|keys|peek|is|search|stat|check)$/;
const overwrites =
  /^(put|set|delete|remove|del|upsert|save|write|replace|store|mark|copy|move|rename|unlink|rm|mkdir|touch|run|exec|upload|update|patch)$/;
const keyNames = [
  'idempotencykey',
  'dedupeid',
  'deduplicationid',
  'clienttoken',
  'clientrequesttoken',
  'messagededuplicationid',
];

/**
 * Guesses by the verb of a name (`db.put`, `sendMail`): reads leave nothing, overwriting calls a value under their
 * first argument, all others an entry, unless an argument carries an idempotency key.
 *
 * @example
 * effectKindByName('db.put', ['order:1', {}]); // { kind: 'overwrite', key: 'db order:1' }
 */
export function effectKindByName(name: string, args: readonly unknown[]): EffectKind {
  const path = name.split(/[.:/ ]/);
  const verb =
    /^[a-z]+/i.exec((path.at(-1) ?? '').replace(/([a-z])([A-Z]).*/, '$1'))?.[0].toLowerCase() ?? '';
  if (reads.test(verb)) return { kind: 'read' };
  const place = path.slice(0, -1).join('.');
  const key = idempotencyKey(args);
  if (key !== undefined) return { kind: 'once', key: `${name} ${key}` };
  if (!overwrites.test(verb)) return { kind: 'append' };
  const [first, second] = args;
  const target = verb === 'run' || verb === 'exec' ? [first, second] : first;
  return {
    kind: 'overwrite',
    key: `${place === '' ? verb : place} ${typeof target === 'string' ? target : JSON.stringify(target)}`,
  };
}

function idempotencyKey(args: readonly unknown[]): string | undefined {
  for (const arg of args) {
    if (!isObject(arg)) continue;
    for (const [name, value] of Object.entries(arg)) {
      const plain = name.replace(/[-_]/g, '').toLowerCase();
      if (keyNames.includes(plain) && typeof value === 'string') return value;
      if (plain === 'headers' && isObject(value)) {
        const inner = idempotencyKey([value]);
        if (inner !== undefined) return inner;
      }
    }
  }
  return undefined;
}

/** One outside call of a handler. */
export interface EffectCall {
  readonly name: string;
  /** The arguments as JSON; functions and signals are left out. */
  readonly args: JsonValue;
  readonly effect: EffectKind;
  /** Which invocation of the execution made it, from 0. */
  readonly invocation: number;
  /** Which call of that invocation it is, from 1; 0 for what the handler writes to its own file system. */
  readonly number: number;
  /**
   * `refused`: it never reached the other side; `declined`: the other side did nothing, as putIfAbsent of a taken key;
   * `blocked`: it was not allowed to leave the process.
   */
  state: 'pending' | 'done' | 'failed' | 'refused' | 'declined' | 'blocked';
  /** Made or ended after the handler had answered. */
  late: boolean;
  /** Its answer was made up, since nobody gave one. */
  isMadeUp?: boolean;
  /** It reads from a database of ours, which holds nothing of the kind. */
  foundNothing?: boolean;
  /** A counter that it moves on, and whether that had been at its beginning. */
  counted?: { readonly key: string; readonly isFirst: boolean };
  /** The headers of a request, which are no part of what is compared. */
  headers?: Readonly<Record<string, string>>;
  /** What the arguments lose when they are written down: `NaN`, an invalid date. */
  readonly lost?: readonly string[];
}

/** What calls have left behind, in a form that can be compared: values by key, entries sorted. */
export interface Left {
  readonly values: Readonly<Record<string, string>>;
  readonly entries: readonly string[];
}

/** Adds up what the calls that went through have left. */
export function leftBy(calls: readonly EffectCall[], mask: (text: string) => string): Left {
  const values = new Map<string, string>();
  const entries: string[] = [];
  for (const call of calls) {
    if (call.state !== 'done') continue;
    const text = mask(`${call.name} ${JSON.stringify(call.args)}`);
    const { effect } = call;
    if (effect.kind === 'read') continue;
    if (effect.kind === 'append') entries.push(...(effect.entries?.map(mask) ?? [text]));
    const parts = effect.kind === 'append' ? (effect.parts ?? {}) : (effect.parts ?? { [effect.key]: text });
    for (const [name, value] of Object.entries(parts)) {
      // An idempotency key that is made anew each time keeps nobody from doing the same twice.
      const place = effect.kind === 'once' ? name : mask(name);
      if (effect.kind !== 'once' || !values.has(place)) values.set(place, mask(value));
    }
  }
  return { values: Object.fromEntries([...values].sort(byKey)), entries: entries.sort() };
}

function byKey(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** The differences between what two executions left: lines that only one of them has. */
export function leftDifference(a: Left, b: Left): { readonly onlyA: string[]; readonly onlyB: string[] } {
  const onlyA = without(linesOf(a), linesOf(b));
  const onlyB = without(linesOf(b), linesOf(a));
  return { onlyA, onlyB };
}

function linesOf({ values, entries }: Left): string[] {
  return [...Object.values(values), ...entries];
}

/** The lines that are left of some when each of others has taken its like away. */
export function without(from: readonly string[], what: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const line of what) rest.set(line, (rest.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = rest.get(line) ?? 0;
    if (count > 0) rest.set(line, count - 1);
    return count === 0;
  });
}

const milliseconds = /\b1[5-9]\d{11}\b/g;
const seconds = /\b1[5-9]\d{8}\b/g;
const isoTimes = /\b20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g;
const httpTimes = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\b/gi;
/** How long something took: `12ms`, and what headers that are named after it say. */
const durations = /\b\d+(?:\.\d+)?(?=\s?(?:ms|µs|μs)\b)/g;
const timingHeaders = /"(?:x-[a-z-]{0,30}(?:time|timing|duration|runtime)|server-timing)":"[^"]{1,200}"/gi;
/** Ids that drivers of MongoDB make. */
const objectIds = /(?<="\$oid":")[\da-f]{24}(?=")/g;
const uuids = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;

/**
 * Hides what differs from run to run by its nature: times and random ids that do not come from the events.
 * Called with the JSON of the events once, and then with every text.
 *
 * @param isTime tells the times to hide, all when left out.
 */
export function maskOf(eventsText: string, isTime = (_ms: number) => true): (text: string) => string {
  const known = (found: string, mask: string, ms?: number) =>
    eventsText.includes(found) || (ms !== undefined && !isTime(ms)) ? found : mask;
  return (text) =>
    text
      .replace(uuids, (found) => known(found, '<uuid>'))
      .replace(objectIds, (found) => known(found, '<id>'))
      .replace(httpTimes, (found) => known(found, '<time>', Date.parse(found)))
      .replace(isoTimes, (found) => hidden(found, known(found.slice(0, 19), '<time>', Date.parse(found))))
      .replace(milliseconds, (found) => hidden(found, known(found.slice(0, 10), '<time>', Number(found))))
      .replace(seconds, (found) => known(found, '<time>', 1000 * Number(found)))
      .replace(timingHeaders, (found) => found.replaceAll(/\d+(?:\.\d+)?/g, '<duration>'))
      .replace(durations, (found) => known(found, '<duration>'));
}

function hidden(found: string, masked: string): string {
  return masked === '<time>' ? masked : found;
}
