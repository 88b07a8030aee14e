import type { Draw, DrawRequest } from '../../../kernel/draw.js';
import type { JsonValue } from '../../../kernel/json.js';
import { withOverrides } from '../../../kernel/overrides.js';
import { type Trigger, wholeEvent } from '../../../kernel/trigger.js';
import { valueAt } from '../../../kernel/valueAt.js';
import { Fixed } from '../../arbitraries/fixed.js';
import type { Recipe } from '../../arbitraries/shrink/drawn.js';
import { asCallersWrite, formNamesIn } from './asCallersWrite.js';
import { expectedTexts } from './callerTexts.js';
import { drawShape, drawShapeText } from './drawShape.js';
import { drawFileName, namesFile, selectsFiles, withFileName } from './fileNames.js';
import { guesserOf } from './guessedRequest.js';
import type { Learned } from './learn.js';
import { queriesAsRead } from './queriesAsRead.js';
import { isSent, sampleWith } from './sampleWith.js';
import { elementwise, isDeclared, openMapsOf } from './schemaPaths.js';
import type { Shape } from './shape.js';
import { drawText } from './words.js';

/** Recipes for events that hold what the handler looks for, in the user's data and in fields of the event. */
export function learnedRecipes<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest,
  learned: Learned,
): readonly Recipe<Event>[] {
  const recipes: Recipe<Event>[] = [];
  const { payload } = learned;
  const knowsPayload = payload.fields.size > 0 || payload.item !== undefined || payload.isListed;
  const withPayload: DrawRequest =
    request.payload === undefined && trigger.payloadAt !== undefined && knowsPayload
      ? {
          ...request,
          payload: (draw) => drawShape(draw, payload, { vocabulary: learned }),
          payloadText: (draw) => drawShapeText(draw, payload, learned),
        }
      : request;
  const maps = openMapsOf(trigger.contract.schema());
  const names = new Set(maps.map((path) => path.join('.')));
  const fixed = new Fixed(trigger, request);
  const isFixed = (path: readonly string[]): boolean =>
    request.payload !== undefined && isWithinPayload(trigger, path);
  const paths = readPaths(learned).filter((path) => !names.has(path.join('.')) && !isFixed(path));
  const hostilities = [0, 0.1];
  if (withPayload !== request) {
    for (const hostile of hostilities) {
      recipes.push({ request: { ...withPayload, hostile }, draw: (draw) => trigger.sample(draw) });
    }
  }
  const guess = guesserOf(trigger, learned.code ?? '');
  for (const hostile of guess === undefined ? [] : hostilities)
    for (const from of [request, withPayload])
      recipes.push({ request: { ...from, hostile }, draw: (draw) => guess?.(draw) ?? trigger.sample(draw) });
  if (paths.length + maps.length > 0) {
    for (const [index, hostile] of hostilities.entries()) {
      const from = index === 0 ? withPayload : request;
      recipes.push({
        request: { ...from, hostile },
        draw: (draw) => {
          const event = withWords(trigger, draw, paths, maps, learned);
          return request.payload === undefined || fixed.holds(event) ? event : trigger.sample(draw);
        },
      });
    }
  }
  const asRead = queriesAsRead(trigger, maps, learned);
  for (const from of asRead === undefined ? [] : [request, withPayload])
    recipes.push({
      request: { ...from, hostile: 0 },
      draw: (draw) => asRead?.(draw) ?? trigger.sample(draw),
    });
  return recipes.map(writtenByCallers(trigger, fixed, learned));
}

/** Of three events of a recipe, one has texts as callers write them; what the user fixed stays. */
function writtenByCallers<Event>(
  trigger: Trigger<Event>,
  fixed: Fixed<Event>,
  { code = '', event: eventShape, payload }: Learned,
): (recipe: Recipe<Event>) => Recipe<Event> {
  const fields = {
    formNames: formNamesIn(code),
    expected: expectedTexts(code),
    read: new Set([...namesOf(eventShape), ...namesOf(payload)]),
    isSent: (event: unknown): event is Event => isSent(trigger, event),
  };
  return (recipe) => ({
    ...recipe,
    draw: (draw) => {
      const event = recipe.draw(draw);
      if (draw.below(3) < 2) return event;
      const written = asCallersWrite(trigger, event, draw, fields);
      return fixed.hasSamePayload(written, event) ? written : event;
    },
  });
}

/** True for the field that holds the user's data, and what is in it. */
function isWithinPayload(
  { payloadAt }: Pick<Trigger<unknown>, 'payloadAt'>,
  path: readonly string[],
): boolean {
  if (payloadAt === undefined) return false;
  if (payloadAt === wholeEvent) return true;
  const field = payloadAt.replaceAll(elementwise, `.${elementwise}`).split('.');
  return field.every((key, index) => path[index] === undefined || path[index] === key);
}

