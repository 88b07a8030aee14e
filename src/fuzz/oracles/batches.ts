import type { BatchLens } from '../../kernel/delivery.js';
import { isObject } from '../../kernel/json.js';
import { allSucceed, callNames, differenceInLeft, maskFor, reachesOut, sideBySide } from '../play/compare.js';
import type { EffectCall } from '../play/effects/effectKind.js';
import type { Execution } from '../play/execution.js';
import { inOrder, slowly } from '../play/steps.js';
import type { Oracle, Trial } from './oracle.js';
import { incomingTexts } from './tools/outgoing.js';

/** Batches are compared by their first items only, since each item is an invocation. */
const maxItems = 8;

/** Calls that add to a stream, also where an idempotency key makes them count once. */
const streams = /(^|[.: ])(post|send|push|publish|append|emit|produce)$/i;

interface Cut<Event> {
  readonly lens: BatchLens<Event>;
  readonly items: readonly unknown[];
  readonly whole: Event;
  readonly singles: readonly Event[];
}

function cutOf<Event>({ rules, case: { event } }: Trial<Event>): Cut<Event> | undefined {
  const lens = rules.batch;
  if (lens === undefined) return undefined;
  try {
    const items = lens.itemsOf(event).slice(0, maxItems);
    if (items.length < 2) return undefined;
    const whole = lens.withItems(event, items);
    return { lens, items, whole, singles: items.map((item) => lens.withItems(event, [item])) };
  } catch {
    return undefined;
  }
}

/** A batch against its items one by one. */
export const splitBatch: Oracle = {
  name: 'split-batch',
  holds: 'A batch leaves behind what its items leave when they come one by one.',
  domain:
    'Triggers whose events hold several items, while all invocations succeed. A handler that sums up its batch breaks it on purpose. One call that holds all that the items come to loses nothing.',
  isRelation: true,
  applies: (rules) => rules.batch !== undefined,
  async judge(trial) {
    const cut = cutOf(trial);
    if (cut === undefined) return undefined;
    const whole = await trial.play(inOrder([cut.whole]));
    if (!allSucceed(whole) || !(trial.isEarly || reachesOut(whole))) return undefined;
    const split = await trial.play(
      inOrder(
        cut.singles,
        cut.singles.map((_, index) => index),
      ),
    );
    if (!allSucceed(split)) return undefined;
    const difference = differenceInLeft(split, whole);
    const names = callNames([...difference.onlyA, ...difference.onlyB]);
    if (names === '' || isOneCallEach(trial, cut, [whole, split])) return undefined;
    return {
      what: names,
      detail: `A batch of ${cut.items.length} leaves something else behind than its items one by one.\n${sideBySide(difference, 'one by one', 'as a batch')}`,
      execution: whole,
      compared: split,
    };
  },
};

/** Shorter texts stand somewhere by chance. */
const minText = 4;

/**
 * True where each event becomes one call that holds all that its items become one by one, such as a file, or a request
 * with a list, for each batch: nothing is lost, however the batch is cut. Items that come to nothing leave nothing to hold.
 */
function isOneCallEach<Event>(
  { trigger }: Trial<Event>,
  cut: Cut<Event>,
  [whole, split]: readonly [Execution<Event>, Execution<Event>],
): boolean {
  const [ofWhole, ofSplit] = [whole, split].map(({ invocations }) =>
    invocations.map(({ calls }) => writesOf(calls)),
  ) as [EffectCall[][], EffectCall[][]];
  if (ofWhole[0]?.length !== 1 || ![...ofWhole, ...ofSplit].every(isOneWhole)) return false;
  if (!areApart(ofSplit.flat())) return false;
  const textOf = ({ invocations }: Execution<Event>, index: number) =>
    JSON.stringify(invocations[index]?.calls.map(({ args }) => args) ?? []);
  const all = textOf(whole, 0);
  const wordless = new Map<string, number>();
  const isKept = cut.singles.every((single, index) => {
    if (ofSplit[index]?.length === 0) return true;
    const alone = textOf(split, index);
    const kept = incomingTexts(trigger, single).filter(
      (text) => text.length >= minText && holds(alone, text),
    );
    if (kept.length === 0) wordless.set(alone, (wordless.get(alone) ?? 0) + 1);
    return kept.every((text) => holds(all, text));
  });
  return isKept && [...wordless].every(([alone, times]) => holdsBodies(all, alone, times));
}

function writesOf(calls: readonly EffectCall[]): EffectCall[] {
  return calls.filter(({ state, effect }) => state === 'done' && effect.kind !== 'read');
}

/** True for at most one call, which leaves one value or one entry. */
function isOneWhole([write, ...more]: readonly EffectCall[]): boolean {
  if (more.length > 0) return false;
  const { effect = { kind: 'read' } as const } = write ?? {};
  if (effect.kind === 'read') return true;
  return effect.parts === undefined && (effect.kind !== 'append' || effect.entries === undefined);
}

/** True where no item takes the place of another. */
function areApart(writes: readonly EffectCall[]): boolean {
  const texts = new Map<string, string>();
  return writes.every(({ effect, args }) => {
    if (effect.kind === 'append' || effect.kind === 'read') return true;
    const text = JSON.stringify(args);
    const known = texts.get(effect.key);
    texts.set(effect.key, text);
    return known === undefined || known === text;
  });
}

