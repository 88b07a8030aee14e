import { expect, test } from 'vitest';
import { oracles } from '../../src/fuzz/index.js';
import { apigw, invoke, sample, type Trigger, triggers } from '../../src/index.js';
import { deliveryRulesOf } from '../../src/kernel/delivery.js';
import { judgedOnce } from './judgedOnce.js';

test('every oracle is asked where it says', async () => {
  const flags = ['judgesDeliveries', 'isRelation', 'isConclusive', 'judgesMemory'] as const;
  const rows = oracles.map((oracle) => {
    const of = triggers.filter((trigger) => oracle.applies(deliveryRulesOf(trigger as Trigger<unknown>)));
    const where = of.length === triggers.length ? 'everywhere' : of.map(({ name }) => name).join(' ');
    const set = flags.filter((flag) => oracle[flag] === true).join(' ');
    return `${oracle.name}: ${where}; ${set}; ${oracle.needs ?? ''}; ${oracle.maxBytes ?? ''}`;
  });
  expect(rows.join('\n')).toMatchSnapshot();
});

const base64 = 'aGVsbG8gd29ybGQ/PDw+Pg==';
const latin1 = Buffer.from('张伟').toString('latin1');
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What an oracle calls it when an event comes in and a value goes out; undefined where it has nothing to say. */
test.each<readonly [oracle: string, event: unknown, out: unknown, what: string | undefined]>([
  ['lost-value', { a: 1 }, 'order:undefined', 'undefined'],
  ['lost-value', { a: 1 }, 'undefined', 'undefined'],
  ['lost-value', { a: 1 }, 'a,NaN,b', 'NaN'],
  ['lost-value', { a: 1 }, 'x=[object Object]', '[object Object]'],
  ['lost-value', { a: 1 }, '(Invalid Date)', 'Invalid Date'],
  ['lost-value', { a: 1 }, 'is undefined here', undefined],
  ['lost-value', { a: 1 }, 'order:undefined5', undefined],
  ['lost-value', { a: 1 }, 'aundefined:', undefined],
  ['lost-value', { a: 'an undefined one' }, 'order:undefined', undefined],
  ['lost-value', { a: '1e400' }, { n: Number.POSITIVE_INFINITY }, undefined],
  ['lost-value', { a: '-1e400' }, { n: Number.NEGATIVE_INFINITY }, undefined],
  ['garbled-text', { a: 'x' }, 'cut \ud83d', 'half'],
  ['garbled-text', { a: 'x' }, '\ude00 cut', 'half'],
  ['garbled-text', { a: 'x' }, 'whole 😀', undefined],
  ['garbled-text', { a: 'x\ud83d' }, 'cut \ud83d', undefined],
  ['garbled-text', { a: 'x' }, 'a\ufffdb', 'replaced'],
  ['garbled-text', { a: 'x\ufffd' }, 'a\ufffdb', undefined],
  ['garbled-text', { a: 'x\ud83d' }, 'a\ufffdb', undefined],
  ['garbled-text', { a: 'q=%E4' }, 'a\ufffdb', undefined],
  ['garbled-text', { a: 'q=%c3%a4' }, 'a\ufffdb', 'replaced'],
  ['garbled-text', { a: 'q=%41' }, 'a\ufffdb', 'replaced'],
  ['garbled-text', { a: '张伟' }, `hi ${latin1}`, 'misread'],
  ['garbled-text', { a: '张伟', b: latin1 }, `hi ${latin1}`, undefined],
  ['garbled-text', { a: 'é' }, 'Ã©', undefined],
  ['garbled-text', { a: '张伟' }, 'hi 张伟', undefined],
  ['time-unit', { at: 1_704_067_200 }, dayOf(1_704_067_200), 'time'],
  ['time-unit', { at: '1704067200' }, `on ${dayOf(1_704_067_200)}T00`, 'time'],
  ['time-unit', { at: 1_704_067_200 }, 1970, 'time'],
  ['time-unit', { at: 1_704_067_200 }, '2024-01-01', undefined],
  ['time-unit', { at: 1_704_067_200, day: dayOf(1_704_067_200) }, dayOf(1_704_067_200), undefined],
  ['time-unit', { at: 1_704_067_200_000 }, '+055970-01-01', undefined],
  ['time-unit', { at: 1_704_067_200_000 }, new Date(1_704_067_200_000_000).toISOString(), 'time'],
  ['time-unit', { at: 1_704_067_200_000 }, new Date(1_704_067_200).toISOString(), 'time'],
  ['time-unit', { at: 1_704_067_200_000_000 }, new Date(1_704_067_200_000_000).toISOString(), 'time'],
  ['time-unit', { at: 1_704_067_200.5 }, dayOf(1_704_067_200), 'time'],
  ['time-unit', { at: 1_200_000_000 }, dayOf(1_200_000_000), 'time'],
  ['time-unit', { at: 1_199_999_999 }, dayOf(1_199_999_999), undefined],
  ['time-unit', { at: 2_500_000_000 }, dayOf(2_500_000_000), 'time'],
  ['time-unit', { at: 2_500_000_001 }, dayOf(2_500_000_001), undefined],
  ['time-unit', { at: 'x1704067200' }, dayOf(1_704_067_200), undefined],
  ['time-unit', { at: 1_704_067_200 }, '1970-01-01', undefined],
  ...'price amount total cost fee cents balance money payment salary paid invoice charge Total'
    .split(' ')
    .map((name) => ['inexact-number', { a: 1 }, { [name]: 0.1 + 0.2 }, 'noise'] as const),
  ['inexact-number', { a: 1 }, { size: 0.1 + 0.2 }, undefined],
  ['inexact-number', { a: 1 }, { total: 0.3 }, undefined],
  ['inexact-number', { a: 1 }, { total: 1 / 3 }, undefined],
  ['inexact-number', { a: 1 }, { total: 3 }, undefined],
  ['inexact-number', { a: 1 }, { total: '0.30000000000000004' }, undefined],
  ['inexact-number', { a: 0.1 + 0.2 }, { total: 0.1 + 0.2 }, undefined],
  ['inexact-number', { a: 1 }, { total: 1.123_45 + 4 * Number.EPSILON }, undefined],
  ['inexact-number', { a: 1 }, { total: 1.1234 + 4 * Number.EPSILON }, 'noise'],
  ['inexact-number', { a: 1 }, { total: 1_000_000_000.300_000_1 }, undefined],
  ['inexact-number', { id: '9007199254740993' }, { id: 9_007_199_254_740_992 }, 'rounded'],
  ['inexact-number', { id: '9007199254740993' }, 'id 9007199254740992.', 'rounded'],
  ['inexact-number', { id: '9007199254740993' }, 'id 90071992547409921', undefined],
  [
    'inexact-number',
    { id: '9007199254740993' },
    { id: 9_007_199_254_740_992, own: '9007199254740993' },
    undefined,
  ],
  [
    'inexact-number',
    { id: '9007199254740993', other: 'x9007199254740992' },
    { id: 9_007_199_254_740_992 },
    undefined,
  ],
  ['inexact-number', { id: '9007199254740992' }, { id: 9_007_199_254_740_992 }, undefined],
  ['inexact-number', { id: '90071992547409930000000' }, { id: 9_007_199_254_740_992 }, undefined],
  ['inexact-number', { body: '{"id":9007199254740993,"a":1}' }, { id: 9_007_199_254_740_992 }, 'rounded'],
  [
    'inexact-number',
    { body: '{"id":9007199254740993,"a":1}' },
    { kept: [{ id: 9_007_199_254_740_992, a: 1 }] },
    undefined,
  ],
  [
    'inexact-number',
    { body: '{"id":9007199254740993,"a":1}' },
    '{"id": 9007199254740992, "a": 1}',
    undefined,
  ],
  ['broken-syntax', { a: 'x"y' }, '{"a":"x"y"}', 'json'],
  ['broken-syntax', { a: 'x"y' }, '{ \n"a":"x"y"}', 'json'],
  ['broken-syntax', { a: 'x' }, '{"a":"x"}', undefined],
  ['broken-syntax', { a: 'x' }, '{a}', undefined],
  ['broken-syntax', { a: 'x' }, '{"a":"x"y', undefined],
  ['broken-syntax', { a: '{"a":"x"y"}' }, '{"a":"x"y"}', undefined],
  ['broken-syntax', { a: ' {"A":' }, '{"a":"x"y"}', undefined],
  ['broken-syntax', { a: 'x' }, 'https:/a.example.com', 'address'],
  ['broken-syntax', { a: 'x y' }, 'https://a.example.com/x y', 'address'],
  ['broken-syntax', { a: 'x#y' }, 'http://a.example.com/x#y', 'address'],
  ['broken-syntax', { a: base64 }, `http://a.example.com/${base64}`, 'address'],
  ['broken-syntax', { a: `${base64}=` }, `http://a.example.com/${base64}=`, undefined],
  ['broken-syntax', { a: 'aaaa/aaaaaaaaaaaaa==' }, 'http://a.example.com/aaaa/aaaaaaaaaaaaa==', undefined],
  ['broken-syntax', { a: 'x/y' }, 'http://a.example.com/x/y', undefined],
  ['broken-syntax', { a: ' y' }, 'http://a.example.com/ y', undefined],
  ['broken-syntax', { a: 'xy ' }, 'http://a.example.com/xy ', undefined],
  [
    'broken-syntax',
    { a: 'http://b.example.com/x y' },
    'http://a.example.com/http://b.example.com/x y',
    undefined,
  ],
  ['broken-syntax', { a: 'x y' }, 'http://a.example.com', undefined],
  ['broken-syntax', { a: 'x y' }, 'see http://a.example.com/x y', undefined],
  ['broken-syntax', { a: 'a$$b' }, 'so a$b', 'template'],
  ['broken-syntax', { a: 'a$$b' }, 'so a$$b', undefined],
  ['broken-syntax', { a: '$$' }, 'so $', undefined],
  ['broken-syntax', { a: 'a$b' }, 'so ab', undefined],
])('%s of %j and %j', async (oracle, event, out, what) => {
  const violation = await judgedOnce(
    oracle,
    { trigger: invoke as Trigger, event },
    ({ call }) =>
      async () => {
        await call('db.put', 'key', out);
      },
  );
  const where = 'db.put, argument 2';
  const told = { time: where, [what ?? '']: `${what} ${where}` }[what ?? ''];
  expect(violation?.what).toBe(what === undefined ? undefined : what === 'time' ? where : told);
});

