import { describe, expect, test } from 'vitest';
import { drawBase64 } from '../../src/kernel/base64.js';
import { type Draw, type DrawRequest, plainRequest } from '../../src/kernel/draw.js';
import { hostileTexts } from '../../src/kernel/hostileTexts.js';
import { RecordedDraw, simplest } from '../../src/kernel/recordedDraw.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';

const hostile: DrawRequest = { ...plainRequest, hostile: 1 };

/** A draw that takes these choices, then the simplest. */
const choosing = (choices: readonly number[], request = plainRequest) =>
  new RecordedDraw(choices, simplest, request);

/** What a draw makes of each of these choices. */
const each = <T>(choices: readonly number[], make: (draw: Draw) => T, request = plainRequest) =>
  choices.map((choice) => make(choosing([choice], request)));

describe('a choice', () => {
  test('of an integer from 3 to 5 is 3, 4 or 5', () => {
    expect(each([0, 1, 2, 3], (draw) => draw.integer(3, 5))).toEqual([3, 4, 5, 5]);
  });

  test('of a hostile integer is an end of the range, next to it, 0 or 1', () => {
    const at = (min: number, max: number) =>
      each([0, 1, 2, 3, 4, 5], (draw) => draw.integer(min, max), hostile);
    expect(at(-3, 9)).toEqual([-3, 9, -2, 8, 0, 1]);
    expect(at(3, 5)).toEqual([3, 5, 4, 4, 4, 4]);
    expect(at(0, 0)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('of one of three is the first where it is the simplest', () => {
    expect(each([0, 1, 2], (draw) => draw.pick(['a', 'b', 'c']))).toEqual(['a', 'b', 'c']);
  });

  test('by weight goes on past what is not taken, and ends with the last', () => {
    const weighted = (choices: readonly number[]) =>
      choosing(choices).weighted([
        [1, 'a'],
        [1, 'b'],
        [2, 'c'],
      ]);
    expect([[0], [1, 0], [1, 1]].map(weighted)).toEqual(['a', 'b', 'c']);
  });

  test('by weight falls as often as the weights say', () => {
    const draw = new SeededDraw(42, 'weights', plainRequest);
    const counts = { a: 0, b: 0, c: 0 };
    for (let n = 0; n < 10_000; n++) {
      counts[
        draw.weighted<'a' | 'b' | 'c'>([
          [1, 'a'],
          [3, 'b'],
          [6, 'c'],
        ])
      ]++;
    }
    expect(Math.round(counts.a / 1000)).toBe(1);
    expect(Math.round(counts.b / 1000)).toBe(3);
    expect(Math.round(counts.c / 1000)).toBe(6);
  });

  test.each([
    [0, 0.1, 0.1],
    [0.5, 0.1, 0.3],
    [1, 0.1, 0.5],
    [1, 0.9, 0.5],
  ])('of hostility %f makes a chance of %f one of %f', (hostility, chance, becomes) => {
    const asked: number[] = [];
    const noting = { below: () => 0, flip: (probability: number) => asked.push(probability) > 0 };
    new RecordedDraw([], noting, { ...plainRequest, hostile: hostility }).chance(chance);
    expect(asked.map((probability) => probability.toFixed(6))).toEqual([becomes.toFixed(6)]);
  });

  test('that is certain, or never so, costs none', () => {
    const draw = choosing([]);
    expect([draw.flip(0), draw.flip(-1), draw.flip(1), draw.flip(2)]).toEqual([false, false, true, true]);
    expect(draw.isHostile()).toBe(false);
    expect(draw.choices).toEqual([]);
  });
});

describe('a text', () => {
  test.each([
    [2, [0x41], '41'],
    [4, [0x41, 0x0f], '410f'],
    [8, [0x01_23_45_67], '01234567'],
    [8, [0xfe_dc_ba_98], 'fedcba98'],
    [12, [0x01_23_45_67, 0x89, 0xab], '0123456789ab'],
  ])('of %i hexadecimal characters is written from %j', (length, choices, text) => {
    expect(choosing(choices).hex(length)).toBe(text);
  });

  test.each([
    [1, [0], '1'],
    [1, [8], '9'],
    [2, [0], '10'],
    [2, [89], '99'],
    [3, [4, 7], '507'],
    [4, [0, 99], '1099'],
    [5, [1, 2, 3], '20203'],
  ])('of %i digits is written from %j', (length, choices, text) => {
    expect(choosing(choices).digits(length)).toBe(text);
  });

  test('of letters is written from an alphabet', () => {
    expect(choosing([2, 0, 1, 9]).letters('abc', 4)).toBe('cabc');
  });

  test('that is a UUID says that it is of version 4', () => {
    const choices = [0x01_23_45_67, 0x89_ab_cd_ef, 0x01_23_45_67, 0x89_ab_cd_ef, 2];
    expect(choosing(choices).uuid()).toBe('01234567-89ab-4def-a123-456789abcdef');
    expect(choosing([]).uuid()).toBe('00000000-0000-4000-8000-000000000000');
  });

  test('comes from its pool, and hostile from those that break handlers', () => {
    expect(choosing([1]).text(['a', 'b'])).toBe('b');
    expect(choosing([5], hostile).text(['a'])).toBe('__proto__');
    expect(choosing([49], hostile).text(['a'])).toBe('x'.repeat(1000));
    expect(choosing([99], hostile).text(['a'], 999)).toHaveLength(60);
    expect(choosing([99], hostile).text(['a'], 1)).toBe('ß');
    expect(choosing([99], hostile).text(['a'], 0)).toBe('');
    expect(choosing([99], hostile).text(['a'], -1)).toBe('');
  });

  test('that is a name stays a legal one, hostile or not', () => {
    expect(choosing([1]).name(['a', 'b'], /^[a-z]+$/)).toBe('b');
    expect(each([0, 1, 2, 3], (draw) => draw.name(['b'], /^[a-z]+$/), hostile)).toEqual([
      'a',
      'null',
      'true',
      'constructor',
    ]);
    expect(choosing([0], hostile).name(['b'], /^nothing$/)).toBe('b');
  });

  test('that breaks handlers says why, and is there once', () => {
    expect(new Set(hostileTexts.map(({ text }) => text)).size).toBe(hostileTexts.length);
    for (const { because } of hostileTexts) expect(because).toMatch(/^[a-z].{8,}/i);
    expect(hostileTexts[0]?.text).toBe('');
  });
});

describe('bytes', () => {
  test.each([
    [0, [], []],
    [1, [7], [7]],
    [3, [7, 8, 9], [7, 8, 9]],
    [4, [0x01_23_45_67], [1, 35, 69, 103]],
    [5, [0x01_23_45_67, 255], [1, 35, 69, 103, 255]],
  ])('%i long are written from %j', (length, choices, bytes) => {
    expect([...choosing(choices).bytes(length)]).toEqual(bytes);
  });

  test('that are hostile begin as no text does', () => {
    expect([...choosing([1, 2], hostile).bytes(2)]).toEqual([255, 2]);
    expect([...choosing([], hostile).bytes(0)]).toEqual([]);
  });

  test.each([
    [0, [], ''],
    [1, [0x41_00], 'QQ=='],
    [2, [0x41_42], 'QUI='],
    [3, [0x41_42_43], 'QUJD'],
    [4, [0x41_42_43, 0xff_00], 'QUJD/w=='],
    [5, [0x41_42_43, 0xff_fe], 'QUJD//4='],
  ])('%i long are written in Base64 from %j', (length, choices, text) => {
    expect(drawBase64(choosing(choices), length)).toBe(text);
  });
});

describe('an instant', () => {
  test('lies in the years 2024 to 2026', () => {
    const dates = each([0, 94_694_399, 99_999_999], (draw) =>
      new Date(draw.unixSeconds() * 1000).toISOString(),
    );
    expect(dates).toEqual([
      '2024-01-01T00:00:00.000Z',
      '2026-12-31T23:59:59.000Z',
      '2026-12-31T23:59:59.000Z',
    ]);
  });

  test('that is hostile is a leap day, an end of a day, month or year here or in China, or near 2^31', () => {
    const dates = each(
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
      (draw) => new Date(draw.unixSeconds() * 1000).toISOString(),
      hostile,
    );
    expect(dates.map((date) => date.replace('.000Z', ''))).toEqual([
      '2024-02-29T00:00:00',
      '2024-02-29T23:59:59',
      '2024-06-30T23:59:59',
      '2024-12-31T23:59:59',
      '2025-01-01T00:00:00',
      '2024-12-31T15:59:59',
      '2024-12-31T16:00:00',
      '2038-01-19T03:14:07',
      '2038-01-19T03:14:08',
    ]);
  });
});

describe('a payload', () => {
  const otherwise = () => 'none';

  test('is the one asked for', () => {
    const draw = choosing([1], { ...plainRequest, payload: (from) => ({ n: from.below(5) }) });
    expect(draw.payloadText(otherwise)).toBe('{"n":1}');
    expect(draw.payloadValue(otherwise)).toEqual({ n: 0 });
  });

  test('is its text where that says more', () => {
    const request = { ...plainRequest, payload: () => 1, payloadText: () => '9007199254740993' };
    expect(choosing([], request).payloadText(otherwise)).toBe('9007199254740993');
  });

  test('is something else where none is asked for', () => {
    expect([choosing([]).payloadText(otherwise), choosing([]).payloadValue(otherwise)]).toEqual([
      'none',
      'none',
    ]);
  });
});

describe('a recording', () => {
  const list = (draw: Draw) => draw.list(2, 5, (from, index) => from.below(10) + 100 * index);

  test('keeps choices, how many there were, and the lists', () => {
    const draw = choosing([1, 7, 8, 9]);
    expect(list(draw)).toEqual([7, 108, 209]);
    expect(draw.choices).toEqual([1, 7, 8, 9]);
    expect(draw.bounds).toEqual([4, 10, 10, 10]);
    expect(draw.lists).toEqual([{ lengthAt: 0, length: 3, min: 2, starts: [1, 2, 3, 4] }]);
  });

  test('takes too large a choice for the largest', () => {
    const draw = choosing([9, 99]);
    expect([draw.below(3), draw.flip(0.5)]).toEqual([2, true]);
    expect([draw.choices, draw.bounds]).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });

  test.each([
    [[true, true], 5],
    [[true, false], 2],
    [[false], 4],
  ])('of a hostile list is at a boundary where the flips %j say so', (flips, length) => {
    const left = [...flips];
    const source = { below: () => 2, flip: () => left.shift() ?? false };
    const draw = new RecordedDraw([], source, { ...plainRequest, hostile: 0.5 });
    expect(draw.list(2, 5, () => 0)).toHaveLength(length);
    expect(draw.choices).toEqual([length - 2]);
    expect(draw.bounds).toEqual([4]);
  });
});

describe('a seed', () => {
  const firstOf = (seed: string | number, stream = 'timer', index = 0) =>
    new SeededDraw(seed, stream, plainRequest).restart(index).below(1e9);

  test('gives these numbers, in every release', () => {
    const draw = new SeededDraw(42, 'timer', plainRequest);
    expect([
      draw.below(1000),
      draw.below(2 ** 32),
      draw.below(2 ** 53),
      draw.flip(0.5),
      draw.hex(8),
    ]).toMatchInlineSnapshot(`
      [
        31,
        908604918,
        8580279943923703,
        true,
        "f13ebafb",
      ]
    `);
    expect(
      new SeededDraw(42, 'timer', plainRequest).restart(2 ** 40 + 3).below(2 ** 53),
    ).toMatchInlineSnapshot(`1340207330472627`);
  });

  test('tells streams, seeds and indexes apart, above 2^32 as well', () => {
    const all = [
      firstOf(1),
      firstOf(2),
      firstOf('1x'),
      firstOf(1, 'cos'),
      firstOf(1, 'timer', 1),
      firstOf(1, 'timer', 2 ** 32),
      firstOf(1, 'timer', 2 ** 33),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(firstOf(1)).toBe(firstOf('1'));
  });
});
