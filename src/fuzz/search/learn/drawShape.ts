import type { Draw } from '../../../kernel/draw.js';
import { type JsonValue, setOwn } from '../../../kernel/json.js';
import type { Shape } from './shape.js';
import type { AskedSort } from './sortsIn.js';
import { drawAmount, drawDate, drawNumber, drawNumberText, drawText, drawWhole } from './words.js';

/** What a handler's code tells of the values it expects. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  /** Names of fields. */
  readonly names: readonly string[];
  /** What the code asks of fields, by their names. */
  readonly sorts?: ReadonlyMap<string, AskedSort>;
}

type Sort = AskedSort | 'date' | 'any';

const plainSorts: readonly Sort[] = ['text', 'number', 'date', 'flag'];
const sorts: readonly Sort[] = [...plainSorts, 'list', 'any'];

const deepest = 6;
/** So many names of the code stand in an object of which nothing is known yet. */
const maxNames = 12;

/** Names of what is mostly written with two decimals. */
const isMoney = /(?:price|amount|total|money|fee|cost|discount)$/i;

/** What a value is drawn with. */
export interface ShapeOptions {
  readonly vocabulary: Vocabulary;
  /** Puts empty objects where nothing is known, to see what is read of them. */
  readonly isExploring?: boolean;
}

/** Draws a value of a shape: mostly what fits, with missing fields and other sorts now and then. */
export function drawShape(draw: Draw, shape: Shape, options: ShapeOptions): JsonValue {
  return new ShapeDrawing(draw, options).value(shape, '', 0);
}

/** The drawing of one value. */
class ShapeDrawing {
  readonly #draw: Draw;
  readonly #vocabulary: Vocabulary;
  readonly #isExploring: boolean;
  /** True for a value in which all is as the handler expects it, since those that check all of it take no other. */
  readonly #isFitting: boolean;
  readonly #sorts = new Map<Shape, Sort>();

  constructor(draw: Draw, { vocabulary, isExploring = false }: ShapeOptions) {
    this.#draw = draw;
    this.#vocabulary = vocabulary;
    this.#isExploring = isExploring;
    this.#isFitting = draw.below(2) === 1;
  }

