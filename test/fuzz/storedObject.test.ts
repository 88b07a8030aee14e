import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { askedObject, defaultAnswer } from '../../src/fuzz/play/effects/defaultAnswer.js';
import { storedObject } from '../../src/fuzz/play/effects/storedObject.js';
import { type CosEvent, cos } from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

const bucket = 'https://orders-1250000000.cos.ap-guangzhou.myqcloud.com';
const textOf = (path: string) => Buffer.from(storedObject(path).bytes).toString();

test('an object holds what its name tells', () => {
  expect(textOf('/in/orders.CSV')).toMatch(/^id,name,amount\n1,/);
  expect(JSON.parse(textOf('a.ndjson').split('\n')[1] ?? '')).toEqual({ id: 2, name: 'second' });
  expect(gunzipSync(storedObject('/in/orders.csv.gz').bytes).toString()).toBe(textOf('orders.csv'));
  expect(Object.keys(unzipSync(storedObject('a.zip').bytes))).toEqual(['first.txt', 'folder/second.json']);
  expect(Buffer.from(storedObject('a.jpeg').bytes).subarray(1, 4).toString()).toBe('PNG');
  expect(storedObject('/no-extension').bytes).toHaveLength(0);
  // The same each time: what is compared must not hang on the clock of this machine.
  expect(storedObject('b.zip')).toEqual(storedObject('a.zip'));
});

test('a bucket answers for the whole object, for a range of it, and tells its length', async () => {
  const ask = (path: string, init?: RequestInit) => defaultAnswer(new Request(`${bucket}${path}`, init));
  const whole = await (await ask('/a.csv')).text();
  const range = await ask('/a.csv', { headers: { range: 'bytes=3-6' } });
  expect([range.status, await range.text(), range.headers.get('content-range')]).toEqual([
    206,
    whole.slice(3, 7),
    `bytes 3-6/${whole.length}`,
  ]);
  expect((await ask('/a.csv', { headers: { range: 'bytes=3-' } })).headers.get('content-range')).toBe(
    `bytes 3-${whole.length - 1}/${whole.length}`,
  );
  const head = await ask('/a.csv', { method: 'HEAD' });
  expect([head.headers.get('content-length'), await head.text()]).toEqual([String(whole.length), '']);
  expect(await (await ask('/a.csv?acl')).text()).toBe('');
  const asked = ['/a.JSON', '/', '/a', '/a.csv?acl'].map((path) => askedObject(new Request(bucket + path)));
  expect(asked).toEqual(['json', undefined, '', undefined]);
  expect(askedObject(new Request('https://api.example.com/a.csv'))).toBeUndefined();
});

type Work = (key: string, url: string) => Promise<unknown>;

/** A function that takes the objects below one folder with one extension, as its code tells. */
function fuzzed(work: Work, code: string, oracle: string) {
  const factory = () => async (event: CosEvent) => {
    for (const { cos: record } of event.Records) {
      const key = record.cosObject.key.split('/').slice(3).join('/');
      await work(key, `${bucket}/${encodeURIComponent(key)}`);
    }
  };
  return findUnshrunk(factory, {
    trigger: cos,
    runs: 20,
    learn: true,
    timeZones: [],
    source: `${factory}\n${work}\n${code}`,
    oracles: onlyOracles(oracle),
  });
}

describe('what is read of an object is tried', () => {
  const rowsPosted =
    (id: (row: string) => string, method: string): Work =>
    async (key, url) => {
      if (!key.startsWith('incoming/') || !key.endsWith('.csv')) return;
      const [, ...rows] = (await (await fetch(url)).text()).trim().split('\n');
      for (const row of rows) await fetch(`https://api.example.com/rows${id(row)}`, { method, body: row });
    };

  test.each<readonly [what: string, work: Work, told: number]>([
    ['rows of CSV that are added again', rowsPosted(() => '', 'POST'), 1],
    ['rows of CSV that are put under their ids', rowsPosted((row) => `/${row.split(',')[0]}`, 'PUT'), 0],
  ])('%s', async (_what, work, told) => {
    const { failures } = await fuzzed(work, "startsWith('incoming/') endsWith('.csv')", 'redelivery');
    expect(failures).toHaveLength(told);
  });

  const itemsOf: Work = async (key, url) => {
    if (!key.endsWith('.json')) return;
    const { items } = (await (await fetch(url)).json()) as { items: { sku: string }[] };
    for (const { sku } of items)
      await fetch(`https://api.example.com/stock/${encodeURIComponent(sku)}`, { method: 'POST' });
  };

  test('JSON has the fields that are read of it, whatever the bucket', async () => {
    const { failures } = await fuzzed(itemsOf, "endsWith('.json')", 'redelivery');
    expect(failures).toHaveLength(1);
    expect(await fuzzed(itemsOf, "endsWith('.json')", 'crash')).toMatchObject({ failures: [] });
  });

  test('what hangs on a column that we did not put there is not told', async () => {
    const priced: Work = async (key, url) => {
      if (!key.endsWith('.csv')) return;
      const [head = '', ...rows] = (await (await fetch(url)).text()).trim().split('\n');
      const at = head.split(',').indexOf('price');
      for (const row of rows)
        await fetch(`https://api.example.com/p/${row.split(',')[at]?.trim().slice(0) ?? missing()}`);
    };
    const missing = (): never => (undefined as unknown as string).trim() as never;
    const { failures, warnings } = await fuzzed(priced, `endsWith('.csv') ${missing}`, 'crash');
    expect(failures).toEqual([]);
    expect(warnings.join()).toContain('which was made up and is not judged');
  });
});
