import type { Draw } from '../../../kernel/draw.js';
import { type JsonValue, setOwn } from '../../../kernel/json.js';
import type { Shape } from './shape.js';
import { drawDate, drawNumber, drawNumberText, drawText } from './words.js';

/** What a handler's code tells of the values it expects. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  /** Names of fields. */
  readonly names: readonly string[];
}

type Sort = 'number' | 'text' | 'date' | 'flag' | 'list' | 'any';

const deepest = 6;

/**
 * Draws a value of a shape: mostly what fits, with missing fields and other sorts now and then.
 *
 * @param isExploring puts empty objects where nothing is known, to see what is read of them.
 */
export function drawShape(draw: Draw, shape: Shape, vocabulary: Vocabulary, isExploring = false): JsonValue {
  const sorts = new Map<Shape, Sort>();
  return value(shape, '', 0);

  function value(of: Shape, name: string, depth: number): JsonValue {
    if (depth > deepest) return null;
    if (draw.below(24) === 23) return leaf('any', name, depth);
    const mayBeObject = of.fields.size > 0 || of.isListed;
    if (of.item !== undefined && (!mayBeObject || draw.chance(0.7))) {
      const { item } = of;
      const items = draw.list(0, 4, () => value(item, singular(name), depth + 1));
      const [first] = items;
      return first !== undefined && draw.below(6) === 5 ? [...items, structuredClone(first)] : items;
    }
    if (of.fields.size > 0 || (of.isListed && depth < 3 && draw.chance(0.6))) return object(of, depth);
    if (isExploring && of.sort === undefined && draw.chance(0.4)) return draw.chance(0.7) ? {} : [{}, {}];
    return leaf(sortOf(of, name), name, depth);
  }

  function object(of: Shape, depth: number): JsonValue {
    const result = {};
    for (const [name, child] of of.fields) {
      if (draw.below(10) !== 9) setOwn(result, name, value(child, name, depth + 1));
    }
    if (of.isListed && depth < 3 && vocabulary.names.length > 0) {
      for (const extra of draw.list(0, 2, () => draw.pick(vocabulary.names)))
        setOwn(
          result,
          extra,
          leaf(sortByName(extra) ?? draw.pick<Sort>(['text', 'number']), extra, depth + 1),
        );
    }
    if (draw.below(16) === 15)
      setOwn(result, draw.pick(['__proto__', 'constructor', 'extra']), { polluted: true });
    return result;
  }

  /** One sort for all values at one place, so that a list of numbers is one. */
  function sortOf(of: Shape, name: string): Sort {
    const known = sorts.get(of);
    if (known !== undefined) return known;
    const likely =
      of.sort ??
      (/(id|size|code|number|version|year)$/i.test(name)
        ? draw.pick<Sort>(['text', 'number'])
        : sortByName(name));
    const sort =
      likely !== undefined && draw.below(4) !== 3
        ? likely
        : draw.pick<Sort>(['text', 'number', 'date', 'flag', 'list', 'any']);
    sorts.set(of, sort);
    return sort;
  }

  function leaf(sort: Sort, name: string, depth: number): JsonValue {
    switch (sort) {
      case 'number':
        return draw.below(6) === 5
          ? drawNumberText(draw, vocabulary.numbers)
          : drawNumber(draw, vocabulary.numbers);
      case 'text':
        return drawText(draw, vocabulary.words);
      case 'date':
        return drawDate(draw);
      case 'flag':
        return draw.pick<JsonValue>([false, true, 'false', 'true', 0, '']);
      case 'list': {
        const one = singular(name);
        const inner = sortByName(one) ?? draw.pick<Sort>(['text', 'number']);
        return draw.list(0, 4, () => leaf(inner, one, depth + 1));
      }
      case 'any':
        return draw.pick<() => JsonValue>([
          () => null,
          () => drawNumber(draw, vocabulary.numbers),
          () => drawText(draw, vocabulary.words),
          () => String(drawNumber(draw, vocabulary.numbers)),
          () => draw.chance(0.5),
          () => ({}),
          () => [],
        ])();
    }
  }
}

/** The JSON text of a value that is drawn so; now and then with ids that no number of JavaScript holds. */
export function drawShapeText(draw: Draw, shape: Shape, vocabulary: Vocabulary): string {
  const text = JSON.stringify(drawShape(draw, shape, vocabulary));
  return draw.below(6) === 5 ? text.replace(/("\w*id":)-?\d+(?=[,}])/gi, '$19007199254740993') : text;
}

/** What people mostly keep under such a name. */
function sortByName(name: string): Sort | undefined {
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

function singular(name: string): string {
  return name.replace(/s$/, '');
}