  value(shape: Shape, name: string, depth: number): JsonValue {
    const draw = this.#draw;
    if (depth > deepest) return null;
    if (!this.#isFitting && draw.below(24) === 23) return this.#odd(shape);
    const mayBeObject = shape.fields.size > 0 || shape.isListed;
    const { item } = shape;
    if (item !== undefined && (!mayBeObject || draw.chance(0.7))) return this.#list(item, name, depth);
    if (shape.fields.size > 0 || (shape.isListed && depth < 3 && draw.chance(0.6)))
      return this.#object(shape, depth);
    if (this.#isExploring && shape.sort === undefined && draw.chance(0.5)) return this.#unknown(depth);
    return this.#leaf(this.#sortOf(shape, name), name, depth);
  }

  #list(item: Shape, name: string, depth: number): JsonValue {
    const least = this.#isFitting ? 1 : 0;
    const items = this.#draw.list(least, 4, () => this.value(item, singular(name), depth + 1));
    const [first] = items;
    return first !== undefined && this.#draw.below(6) === 5 ? [...items, structuredClone(first)] : items;
  }

  #object(shape: Shape, depth: number): JsonValue {
    const draw = this.#draw;
    const { names } = this.#vocabulary;
    const result = {};
    for (const [name, child] of shape.fields) {
      if (this.#isFitting || draw.below(10) !== 9) setOwn(result, name, this.value(child, name, depth + 1));
    }
    if (shape.isListed && depth < 3 && names.length > 0) {
      for (const extra of draw.list(0, 2, () => draw.pick(names))) {
        const sort = sortByName(extra) ?? draw.pick<Sort>(['text', 'number']);
        setOwn(result, extra, this.#leaf(sort, extra, depth + 1));
      }
    }
    if (!this.#isFitting && draw.below(16) === 15)
      setOwn(result, draw.pick(['__proto__', 'constructor', 'extra']), { polluted: true });
    return result;
  }

  /** Something to see what is read of it. */
  #unknown(depth: number): JsonValue {
    const draw = this.#draw;
    const names = this.#vocabulary.names.slice(0, maxNames);
    const kind = draw.below(names.length > 0 && depth < 3 ? 4 : 3);
    if (kind < 2) return {};
    if (kind === 2) return [{}, {}];
    const result = {};
    for (const name of names) {
      const sort = this.#askedOf(name) ?? draw.pick<Sort>(['text', 'number']);
      setOwn(result, name, this.#leaf(sort, name, depth + 1));
    }
    return result;
  }

  /** Another sort of value; no object where one text or number is read, which nobody sends there. */
  #odd({ sort }: Shape): JsonValue {
    const odd = this.#anyLeaf();
    return sort !== undefined && typeof odd === 'object' ? null : odd;
  }

  /** What the code asks of a field of that name, or what it mostly holds. */
  #askedOf(name: string): Sort | undefined {
    return this.#vocabulary.sorts?.get(name) ?? sortByName(name);
  }

  /** One sort for all values at one place, so that a list of numbers is one. */
  #sortOf(shape: Shape, name: string): Sort {
    const known = this.#sorts.get(shape);
    if (known !== undefined) return known;
    const draw = this.#draw;
    const likely =
      shape.sort ??
      this.#vocabulary.sorts?.get(name) ??
      (/(id|size|code|number|version|year)$/i.test(name)
        ? draw.pick<Sort>(['text', 'number'])
        : sortByName(name));
    const sort =
      likely !== undefined && (this.#isFitting || draw.below(4) !== 3)
        ? likely
        : draw.pick<Sort>(shape.sort === undefined ? sorts : plainSorts);
    this.#sorts.set(shape, sort);
    return sort;
  }

  #leaf(sort: Sort, name: string, depth: number): JsonValue {
    const draw = this.#draw;
    const { numbers, words } = this.#vocabulary;
    switch (sort) {
      case 'number':
        if (!this.#isFitting && draw.below(6) === 5) return drawNumberText(draw, numbers);
        return isMoney.test(name) && draw.below(2) === 1 ? drawAmount(draw) : drawNumber(draw, numbers);
      case 'whole':
        return drawWhole(draw, numbers);
      case 'text':
        return drawText(draw, words);
      case 'date':
        return drawDate(draw);
      case 'flag':
        return draw.pick<JsonValue>([false, true, 'false', 'true', 0, '']);
      case 'list': {
        const one = singular(name);
        const inner = sortByName(one) ?? draw.pick<Sort>(['text', 'number']);
        return draw.list(0, 4, () => this.#leaf(inner, one, depth + 1));
      }
      case 'any':
        return this.#anyLeaf();
    }
  }

  #anyLeaf(): JsonValue {
    const draw = this.#draw;
    const { numbers, words } = this.#vocabulary;
    return draw.pick<() => JsonValue>([
      () => null,
      () => drawNumber(draw, numbers),
      () => drawText(draw, words),
      () => String(drawNumber(draw, numbers)),
      () => draw.chance(0.5),
      () => ({}),
      () => [],
    ])();
  }
}

/** The JSON text of a value that is drawn so; now and then with ids that no number of JavaScript holds. */
export function drawShapeText(draw: Draw, shape: Shape, vocabulary: Vocabulary): string {
  const text = JSON.stringify(drawShape(draw, shape, { vocabulary }));
  return draw.below(6) === 5 ? text.replace(/("\w*id":)-?\d+(?=[,}])/gi, '$19007199254740993') : text;
}

/** What people mostly keep under such a name. */
export function sortByName(name: string): Sort | undefined {
  if (/[^s]s$/.test(name) && !/(second|minute|hour|day|byte|cent|statu|addres)s$/i.test(name)) return 'list';
  if (
    /(count|size|qty|quantity|amount|price|cents|total|width|height|depth|step|index|limit|page|offset|age|score|rate|number|num|seconds|minutes|days|level|weight|min|max)s?$/i.test(
      name,
    )
  ) {
    return 'number';
  }
  if (/(date|time|day|At|until|since|birthday|deadline|month|from|to|start|end)$/i.test(name)) return 'date';
  if (/^(is|has|should|dry|enable|force|active|paid|urgent|done|deleted)/i.test(name)) return 'flag';
  if (
    /(name|title|id|key|email|url|path|text|type|status|message|label|code|tag|sku|city|country|user|kind|action|job)$/i.test(
      name,
    )
  ) {
    return 'text';
  }
  return undefined;
}

/** The name of one of several. */
export function singular(name: string): string {
  return name.replace(/s$/, '');
}
