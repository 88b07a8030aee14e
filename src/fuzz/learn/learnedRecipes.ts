import { check } from '../../kernel/check.js';
import { Draw, type DrawRequest } from '../../kernel/draw.js';
import { hasErrors } from '../../kernel/issue.js';
import { isObject, type JsonSchema, type JsonValue } from '../../kernel/json.js';
import { withOverrides } from '../../kernel/overrides.js';
import type { Trigger } from '../../kernel/trigger.js';
import type { Recipe } from '../shrink/drawn.js';
import { drawShape } from './drawShape.js';
import type { Learned } from './learn.js';
import type { Shape } from './shape.js';
import { drawText } from './words.js';

/** Draws the choices of another draw, for another request. */
class OtherRequest extends Draw {
  readonly #draw: Draw;

  constructor(draw: Draw, request: DrawRequest) {
    super(request);
    this.#draw = draw;
  }

  override below(bound: number): number {
    return this.#draw.below(bound);
  }

  override flip(probability: number): boolean {
    return this.#draw.flip(probability);
  }

  override list<T>(min: number, max: number, item: (draw: this, index: number) => T): T[] {
    return this.#draw.list(min, max, (_, index) => item(this, index));
  }
}

const elementwise = '[]';

/** Recipes for events that hold what the handler looks for, in the user's data and in fields of the event. */
export function learnedRecipes<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest,
  learned: Learned,
): readonly Recipe<Event>[] {
  const recipes: Recipe<Event>[] = [];
  const { payload } = learned;
  const knowsPayload = payload.fields.size > 0 || payload.item !== undefined;
  const withPayload: DrawRequest =
    request.payload === undefined && trigger.payloadAt !== undefined && knowsPayload
      ? { ...request, payload: (draw) => drawShape(draw, payload, learned) }
      : request;
  const maps = openMapsOf(trigger.contract.schema());
  const names = new Set(maps.map((path) => path.join('.')));
  const paths = readPaths(learned).filter((path) => !names.has(path.join('.')));
  const hostilities = [0, 0.1];
  if (withPayload !== request) {
    for (const hostile of hostilities) {
      recipes.push({ request: { ...withPayload, hostile }, draw: (draw) => trigger.sample(draw) });
    }
  }
  if (paths.length + maps.length > 0) {
    for (const [index, hostile] of hostilities.entries()) {
      const from = index === 0 ? withPayload : request;
      recipes.push({
        request: { ...from, hostile },
        draw: (draw) => withWords(trigger, draw, paths, maps, learned),
      });
    }
  }
  return recipes;
}

function withWords<Event>(
  trigger: Trigger<Event>,
  draw: Draw,
  paths: readonly (readonly string[])[],
  maps: readonly (readonly string[])[],
  learned: Learned,
): Event {
  let overrides: unknown = draw.request.overrides;
  const fixes = 1 + draw.below(3);
  for (let fix = 0; fix < fixes; fix++) {
    const inMap = maps.length > 0 && learned.words.length > 0 && (paths.length === 0 || draw.chance(0.6));
    const path = inMap ? [...draw.pick(maps), drawName(draw, learned.words)] : draw.pick(paths);
    overrides = withOverrides(overrides, nested(path, drawLeaf(draw, path, learned)));
  }
  return sampleWith(trigger, draw, overrides) ?? trigger.sample(draw);
}

/** An event with fields fixed; undefined where the trigger refuses them. */
function sampleWith<Event>(trigger: Trigger<Event>, draw: Draw, overrides: unknown): Event | undefined {
  try {
    const event = trigger.sample(new OtherRequest(draw, { ...draw.request, overrides: Object(overrides) }));
    return hasErrors(check(trigger, event, { strict: true })) ? undefined : event;
  } catch {
    return undefined;
  }
}

/** Another event that agrees with a first one in some of the fields that the handler reads. */
export function siblingOf<Event>(
  trigger: Trigger<Event>,
  draw: Draw,
  event: Event,
  paths: readonly (readonly string[])[],
): Event {
  let overrides: unknown = draw.request.overrides;
  for (const path of paths) {
    const shared = valueAt(event, path);
    if (shared !== undefined && draw.chance(0.6)) overrides = withOverrides(overrides, nested(path, shared));
  }
  return sampleWith(trigger, draw, overrides) ?? trigger.sample(draw);
}

function valueAt(value: unknown, path: readonly string[]): JsonValue | undefined {
  let part = value;
  for (const key of path) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = Reflect.get(part, key === elementwise ? '0' : key);
  }
  return part as JsonValue | undefined;
}

/** Names for headers and parameters: words without spaces, in lower case as they are sent. */
function drawName(draw: Draw, words: readonly string[]): string {
  const names = words.filter((word) => /^[\w-]+$/.test(word));
  return names.length === 0 ? 'name' : draw.pick(names).toLowerCase();
}

/** The objects of an event whose names are data: headers, query parameters. */
function openMapsOf(schema: JsonSchema): (readonly string[])[] {
  const maps: (readonly string[])[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (!isObject(node) || path.length > 3) return;
    if (typeof node.$ref === 'string') {
      const [, , name = ''] = node.$ref.split('/');
      visit(isObject(schema.$defs) ? schema.$defs[name] : undefined, path);
      return;
    }
    const name = path.at(-1) ?? '';
    if (isObject(node.additionalProperties) && /headers$|^query/i.test(name)) maps.push(path);
    if (!isObject(node.properties)) return;
    for (const [key, child] of Object.entries(node.properties)) visit(child, [...path, key]);
  };
  visit(schema, []);
  return maps.filter(([first]) => first !== 'queryStringParameters' && first !== 'headerParameters');
}

function drawLeaf(draw: Draw, path: readonly string[], learned: Learned): JsonValue {
  const kind = draw.below(12);
  if (kind < 8 || path.length === 0) return drawText(draw, learned.words);
  if (kind === 8) return [drawText(draw, learned.words), drawText(draw, learned.words)];
  if (kind === 9) return true;
  return draw.pick([0, 1, 2, 10]);
}

function nested(path: readonly string[], leaf: JsonValue): JsonValue {
  return path
    .filter((key) => key !== elementwise)
    .reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), leaf);
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
