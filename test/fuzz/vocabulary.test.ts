import { describe, expect, test } from 'vitest';
import { drawShape, drawShapeText } from '../../src/fuzz/search/learn/drawShape.js';
import { Reading, type Shape, unknownShape } from '../../src/fuzz/search/learn/shape.js';
import { sortsIn } from '../../src/fuzz/search/learn/sortsIn.js';
import {
  drawDate,
  drawNumber,
  drawNumberText,
  drawText,
  fieldNamesIn,
  numbersIn,
  wordsIn,
} from '../../src/fuzz/search/learn/words.js';
import { plainRequest } from '../../src/kernel/draw.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';

const drawOf = (index: number) => new SeededDraw('a', 'vocabulary', plainRequest).restart(index);
const many = <T>(draw: (index: number) => T, count = 400): T[] =>
  Array.from({ length: count }, (_, index) => draw(index));

test.each<readonly [code: string, words: readonly string[]]>([
  [`a('x-user'); b("/say "); c(\`id:\${id}/end\`)`, ['x-user', '/say ', 'say', 'id:', 'id', '/end', 'end']],
  [`'it\\'s'`, []],
  [`'a.b, c'`, ['a.b, c']],
  [`'ab.cd'`, ['ab.cd', 'ab', 'cd']],
  [`'  ' + ''`, []],
  [`'${'x'.repeat(60)}' + '${'y'.repeat(61)}'`, ['x'.repeat(60)]],
  [`'张伟' + 'é!'`, ['张伟']],
  [`/^(order|invoice)-\\d+$/.test(x)`, ['order', 'invoice']],
  [`s.match(/ab|abc/g)`, ['abc']],
  [`a / b / c`, []],
  [`x.toLocaleString('a')`, ['a']],
  [`'a'; Intl.Collator()`, ['a', 'z', 'ä', 'Åsa', 'i', 'I', 'Zoë']],
])('the words of %s', (code, words) => {
  expect(wordsIn(code)).toEqual(words);
});

test('texts are named once, 200 at most', () => {
  expect(wordsIn(`'b' 'a' 'b'`)).toEqual(['b', 'a']);
  expect(wordsIn(Array.from({ length: 300 }, (_, at) => `'w${at}'`).join())).toHaveLength(200);
});

test.each<readonly [code: string, numbers: readonly number[]]>([
  ['limit = 100; x > 0.5; 10_000; 1_000_000', [100, 0.5, 10_000, 1_000_000]],
  ['a1 + 2b + $3 + .4 + 5.', []],
  ['7, 7, 8', [7, 8]],
  ['1234567890123', []],
  ['none', []],
])('the numbers of %s', (code, numbers) => {
  expect(numbersIn(code)).toEqual(numbers);
});

test.each<readonly [code: string, names: readonly string[]]>([
  ['{ limit: 100, pageSize: 5 }', ['limit', 'pageSize']],
  ['f(limit: 1)', ['limit']],
  ['options.dryRun || options.call()', ['dryRun']],
  ['{ body: 1, limit: 2 }.length', ['limit']],
  ['{ Upper: 1, x: 2 }', []],
  ['a ? b : c', []],
  [`a::b, {c::d}`, []],
])('the fields of %s', (code, names) => {
  expect(fieldNamesIn(code)).toEqual(names);
});

test.each<readonly [code: string, sorts: Readonly<Record<string, string>>]>([
  ['Number.isInteger(item.count) && Number.isSafeInteger(id)', { count: 'whole', id: 'whole' }],
  ["typeof item?.price !== 'number' || Number.isFinite(a.b.rate)", { price: 'number', rate: 'number' }],
  ['typeof body.name == "string"; typeof on === \'boolean\'', { name: 'text', on: 'flag' }],
  ["Array.isArray(event.items); typeof x === 'function'", { items: 'list' }],
  ["Number.isInteger(count) || typeof count === 'string'", { count: 'whole' }],
])('the sorts that %s asks for', (code, sorts) => {
  expect(Object.fromEntries(sortsIn(code))).toEqual(sorts);
});

test('fields and numbers are kept as many as help', () => {
  expect(fieldNamesIn(Array.from({ length: 90 }, (_, at) => `o.name${at};`).join(''))).toHaveLength(60);
  expect(numbersIn(Array.from({ length: 90 }, (_, at) => `${at}`).join())).toHaveLength(50);
});

