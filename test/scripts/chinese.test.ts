import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { chineseOf, inEnglish } = (await import(join(root, 'scripts/chinese.mjs'))) as {
  chineseOf: (schema: unknown, file: string) => Record<string, string>;
  inEnglish: (schema: unknown) => unknown;
};

const field = (description: string, chinese?: string) => ({
  description,
  ...(chinese === undefined ? {} : { 'x-description-zh': chinese }),
  type: 'string',
});

test('the Chinese of every description is found, and taken out', () => {
  const schema = {
    properties: { description: field('The time.', '时间。'), list: [field('A name.', '名称。')] },
  };
  expect(chineseOf(schema, 'f')).toEqual({ 'The time.': '时间。', 'A name.': '名称。' });
  expect(inEnglish(schema)).toEqual({
    properties: { description: field('The time.'), list: [field('A name.')] },
  });
});

test('a description without Chinese, or with two, is refused', () => {
  expect(() => chineseOf(field('The time.'), 'f')).toThrow('f: no x-description-zh beside "The time."');
  expect(() => chineseOf([field('The time.', '时间。'), field('The time.', '时刻。')], 'f')).toThrow(
    'f: two Chinese texts for "The time."',
  );
});