test.each([
  ['user[name]', undefined],
  ['user%5Bname%5D', undefined],
  ['ids[]', '[object Object] the answer'],
])('an object that is written as a text, where the query has %s', async (name, what) => {
  const violation = await judgedOnce(
    'lost-value',
    { trigger: apigw as Trigger, event: sample(apigw, { overrides: { queryString: { [name]: '1' } } }) },
    () => async () => ({ isBase64Encoded: false, statusCode: 200, headers: {}, body: `hello=${{}}` }),
  );
  expect(violation?.what).toBe(what);
});

test('what is lost before JSON is told with its place', async () => {
  const said = async (event: unknown, out: unknown) => {
    const violation = await judgedOnce(
      'lost-value',
      { trigger: invoke as Trigger, event },
      ({ call }) =>
        async () => {
          await call('db.put', 'key', out);
        },
    );
    return violation && [violation.what, violation.detail];
  };
  expect(await said({ a: 1 }, { total: Number.NaN })).toEqual([
    'NaN db.put',
    'NaN at 1.total goes into db.put; JSON makes null of it.',
  ]);
  expect(await said({ a: 1 }, new Date('no'))).toEqual([
    'an invalid date db.put',
    'an invalid date at 1 goes into db.put; JSON makes null of it.',
  ]);
  expect(await said({ a: '5e5' }, Number.POSITIVE_INFINITY)).toEqual([
    'Infinity db.put',
    'Infinity at 1 goes into db.put; JSON makes null of it.',
  ]);
});