describe('texts that are drawn', () => {
  const word = 'order';
  const texts = new Set(many((index) => drawText(drawOf(index), [word]), 3000));
  test.each([
    'order',
    'ORDER',
    'order/order',
    ' order ',
    '张伟',
    'costs $$5',
    'aorder',
    'ordera',
    'order a a',
    'aordera',
    'order:a:a',
  ])('may be %j', (text) => {
    expect(texts).toContain(text);
  });

  test('follow what ends like a prefix', () => {
    for (const prefix of ['say ', 'id:', 'k=', 'a/']) {
      const all = many((index) => drawText(drawOf(index), [prefix]));
      expect(
        all.filter((text) => text.startsWith(prefix) && text.length > prefix.length).length,
      ).toBeGreaterThan(120);
    }
    const plain = many((index) => drawText(drawOf(index), ['say']));
    expect(plain.filter((text) => text === 'say').length).toBeGreaterThan(120);
  });

  test('are no longer than 200 without a word', () => {
    const all = many((index) => drawText(drawOf(index), []));
    expect(Math.max(...all.map((text) => text.length))).toBeLessThanOrEqual(200);
    expect(new Set(all).size).toBeGreaterThan(30);
  });
});

test('numbers are small, odd, or near one that the handler names', () => {
  const near = new Set(many((index) => drawNumber(drawOf(index), [5000])));
  for (const number of [4999, 5000, 5001, 0, 20, 0.1, 2 ** 53 - 1]) expect(near).toContain(number);
  expect(
    many((index) => drawNumber(drawOf(index), [])).some((number) => number > 4000 && number < 6000),
  ).toBe(false);
  const texts = new Set(many((index) => drawNumberText(drawOf(index), [5000])));
  for (const text of ['1.15', '10.00', '5001']) expect(texts).toContain(text);
  const dates = new Set(many((index) => drawDate(drawOf(index))));
  for (const date of ['2024-02-29T00:00:00Z', '2026-02-30', 'soon', '']) expect(dates).toContain(date);
});