function withWords<Event>(
  trigger: Trigger<Event>,
  draw: Draw,
  paths: readonly (readonly string[])[],
  maps: readonly (readonly string[])[],
  learned: Learned,
): Event {
  const named = paths.filter((path) => namesFile.test(path.at(-1) ?? ''));
  // Which objects a handler takes it mostly tells by their folder and their extension.
  const isSelective = named.length > 0 && selectsFiles(learned.words);
  if (
    paths.length > 0 &&
    learned.words.length > 0 &&
    (isSelective ? draw.below(2) === 1 : draw.below(4) === 3)
  ) {
    const path = draw.pick(isSelective ? named : paths);
    const plain = trigger.sample(draw);
    const event = withFileName(trigger, plain, firstAt(plain, path), (name) =>
      drawFileName(draw, name, learned.words),
    );
    if (event !== undefined && new Fixed(trigger, draw.request).hasSamePayload(event, plain)) return event;
  }
  if (paths.length > 0 && draw.below(4) === 3) {
    const path = draw.pick(paths);
    return withChange(trigger, trigger.sample(draw), path, drawLeaf(draw, path, learned));
  }
  const closed = paths.filter((path) => isDeclared(trigger.contract.schema(), path));
  if (closed.length + maps.length === 0) return trigger.sample(draw);
  let overrides: unknown = draw.request.overrides;
  let event: Event | undefined;
  const fixes = 1 + draw.below(3);
  for (let fix = 0; fix < fixes; fix++) {
    const inMap = maps.length > 0 && learned.words.length > 0 && (closed.length === 0 || draw.chance(0.6));
    const path = inMap ? [...draw.pick(maps), drawName(draw, learned.words)] : draw.pick(closed);
    // One value that is never sent must not undo the others.
    const more = withOverrides(overrides, nested(path, drawLeaf(draw, path, learned)));
    const fixed = sampleWith(trigger, draw, more);
    if (fixed === undefined) continue;
    overrides = more;
    event = fixed;
  }
  return event ?? trigger.sample(draw);
}

/** An event in which a field that it has holds something else; the event itself where the trigger refuses that. */
function withChange<Event>(
  trigger: Trigger<Event>,
  event: Event,
  path: readonly string[],
  leaf: JsonValue,
): Event {
  if (firstAt(event, path) === undefined) return event;
  const changed = withOverrides(event, nested(path, leaf));
  return isSent(trigger, changed) ? changed : event;
}

/** Another event that agrees with a first one in some of the fields that the handler reads. */
export function siblingOf<Event>(
  trigger: Trigger<Event>,
  draw: Draw,
  event: Event,
  paths: readonly (readonly string[])[],
): Event {
  let overrides: unknown = draw.request.overrides;
  for (const path of paths.filter((one) => isDeclared(trigger.contract.schema(), one))) {
    const shared = firstAt(event, path);
    if (shared !== undefined && draw.chance(0.6)) overrides = withOverrides(overrides, nested(path, shared));
  }
  return sampleWith(trigger, draw, overrides) ?? trigger.sample(draw);
}

/** What stands at a path, in the first item of each list that it leads through. */
function firstAt(event: unknown, path: readonly string[]): JsonValue | undefined {
  return valueAt(
    event,
    path.map((key) => (key === elementwise ? 0 : key)),
  ) as JsonValue | undefined;
}

const defaultHeaders =
  /^(x-[\w-]+|accept(-\w+)?|authorization|cookie|if-[a-z-]+|content-\w+|range|origin|referer|host|user-agent|forwarded|etag|prefer|idempotency-key|cache-control)$/;

/** Names for headers and parameters: words without spaces, in lower case as they are sent. */
function drawName(draw: Draw, words: readonly string[]): string {
  const names = words.filter((word) => /^[\w-]+$/.test(word)).map((word) => word.toLowerCase());
  const usual = names.filter((name) => defaultHeaders.test(name));
  if (usual.length > 0 && draw.chance(0.6)) return draw.pick(usual);
  return names.length === 0 ? 'name' : draw.pick(names);
}

function drawLeaf(draw: Draw, path: readonly string[], learned: Learned): JsonValue {
  if (path.at(-1)?.toLowerCase() === 'cookie') return drawCookies(draw, learned.words);
  const kind = draw.below(12);
  if (kind < 8 || path.length === 0) return drawText(draw, learned.words);
  if (kind === 8) return [drawText(draw, learned.words), drawText(draw, learned.words)];
  if (kind === 9) return true;
  return draw.pick([0, 1, 2, 10]);
}

/** Cookies with names of the handler's, and values as sessions have them. */
function drawCookies(draw: Draw, words: readonly string[]): string {
  const names = words.map((word) => word.replace(/=$/, '')).filter((word) => /^[\w-]+$/.test(word));
  const cookies = draw.list(1, 3, () => {
    const name = names.length === 0 ? 'a' : draw.pick(names);
    return `${name}=${draw.pick(['1', 'c2Vzc2lvbg==', 'a%20b', '"quoted"', '', drawText(draw, words)])}`;
  });
  return cookies.join('; ');
}

function nested(path: readonly string[], leaf: JsonValue): JsonValue {
  return path
    .filter((key) => key !== elementwise)
    .reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), leaf);
}

/** The names of all fields of a shape. */
function namesOf({ fields, item }: Shape): string[] {
  const inner = [...fields.values(), ...(item === undefined ? [] : [item])];
  return [...fields.keys(), ...inner.flatMap(namesOf)];
}

/** The paths of what was read of the event beside the user's data. */
export function readPaths({ event, payload }: Learned): (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  if (event === payload) return paths;
  const visit = (shape: Shape, path: readonly string[]): void => {
    if (paths.length > 40 || path.length > 8) return;
    if (shape === payload && path.length > 0) {
      paths.push(path);
      return;
    }
    if (shape.item !== undefined) visit(shape.item, [...path, elementwise]);
    for (const [name, child] of shape.fields) visit(child, [...path, name]);
    if (shape.fields.size === 0 && shape.item === undefined && path.length > 0) paths.push(path);
  };
  visit(event, []);
  return paths.filter((path) => !path.includes('__proto__'));
}
