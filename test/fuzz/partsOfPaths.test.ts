import { expect, test } from 'vitest';
import { type CosEvent, cos, sample, type Trigger } from '../../src/index.js';
import { type Handle, judgedOnce } from './judgedOnce.js';

const on = { trigger: cos as Trigger, event: sample(cos) };

const nameIn = ({ Records: [record] }: CosEvent) =>
  record?.cos.cosObject.key.split('/').slice(3).join('/') ?? '';
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const mailed =
  (textOf: (name: string) => string): Handle =>
  ({ call }) =>
  async (event: CosEvent) => {
    await call('mail.send', { html: `<p>new: <b>${textOf(nameIn(event))}</b></p>` });
  };

test.each([
  ['as it is', (name: string) => name, 'an element'],
  ['escaped', escaped, undefined],
])('the name in a key stands in a mail %s', async (_how, textOf, told) => {
  const violation = await judgedOnce('html-injection', on, mailed(textOf));
  expect(violation?.what).toBe(told);
});

test.each<readonly [string, (name: string) => readonly unknown[], string | undefined]>([
  ['in its text', (name) => [`INSERT INTO files (name) VALUES ('${name}')`], 'statement'],
  ['beside it', (name) => ['INSERT INTO files (name) VALUES (?)', [name]], undefined],
])('the name in a key goes to a statement %s', async (_how, argsOf, told) => {
  const violation = await judgedOnce(
    'sql-injection',
    on,
    ({ call }) =>
      async (event: CosEvent) =>
        call('db.query', ...argsOf(nameIn(event))),
  );
  expect(violation?.what).toBe(told);
});