describe('what a handler reads of a value', () => {
  /** What is noted while a handler reads. */
  function noted(
    value: unknown,
    read: (traced: never) => unknown,
  ): { readonly shape: Shape; readonly reading: Reading } {
    const [shape, reading] = [unknownShape(), new Reading()];
    try {
      read(reading.traced(value, shape) as never);
    } catch (error) {
      reading.failed((error as Error).message);
    }
    return { shape, reading };
  }
  const namesOf = (shape: Shape | undefined) => [...(shape?.fields.keys() ?? [])];

  test('is its fields, those that it has and those that it has not', () => {
    const { shape, reading } = noted(
      { a: { b: 1 } },
      (value: { a: { b: number; c?: number }; d?: number }) => [value.a.b, value.a.c, value.d],
    );
    expect([namesOf(shape), namesOf(shape.fields.get('a'))]).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    expect(reading.news).toBe(4);
  });

  test('is not what every object has, or what the engine asks', async () => {
    const { shape } = noted({ a: 1 }, (value: object) => [
      value.toString(),
      JSON.stringify(value),
      `${Object.hasOwn(value, 'z')}`,
    ]);
    expect(namesOf(shape)).toEqual(['z', 'a'].filter((name) => shape.fields.has(name)));
    const { shape: awaited } = noted({}, (value: { then?: unknown; toJSON?: unknown; no?: unknown }) => [
      value.then,
      value.toJSON,
      value.no,
    ]);
    expect(namesOf(awaited)).toEqual(['no']);
  });

  test('is told by in and hasOwn as well', () => {
    expect(namesOf(noted({}, (value: object) => 'a' in value).shape)).toEqual(['a']);
    expect(namesOf(noted({}, (value: object) => Object.hasOwn(value, 'b')).shape)).toEqual(['b']);
    expect(namesOf(noted({ a: 1 }, (value: object) => 'a' in value).shape)).toEqual([]);
  });

  test('is a list, when it goes through one or takes an item', () => {
    const all = noted([{ a: 1 }], (value: { a: number }[]) => value.map((item) => item.a)).shape;
    expect(namesOf(all.item)).toEqual(['a']);
    expect(noted([1], (value: number[]) => value[0]).shape.item).toBeDefined();
    expect(noted([1], (value: number[]) => [...value]).shape.item).toBeDefined();
    expect(noted([1], (value: number[]) => value.length).shape.item).toBeUndefined();
  });

  test('is all of it, when it goes through all names: then none is looked for', () => {
    const { shape } = noted({ a: { b: 1 } }, (value: object) => ({ ...value }));
    expect([shape.isListed, namesOf(shape)]).toEqual([true, []]);
    const after = noted({ a: 1 }, (value: { z?: number }) => [Object.keys(value), value.z]).shape;
    expect(namesOf(after)).toEqual(['z']);
  });

  test('is a text or a number, by what it makes of it', () => {
    const sorts = ['concat', 'number', 'default'].map((how) => {
      const { shape } = noted({}, (value: object) =>
        how === 'concat'
          ? `${value}`
          : how === 'number'
            ? Number(value)
            : Reflect.apply(Reflect.get(value, Symbol.toPrimitive) as never, value, ['default']),
      );
      return shape.sort;
    });
    expect(sorts).toEqual(['text', 'number', undefined]);
  });

  test.each<readonly [read: (value: { a: { b: never } }) => unknown, of: object]>([
    [(value) => (value.a as unknown as string).trim(), { sort: 'text' }],
    [(value) => (value.a as unknown as number).toFixed(2), { sort: 'number' }],
    [(value) => (value.a as unknown as unknown[]).flatMap(String), { item: expect.anything() }],
    [(value) => [...(value.a as unknown as unknown[])], { item: expect.anything() }],
  ])('is told by the error of %s', (read, of) => {
    expect(noted({ a: true }, read).shape.fields.get('a')).toMatchObject(of);
  });

  test('is a field where something of undefined was read', () => {
    const { shape } = noted({ a: undefined }, (value: { a: { b: number } }) => value.a.b);
    expect(namesOf(shape.fields.get('a'))).toEqual(['b']);
    const { reading } = noted(5, () => {
      throw new Error("reading 'x'");
    });
    expect(reading.news).toBe(0);
  });

  test('is nothing once the reading has ended', () => {
    const [shape, reading] = [unknownShape(), new Reading()];
    const value = reading.traced({ a: { b: 1 } }, shape);
    reading.end();
    expect([value.a.b, Object.keys(value), { ...value }]).toEqual([1, ['a'], { a: { b: 1 } }]);
    expect([namesOf(shape), shape.isListed, reading.news]).toEqual([[], false, 0]);
    expect(reading.traced('text', shape)).toBe('text');
    expect(reading.traced(null, shape)).toBe(null);
  });

  test('is kept up to 40 names of 60 characters', () => {
    const { shape } = noted({}, (value: Record<string, unknown>) =>
      Array.from({ length: 50 }, (_, at) => value[`n${at}`]),
    );
    expect(namesOf(shape)).toHaveLength(40);
    expect(
      namesOf(
        noted({}, (value: Record<string, unknown>) => [value['x'.repeat(60)], value['x'.repeat(61)]]).shape,
      ),
    ).toEqual(['x'.repeat(60)]);
  });
});

