import { expect, test } from 'vitest';
import { check, cos, sample } from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Objects = {
  readonly Records: readonly {
    readonly cos: {
      readonly cosBucket: { readonly appid: string; readonly name: string };
      readonly cosObject: { readonly key: string };
    };
  }[];
};

/** A function that writes for every object another one, or none. */
const writing =
  (
    keyFor: (key: string) => string | undefined,
    {
      bucket = '',
      query = '',
      method = 'PUT',
    }: { readonly bucket?: string; readonly query?: string; readonly method?: string } = {},
  ) =>
  () =>
  async ({ Records }: Objects) => {
    for (const { cos: of } of Records) {
      const { appid, name } = of.cosBucket;
      const key = keyFor(of.cosObject.key.split('/').slice(3).join('/'));
      if (key === undefined) continue;
      const address = `https://${bucket || name}-${appid}.cos.ap-guangzhou.myqcloud.com`;
      await fetch(`${address}/${key.split('/').map(encodeURIComponent).join('/')}${query}`, {
        method,
        body: 'x',
      });
    }
  };

const notesOf = async (create: ReturnType<typeof writing>): Promise<readonly string[]> => {
  const { warnings } = await findUnshrunk(create, {
    trigger: cos,
    runs: 2,
    edges: false,
    learn: false,
    overrides: { Records: [{ cos: { cosObject: { key: '/1250000000/shop/照片/a b.jpg' } } }] },
    oracles: onlyOracles('crash'),
  });
  return warnings.filter((text) => text.includes('call itself'));
};

test('a function that writes for each object another one into the bucket that called it is told to call itself', async () => {
  const keys = '"small/照片/a b.jpg", "small/small/照片/a b.jpg", "small/small/small/照片/a b.jpg" and so on';
  const told = [expect.stringContaining(`it writes ${keys}, each an event of the trigger that called it.`)];
  expect(await notesOf(writing((key) => `small/${key}`))).toEqual(told);
  expect(await notesOf(writing((key) => key))).toHaveLength(1);
  expect(await notesOf(writing((key) => key, { method: 'POST', query: '?uploadId=1' }))).toHaveLength(1);
});

test.each([
  [
    'leaves out what it has written',
    writing((key) => (key.startsWith('small/') ? undefined : `small/${key}`)),
  ],
  ['writes elsewhere', writing((key) => key, { bucket: 'small' })],
  ['labels the object', writing((key) => key, { query: '?tagging' })],
  ['writes a part of one', writing((key) => key, { query: '?partNumber=1&uploadId=1' })],
  ['writes nothing', writing(() => undefined)],
])('one that %s is not', async (_how, create) => {
  expect(await notesOf(create)).toEqual([]);
});

test('what a call brings about is an event as the contract has it', () => {
  const event = sample(cos, { seed: 1 });
  const [record] = event.Records;
  const { appid, name } = record?.cos.cosBucket ?? {};
  const host = `${name}-${appid}.cos-internal.ap-guangzhou.myqcloud.com`;
  const args = [{ query: '', body: 'x' }];
  const caused = cos.delivery?.caused?.(event, { name: `PUT https://${host}/out/%E5%9B%BE.png`, args });
  expect(caused?.written).toBe('out/图.png');
  expect(caused?.event.Records[0]?.cos.cosObject.key).toBe(`/${appid}/${name}/out/图.png`);
  expect(check(cos, caused?.event)).toEqual([]);
});
