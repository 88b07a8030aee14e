import childProcess from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import workerThreads from 'node:worker_threads';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { watchBuiltins } from '../../src/fuzz/play/effects/builtins.js';
import { OwnDatabases } from '../../src/fuzz/play/effects/databases/ownDatabases.js';
import { guardEgress } from '../../src/fuzz/play/effects/egress.js';
import { recordFiles } from '../../src/fuzz/play/effects/fileEffects.js';
import { watchLocale } from '../../src/fuzz/play/effects/locale.js';
import { Recorder, recorded } from '../../src/fuzz/play/effects/recorder.js';
import { OwnTemp } from '../../src/runtime/ownTemp.js';

guardEgress();
const releases = [recordFiles(), watchBuiltins(), watchLocale()];
const temps: OwnTemp[] = [];
/** Not there, unless a fault lets a handler's file through. */
const folder = `/tmp/scf-fixtures-guards-${process.pid}`;
afterAll(() => {
  for (const release of releases.reverse()) release();
  for (const temp of temps) temp.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs code as a fuzzed handler's, and gives what was noted of it. */
async function noted(
  run: () => unknown,
  {
    allow = [],
    allowRun = [],
    locale,
  }: {
    readonly allow?: readonly string[];
    readonly allowRun?: readonly string[];
    readonly locale?: string;
  } = {},
): Promise<{ readonly recorder: Recorder; readonly result: unknown; readonly calls: readonly string[] }> {
  const temp = new OwnTemp();
  temps.push(temp);
  const recorder = new Recorder(0, undefined, {
    delayOf: () => 0,
    effectKindOf: undefined,
    calls: [],
    locale,
    directory: undefined,
    temp,
    http: undefined,
    allowed: { net: allow, run: allowRun },
    databases: new OwnDatabases({ keyless: new Set(), isOfEvents: () => false }),
    enterRunning: () => undefined,
  });
  const result: unknown = await recorded(recorder, async () => run()).catch((error: unknown) => error);
  await sleep(1);
  return {
    recorder,
    result,
    calls: recorder.calls.map(({ name, args, state }) => `${name} ${JSON.stringify(args)} ${state}`),
  };
}

const isLookup = (name: string) => /^(lookup|resolve|reverse)/.test(name);
const ofPrototype = (type: { readonly prototype: object }) =>
  Object.getOwnPropertyNames(type.prototype).filter(isLookup);

describe('every look-up of a name is refused', () => {
  const ask = (name: string) =>
    name === 'lookupService' ? ['192.0.2.1', 80] : name === 'reverse' ? ['192.0.2.1'] : ['example.com'];
  const called = (owner: object, name: string) => (done: unknown) =>
    Reflect.apply(
      Reflect.get(owner, name),
      owner,
      typeof done === 'function' ? [...ask(name), done] : ask(name),
    );

  test.each([
    ...Object.keys(dns)
      .filter(isLookup)
      .map((name) => ['dns', name, dns] as const),
    ...ofPrototype(dns.Resolver).map((name) => ['dns.Resolver', name, new dns.Resolver()] as const),
  ])('%s.%s', async (_place, name, owner) => {
    const { result, recorder } = await noted(
      () => new Promise((_, fail) => called(owner, name)((error: unknown) => fail(error))),
    );
    expect(result).toMatchObject({ code: 'ENOTFOUND' });
    expect(recorder.calls.map(({ state }) => state)).toEqual(['blocked']);
  });

  test.each([
    ...Object.keys(dns.promises)
      .filter(isLookup)
      .map((name) => ['dns.promises', name, dns.promises] as const),
    ...ofPrototype(dns.promises.Resolver).map(
      (name) => ['dns.promises.Resolver', name, new dns.promises.Resolver()] as const,
    ),
  ])('%s.%s', async (_place, name, owner) => {
    const { result, recorder } = await noted(() => called(owner, name)(undefined));
    expect(result).toMatchObject({ code: 'ENOTFOUND' });
    expect(recorder.calls.map(({ state }) => state)).toEqual(['blocked']);
  });
});

test('an address is its own name, and asking for the name of one is a look-up', async () => {
  const address = await noted(() => dns.promises.lookup('192.0.2.1'));
  expect([address.result, address.calls]).toEqual([{ address: '192.0.2.1', family: 4 }, []]);
  expect((await noted(() => dns.promises.reverse('192.0.2.1'))).calls).toEqual(['dns 192.0.2.1 [] blocked']);
});

test('a name is looked up where it is allowed, with any port or without one', async () => {
  // A name of this machine that is not written like one.
  const host = 'localhost.';
  const lookUp = () => dns.promises.lookup(host);
  expect((await noted(lookUp, { allow: ['other:443'] })).calls).toEqual([`dns ${host} [] blocked`]);
  expect((await noted(lookUp, { allow: [host] })).calls).toEqual([]);
  expect((await noted(lookUp, { allow: [`${host}:443`] })).calls).toEqual([]);
});

test('a socket of the file system is refused by its path', async () => {
  const connect = () =>
    new Promise((_, fail) => {
      net.connect('/run/scf-fixtures-none.sock').on('error', fail);
    });
  const { result, calls } = await noted(connect);
  expect(result).toMatchObject({ name: 'Refusal' });
  expect(calls).toEqual(['socket /run/scf-fixtures-none.sock [] blocked']);
});

describe('other processes and threads', () => {
  test.each<readonly [what: string, run: () => unknown, calls: readonly string[]]>([
    ['execSync', () => childProcess.execSync('ls -l'), ['child_process.execSync ["ls -l"] blocked']],
    [
      'execFileSync',
      () => childProcess.execFileSync('ls', ['-l']),
      ['child_process.execFileSync ["ls",["-l"]] blocked'],
    ],
    [
      'execFileSync alone',
      () => childProcess.execFileSync('ls'),
      ['child_process.execFileSync ["ls",[]] blocked'],
    ],
    ['a thread', () => new workerThreads.Worker('1', { eval: true }), ['new Worker ["1"] blocked']],
    [
      'a thread of much code',
      () => new workerThreads.Worker('1'.repeat(201), { eval: true }),
      [`new Worker ["${'1'.repeat(200)}"] blocked`],
    ],
  ])('%s is refused, and noted', async (_what, run, calls) => {
    const refused = await noted(run);
    expect(refused.result).toMatchObject({ name: 'Refusal', code: 'EPERM' });
    expect(refused.calls).toEqual(calls);
  });

  test('spawnSync tells it in its result', async () => {
    const { result, calls } = await noted(() => childProcess.spawnSync('ls', ['-l']));
    expect(result).toEqual({
      ...{ pid: 0, output: [null, null, null], stdout: null, stderr: null, status: null, signal: null },
      error: expect.objectContaining({ code: 'EPERM' }),
    });
    expect(calls).toEqual(['child_process.spawnSync ["ls",["-l"]] blocked']);
  });

  test('run where they are allowed by name, or by the end of their path', async () => {
    const echo = await noted(() => childProcess.execSync('  echo hi').toString(), { allowRun: ['echo'] });
    expect([echo.result, echo.calls]).toEqual(['hi\n', []]);
    const byPath = await noted(() => childProcess.execFileSync('/bin/echo', ['hi']).toString(), {
      allowRun: ['echo'],
    });
    expect(byPath.result).toBe('hi\n');
    expect((await noted(() => childProcess.execSync('echo hi'), { allowRun: ['cho'] })).result).toMatchObject(
      { code: 'EPERM' },
    );
    const thread = await noted(async () => new workerThreads.Worker('1', { eval: true }).terminate(), {
      allowRun: ['worker'],
    });
    expect([thread.result, thread.calls]).toEqual([expect.any(Number), []]);
    expect(
      (await noted(() => new workerThreads.Worker('1', { eval: true }), { allowRun: ['echo'] })).result,
    ).toMatchObject({ code: 'EPERM' });
  });

  test('run as ever for everybody else', async () => {
    expect(childProcess.execSync('echo hi').toString()).toBe('hi\n');
    expect(await new workerThreads.Worker('1', { eval: true }).terminate()).toEqual(expect.any(Number));
    await expect(dns.promises.lookup('localhost')).resolves.toMatchObject({ address: expect.any(String) });
  });
});

const date = new Date(0);
const utc = { timeZone: 'UTC' };

/** Each without a locale, and with one; and what it is in German or Turkish. */
test.each<readonly [what: string, locale: string, bare: () => unknown, named: () => unknown]>([
  ['localeCompare', 'sv-SE', () => 'z'.localeCompare('ä'), () => 'z'.localeCompare('ä', 'sv-SE')],
  ['toLocaleUpperCase', 'tr-TR', () => 'i'.toLocaleUpperCase(), () => 'i'.toLocaleUpperCase('tr-TR')],
  ['toLocaleLowerCase', 'tr-TR', () => 'I'.toLocaleLowerCase(), () => 'I'.toLocaleLowerCase('tr-TR')],
  [
    'toLocaleString of a number',
    'de-DE',
    () => (1234.5).toLocaleString(),
    () => (1234.5).toLocaleString('de-DE'),
  ],
  [
    'toLocaleString of a BigInt',
    'de-DE',
    () => 12_345n.toLocaleString(),
    () => 12_345n.toLocaleString('de-DE'),
  ],
  [
    'toLocaleString of a date',
    'de-DE',
    () => date.toLocaleString(undefined, utc),
    () => date.toLocaleString('de-DE', utc),
  ],
  [
    'toLocaleDateString',
    'de-DE',
    () => date.toLocaleDateString(undefined, utc),
    () => date.toLocaleDateString('de-DE', utc),
  ],
  [
    'toLocaleTimeString',
    'de-DE',
    () => date.toLocaleTimeString(undefined, utc),
    () => date.toLocaleTimeString('de-DE', utc),
  ],
  [
    'a collator',
    'sv-SE',
    () => new Intl.Collator().compare('z', 'ä'),
    () => new Intl.Collator('sv-SE').compare('z', 'ä'),
  ],
  [
    'one that is called',
    'sv-SE',
    () => Intl.Collator().compare('z', 'ä'),
    () => Intl.Collator('sv-SE').compare('z', 'ä'),
  ],
  [
    'a number format',
    'de-DE',
    () => new Intl.NumberFormat().format(1234.5),
    () => new Intl.NumberFormat('de-DE').format(1234.5),
  ],
  [
    'a date format',
    'de-DE',
    () => new Intl.DateTimeFormat(undefined, utc).format(date),
    () => new Intl.DateTimeFormat('de-DE', utc).format(date),
  ],
  [
    'a list format',
    'de-DE',
    () => new Intl.ListFormat().format(['a', 'b']),
    () => new Intl.ListFormat('de-DE').format(['a', 'b']),
  ],
  [
    'plural rules',
    'pl-PL',
    () => new Intl.PluralRules().select(3),
    () => new Intl.PluralRules('pl-PL').select(3),
  ],
])('%s follows the locale of the invocation where it names none', async (_what, locale, bare, named) => {
  const [own, other] = [bare(), named()];
  expect(own).not.toEqual(other);
  const followed = await noted(bare, { locale });
  expect([followed.result, followed.recorder.followsLocale]).toEqual([other, true]);
  const told = await noted(named, { locale: 'en-US' });
  expect([told.result, told.recorder.followsLocale]).toEqual([other, false]);
  expect(bare()).toEqual(own);
});

test('numbers that are sorted as texts are noted, where that is another order', async () => {
  const sorted = async (values: unknown[], how: 'sort' | 'toSorted' = 'sort', ...args: never[]) =>
    (await noted(() => values[how](...args))).recorder.sortedAsTexts;
  expect(await sorted([10, 9, 1])).toEqual(['[10,9,1]']);
  expect(await sorted([10, 9, 1], 'toSorted')).toEqual(['[10,9,1]']);
  expect(await sorted([3, 2, 1])).toEqual([]);
  expect(await sorted([10])).toEqual([]);
  expect(await sorted(['10', '9'])).toEqual([]);
  expect(await sorted([10, '9'])).toEqual([]);
  expect(await sorted([true, false])).toEqual([]);
  expect(await sorted(Array.from({ length: 10_000 }, (_, at) => at))).toHaveLength(1);
  expect(await sorted(Array.from({ length: 10_001 }, (_, at) => at))).toEqual([]);
  expect(await sorted([10, 9], 'sort', ((a: number, b: number) => a - b) as never)).toEqual([]);
  const { recorder } = await noted(() => [
    JSON.stringify({ a: [Number.NaN] }),
    JSON.stringify({ b: Number.NaN }, null, 2),
    JSON.stringify({ b: Number.NaN }, ['b']),
  ]);
  expect(recorder.lost).toEqual(['NaN at a.0']);
});

test("what Node's own fetch writes as JSON for itself is nothing that the handler loses", async () => {
  const server = http.createServer((_request, response) => response.end('found')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const { recorder, result } = await noted(
    async () => {
      JSON.stringify([Number.POSITIVE_INFINITY]);
      await Response.json({ rate: Number.NaN }).text();
      return (await fetch(`http://127.0.0.1:${port}/`)).text();
    },
    { allow: ['127.0.0.1'] },
  );
  expect([result, recorder.lost]).toEqual(['found', ['Infinity at 0', 'NaN at rate']]);
});

/** What Node asks of the system, where that has another name. */
const systemCalls: Readonly<Record<string, string>> = {
  ...{ writeFile: 'open', appendFile: 'open', truncate: 'open', rm: 'unlink' },
  ...{ copyFile: 'copyfile', utimes: 'utime', lutimes: 'lutime' },
};

describe('files', () => {
  const path = `${folder}/a.txt`;
  const made = () => {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path, 'text');
    fs.symlinkSync(path, `${folder}/link`);
  };
  test.each<readonly [name: string, read: () => unknown]>([
    ['access', () => fs.accessSync(path)],
    ['lstat', () => fs.lstatSync(path).size],
    ['opendir', () => fs.opendirSync(folder).closeSync()],
    ['readFile', () => fs.readFileSync(path, 'utf8')],
    ['readdir', () => fs.readdirSync(folder)],
    ['readlink', () => fs.readlinkSync(`${folder}/link`)],
    ['realpath', () => fs.realpathSync(path)],
    ['stat', () => fs.statSync(path).size],
    ['statfs', () => fs.statfsSync(folder).type],
    ['promises.statfs', () => fs.promises.statfs(folder)],
    ['createReadStream', async () => (await fs.createReadStream(path).toArray()).join('')],
    ['open', () => fs.closeSync(fs.openSync(path, 'r'))],
    ['watch', () => fs.watch(path).close()],
    ['copyFile', () => fs.copyFileSync(path, `${folder}/b.txt`)],
    ['rename', () => fs.renameSync(path, `${folder}/b.txt`)],
    ['rm', () => fs.rmSync(path)],
    ['chmod', () => fs.chmodSync(path, 0o600)],
    ['utimes', () => fs.utimesSync(path, 1, 1)],
    ['truncate', () => fs.truncateSync(path)],
    ['appendFile', () => fs.appendFileSync(path, 'more')],
  ])('of the temporary directory are found by %s, and by nobody else', async (_name, read) => {
    const { result } = await noted(async () => {
      made();
      return read();
    });
    expect(result).not.toBeInstanceOf(Error);
    expect(fs.existsSync(path)).toBe(false);
    await expect((async () => read())()).rejects.toThrow('ENOENT');
  });

  test.each<readonly [name: string, write: (path: string) => unknown]>([
    ['appendFile', (at) => fs.appendFileSync(at, 'x')],
    ['chmod', (at) => fs.chmodSync(at, 0o600)],
    ['chown', (at) => fs.chownSync(at, 0, 0)],
    [
      'open',
      (at) => new Promise((done, fail) => fs.createWriteStream(at).on('error', fail).on('open', done)),
    ],
    ['lchown', (at) => fs.lchownSync(at, 0, 0)],
    ['lutimes', (at) => fs.lutimesSync(at, 1, 1)],
    ['mkdir', (at) => fs.mkdirSync(at)],
    ['mkdtemp', (at) => fs.mkdtempSync(at)],
    ['open', (at) => fs.openSync(at, 'w')],
    ['open', (at) => fs.openSync(at, fs.constants.O_RDWR)],
    ['rm', (at) => fs.rmSync(at)],
    ['rmdir', (at) => fs.rmdirSync(at)],
    ['truncate', (at) => fs.truncateSync(at)],
    ['unlink', (at) => fs.unlinkSync(at)],
    ['utimes', (at) => fs.utimesSync(at, 1, 1)],
    ['writeFile', (at) => fs.writeFileSync(at, 'x')],
    ['writeFile', (at) => fs.promises.writeFile(at, 'x')],
    [
      'writeFile',
      (at) => new Promise((done, fail) => fs.writeFile(at, 'x', (error) => (error ? fail(error) : done(1)))),
    ],
    ['copyFile', (at) => fs.copyFileSync('/etc/hosts', at)],
    ['cp', (at) => fs.cpSync('/etc/hosts', at)],
    ['link', (at) => fs.linkSync('/etc/hosts', at)],
    ['rename', (at) => fs.renameSync('/etc/hosts', at)],
    ['symlink', (at) => fs.symlinkSync('/etc/hosts', at)],
  ])('elsewhere are not written by %s', async (name, write) => {
    const elsewhere = '/var/scf-fixtures-guards/a.txt';
    const { result, recorder } = await noted(() => write(elsewhere));
    const syscall = systemCalls[name] ?? name;
    expect(result).toMatchObject({
      code: 'EROFS',
      syscall,
      path: elsewhere,
      message: `EROFS: read-only file system, ${syscall} '${elsewhere}'`,
    });
    expect(recorder.calls.map((call) => [call.name, call.state])).toEqual([[`fs.${name}`, 'refused']]);
  });

  test('elsewhere are refused with a stack that begins where they were to be written', async () => {
    const { result } = await noted(() => fs.writeFileSync('/var/scf-fixtures-guards/a.txt', 'x'));
    expect(String((result as Error).stack).split('\n')[1]).toContain('guards.test.ts');
  });

  test.each<readonly [name: string, call: (from: string, to: string) => unknown]>([
    ['link', (from, to) => fs.linkSync(from, to)],
    ['rename', (from, to) => fs.renameSync(from, to)],
  ])('elsewhere get no name in /tmp by %s, under which they could be written', async (name, call) => {
    const { result, recorder } = await noted(() => call('/etc/hosts', '/tmp/hosts'));
    expect(result).toMatchObject({ code: 'EROFS' });
    expect(recorder.calls.map(({ state }) => state)).toEqual(['refused']);
    const own = await noted(() => {
      fs.writeFileSync('/tmp/a', 'x');
      call('/tmp/a', '/tmp/b');
      return fs.readFileSync('/tmp/b', 'utf8');
    });
    expect([name, own.result]).toEqual([name, 'x']);
  });

  test('elsewhere are refused through the callback, and thrown where there is none', async () => {
    const elsewhere = '/var/scf-fixtures-guards/a.txt';
    const told: unknown[] = [];
    const called = await noted(() => fs.writeFile(elsewhere, 'x', (error) => told.push(error?.code)));
    expect([called.result, told]).toEqual([undefined, ['EROFS']]);
    const bare = await noted(() => Reflect.apply(fs.writeFile, fs, [elsewhere, 'x']));
    expect(bare.result).toMatchObject({ code: 'EROFS' });
  });
});