/** True where what items become that have no text to look for stands in what the batch becomes, as often as they come. */
function holdsBodies(all: string, alone: string, times: number): boolean {
  const [whole, one] = [all, alone].map((args) => bodyIn(JSON.parse(args)));
  if (one === undefined) return false;
  const text = plainText(whole);
  return [one, ...onlyItemsIn(one)].map(plainText).some((part) => {
    // Of nothing nothing is lost.
    return part === '' || text.split(part).length > times;
  });
}

/** The body of the only request in the arguments of calls. */
function bodyIn(calls: unknown): unknown {
  const [first]: unknown[] = Array.isArray(calls) && Array.isArray(calls[0]) ? calls[0] : [];
  return isObject(first) ? first.body : undefined;
}

/** A file of lines is a text, one of a single line may be read as JSON. */
function plainText(body: unknown): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  return unescaped(text.replaceAll(/\s/g, ''));
}

/** The items of lists of one, in which a batch has more. */
function onlyItemsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) && value.length === 1 ? value : [];
  return [...own, ...Object.values(value).flatMap(onlyItemsIn)];
}

/** True where a text stands in JSON, or in JSON within JSON however deep: each level only adds backslashes. */
function holds(json: string, text: string): boolean {
  return unescaped(json).includes(unescaped(JSON.stringify(text).slice(1, -1)));
}

function unescaped(json: string): string {
  return json.replaceAll('\\', '');
}

/** The order within a partition. */
export const partitionOrder: Oracle = {
  name: 'partition-order',
  holds:
    'The effects of the items of one partition come in the order of the items, also when outside calls are slow.',
  domain:
    'Triggers that keep the order of a partition, for entries, and for values that several items write.',
  isRelation: true,
  applies: (rules) => rules.batch?.orderKeyOf !== undefined,
  async judge(trial) {
    const cut = cutOf(trial);
    const keyOf = cut?.lens.orderKeyOf;
    if (cut === undefined || keyOf === undefined) return undefined;
    if (!trial.isEarly && !reachesOut(await trial.play(inOrder([cut.whole])))) return undefined;
    const instances = cut.singles.map((_, index) => index);
    const split = await trial.play(inOrder(cut.singles, instances));
    const execution = await trial.play(slowly(cut.whole));
    if (!allSucceed(split) || !allSucceed(execution)) return undefined;
    const linesOf = orderedLines(split, execution);
    const linesOfItem = linesOfOneItem(split.invocations.map(({ calls }) => linesOf(calls)));
    const seen = linesOf(execution.calls);
    for (const key of new Set(cut.items.map((item) => keyOf(item)))) {
      const own = linesOfItem.filter((_, index) => keyOf(cut.items[index]) === key);
      const order = new Map(own.flatMap((lines, place) => lines.map((line) => [line, place] as const)));
      const late = firstOutOfOrder(seen, order);
      if (late === undefined) continue;
      const shown = seen.filter((line) => order.has(line)).slice(0, 6);
      return {
        what: callNames([late]),
        detail: `In partition ${key} the effects of a later item come before those of an earlier one:\n${shown
          .map((line) => `    ${line.slice(0, 160)}`)
          .join('\n')}`,
        execution,
        compared: split,
      };
    }
    return undefined;
  },
};

/** Lines of the calls whose order matters: entries, and values that are written several times in the second execution. */
function orderedLines<Event>(
  split: Execution<Event>,
  execution: Execution<Event>,
): (calls: readonly EffectCall[]) => string[] {
  const mask = maskFor(split, execution);
  const lineOf = (call: EffectCall) => mask(`${call.name} ${JSON.stringify(call.args)}`);
  // Values under different keys may be written in any order.
  const written = new Map<string, Set<string>>();
  for (const call of execution.calls) {
    if (call.effect.kind !== 'overwrite') continue;
    written.set(call.effect.key, (written.get(call.effect.key) ?? new Set()).add(lineOf(call)));
  }
  const isOrdered = ({ name, effect }: EffectCall) =>
    effect.kind === 'append' ||
    (effect.kind !== 'read' && streams.test(name)) ||
    (effect.kind === 'overwrite' && (written.get(effect.key)?.size ?? 0) > 1);
  return (calls) => calls.filter((call) => call.state === 'done' && isOrdered(call)).map(lineOf);
}

/** The lines of each item that no other item has. */
function linesOfOneItem(linesOfItem: readonly (readonly string[])[]): readonly string[][] {
  const itemsWith = new Map<string, Set<number>>();
  for (const [item, lines] of linesOfItem.entries())
    for (const line of lines) itemsWith.set(line, (itemsWith.get(line) ?? new Set()).add(item));
  return linesOfItem.map((lines) => lines.filter((line) => itemsWith.get(line)?.size === 1));
}

/** The first line that stands behind one of a later place. */
function firstOutOfOrder(lines: readonly string[], places: ReadonlyMap<string, number>): string | undefined {
  let furthest = 0;
  for (const line of lines) {
    const place = places.get(line);
    if (place === undefined) continue;
    if (place < furthest) return line;
    furthest = place;
  }
  return undefined;
}