test.each([
  ['in a cell', { a: 'x\ny' }, 'id,x\ny,1', true],
  ['in a cell of a later row', { a: 'x\ny' }, 'h\nid,x\ny', true],
  ['in quotes', { a: 'x\ny' }, 'id,"x\ny",1', false],
  ['that begins the row', { a: 'x\ny' }, 'h\nx\ny', false],
  ['at its end alone', { a: 'xy\n' }, 'id,xy\n', false],
])('a line end %s breaks a table or does not', async (_where, event, table, isTold) => {
  const said = async (name: string, write: string) =>
    (
      await judgedOnce('broken-syntax', { trigger: invoke as Trigger, event }, ({ call }) => async () => {
        await call(write, name, table);
      })
    )?.what;
  expect(await said('/tmp/a.CSV', 'files.write')).toBe(isTold ? 'table files.write, argument 2' : undefined);
  expect(await said('/tmp/a.txt', 'files.write')).toBeUndefined();
});

const files =
  'files.write file.write fs.put disk.put tmp.put writeFile db.appendFile createWriteStream saveFile unlink'.split(
    ' ',
  );

test.each<readonly [name: string, path: unknown, isTold: boolean, directory?: string | undefined]>([
  ...files.map((name) => [name, '/etc/passwd', true] as const),
  ['profile.put', '/etc/passwd', false],
  ['db.put', '/etc/passwd', false],
  ['files.read', '/etc/passwd', false],
  ['files.write', 5, false],
  ['files.write', '/tmp', false],
  ['files.write', '/tmp/a/b', false],
  ['files.write', '/tmpa', true],
  ['files.write', '/tmp/../a', true],
  ['files.write', '/tmp/a/../b', false],
  ['files.write', '..', true],
  ['files.write', '../a', true],
  ['files.write', 'a/../../b', true],
  ['files.write', '..\\a', true],
  ['files.write', './a', false],
  ['files.write', '..a', false],
  ['files.write', '/data/a', false, '/data'],
  ['files.write', '/data', false, '/data'],
  ['files.write', '/database', true, '/data'],
  ['files.write', '/tmp/a', true, '/data'],
])('%s of %j leaves the temporary directory: %s', async (name, path, isTold, directory) => {
  const options = typeof directory === 'string' ? { directory } : {};
  const violation = await judgedOnce(
    'path-and-shell',
    { trigger: invoke as Trigger, event: {}, options },
    ({ call }) =>
      async () => {
        await call(String(name), path, 'text');
      },
  );
  expect(violation && [violation.what, violation.detail]).toEqual(
    isTold
      ? [`path ${name}`, `${name} writes to ${JSON.stringify(path)}, outside of the temporary directory.`]
      : undefined,
  );
});