describe('values of a shape', () => {
  const vocabulary = { words: ['w'], numbers: [7], names: ['limit', 'tags'] };
  const shapeOf = (change: Partial<Shape>): Shape => ({ ...unknownShape(), ...change });
  const valuesOf = (shape: Shape, isExploring = false) =>
    many((index) => drawShape(drawOf(index), shape, { vocabulary, isExploring }));
  /** Of how many of all values something holds, in percent. */
  const share = (values: readonly unknown[], holds: (value: never) => boolean) =>
    Math.round((100 * values.filter((value) => holds(value as never)).length) / values.length);
  const ofName = (name: string) =>
    valuesOf(shapeOf({ fields: new Map([[name, unknownShape()]]) })).flatMap((value) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? [Reflect.get(value, name) as unknown]
        : [],
    );

  test.each(['count', 'price', 'total', 'seconds', 'maxAge', 'offset', 'score', 'weight'])(
    '%s is mostly a number',
    (name) => {
      expect(share(ofName(name), (value) => typeof value === 'number')).toBeGreaterThan(40);
    },
  );

  test.each(['createdAt', 'birthday', 'from', 'deadline', 'until', 'startDate'])(
    '%s is mostly a date',
    (name) => {
      expect(
        share(ofName(name), (value: string) => typeof value === 'string' && /^20|soon/.test(value)),
      ).toBeGreaterThan(50);
    },
  );

  test.each(['isOpen', 'hasStock', 'dryRun', 'forceAll', 'deletedBy'])('%s is mostly a flag', (name) => {
    expect(
      share(ofName(name), (value: unknown) => [true, false, 'true', 'false', 0, ''].includes(value as never)),
    ).toBeGreaterThan(60);
  });

  test.each(['tags', 'orders', 'prices', 'ids'])('%s is mostly a list', (name) => {
    expect(share(ofName(name), (value) => Array.isArray(value))).toBeGreaterThan(60);
  });

  test.each(['firstName', 'title', 'email', 'city', 'job', 'action'])('%s is mostly a text', (name) => {
    expect(share(ofName(name), (value) => typeof value === 'string')).toBeGreaterThan(70);
  });

  test('fit what is known of them', () => {
    expect(
      share(valuesOf(shapeOf({ sort: 'number' })), (value) => typeof value === 'number'),
    ).toBeGreaterThan(55);
    expect(share(valuesOf(shapeOf({ sort: 'text' })), (value) => typeof value === 'string')).toBeGreaterThan(
      70,
    );
    const lists = valuesOf(shapeOf({ item: shapeOf({ sort: 'number' }) }));
    expect(share(lists, (value) => Array.isArray(value))).toBeGreaterThan(90);
    expect(lists.some((value) => Array.isArray(value) && value.length > 1 && value.at(-1) === value[0])).toBe(
      true,
    );
    const objects = valuesOf(shapeOf({ fields: new Map([['a', unknownShape()]]) }));
    expect(share(objects, (value: object) => Object.hasOwn(Object(value), 'a'))).toBeGreaterThan(75);
    expect(objects.some((value) => Object.hasOwn(Object(value), '__proto__'))).toBe(true);
    const listed = valuesOf(shapeOf({ isListed: true }));
    expect(share(listed, (value) => Object.hasOwn(Object(value), 'limit'))).toBeGreaterThan(15);
    const nested = valuesOf(
      shapeOf({
        fields: new Map([['a', shapeOf({ item: shapeOf({ fields: new Map([['b', unknownShape()]]) }) })]]),
      }),
    );
    expect(nested.some((value) => /"a":\[\{"b":/.test(JSON.stringify(value)))).toBe(true);
  });

  test('are empty objects where nothing is known and somebody explores', () => {
    const isEmpty = (value: unknown) => JSON.stringify(value) === '{}' || JSON.stringify(value) === '[{},{}]';
    expect(share(valuesOf(unknownShape(), true), isEmpty)).toBeGreaterThan(25);
    expect(share(valuesOf(unknownShape()), isEmpty)).toBeLessThan(15);
  });

  test('are no objects where one text or number is read', () => {
    for (const sort of ['text', 'number'] as const)
      expect(
        valuesOf(shapeOf({ sort })).filter((value) => typeof value === 'object' && value !== null),
      ).toEqual([]);
  });

  test('fit in every field at once as often as not', () => {
    const sorts = new Map([['id', 'whole'] as const, ['open', 'flag'] as const]);
    const shape = shapeOf({ fields: new Map([...sorts.keys()].map((name) => [name, unknownShape()])) });
    const values = many((index) => drawShape(drawOf(index), shape, { vocabulary: { ...vocabulary, sorts } }));
    const flags: readonly unknown[] = [true, false, 'true', 'false', 0, ''];
    const isFitting = ({ id, open }: { id?: unknown; open?: unknown }) =>
      Number.isInteger(id) && flags.includes(open);
    expect(share(values, (value: object | null) => isFitting(Object(value)))).toBeGreaterThan(50);
  });

  test('end six deep', () => {
    const deep = unknownShape();
    deep.fields.set('a', deep);
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null && 'a' in value ? 1 + depthOf(value.a) : 0;
    const depths = valuesOf(deep).map(depthOf);
    expect(Math.max(...depths)).toBe(7);
  });

  test('hold ids now and then that no number of JavaScript holds', () => {
    const shape = shapeOf({ fields: new Map([['orderId', shapeOf({ sort: 'number' })]]) });
    const texts = many((index) => drawShapeText(drawOf(index), shape, vocabulary));
    expect(share(texts, (text: string) => text.includes('"orderId":9007199254740993'))).toBeGreaterThan(3);
    expect(share(texts, (text: string) => text.includes('"orderId":9007199254740993'))).toBeLessThan(30);
  });
});