const shells = 'run exec db.run execFile spawn spawnChild shell system command'.split(' ');

test.each<readonly [name: string, event: unknown, args: readonly unknown[], raw: string | undefined]>([
  ...shells.map((name) => [name, ['a;b'], ['echo a;b'], 'a;b'] as const),
  ...[';', '&', '|', '`', '$', '<', '>', '\n'].map(
    (sign) => ['run', [`a${sign}b`], [`echo a${sign}b`], `a${sign}b`] as const,
  ),
  ['rerun', ['a;b'], ['echo a;b'], undefined],
  ['command.log', ['a;b'], ['echo a;b'], undefined],
  ['run', ['a;b'], ['echo', ['a;b']], undefined],
  ['run', ['a b'], ['echo a b'], undefined],
  ['run', ['a;b'], ['echo c'], undefined],
  ['run', ['a;b'], ["echo 'a;b'"], undefined],
  ['run', ['a;b'], ["echo 'c' a;b"], 'a;b'],
  ['run', ["a;'b"], ["echo 'a;'b'"], "a;'b"],
  ['run', [';'], ['echo ;'], undefined],
  ['run', { 'a;b': 1 }, ['echo a;b'], 'a;b'],
  ['run', { x: { y: [['a;b']] } }, ['echo a;b'], 'a;b'],
  ['run', ['{"x":"a;b"}'], ['echo a;b'], 'a;b'],
  ['run', ['photos/2026/a;b'], ['echo 2026/a;b'], '2026/a;b'],
  ['run', ['photos/2026/a;b'], ['echo a;b'], 'a;b'],
  ['run', ['/a;b'], ['echo a;b'], undefined],
  ['run', [`${'x'.repeat(10_000)};`], [`echo ${'x'.repeat(10_000)};`], undefined],
])('%s of %j with %j passes on %j', async (name, event, args, raw) => {
  const violation = await judgedOnce(
    'path-and-shell',
    { trigger: invoke as Trigger, event },
    ({ call }) =>
      async () => {
        await call(name, ...args);
      },
  );
  expect(violation && [violation.what, violation.detail]).toEqual(
    raw === undefined
      ? undefined
      : [`shell ${name}`, `${name} passes ${JSON.stringify(raw)} of the event to a shell: ${args[0]}`],
  );
});
