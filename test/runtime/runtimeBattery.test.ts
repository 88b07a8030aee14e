import { readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createInstance,
  type InstanceOptions,
  type Outcome,
  type ScfInstance,
} from '../../src/runtime/index.js';
import { rowsToTry } from '../nightly.js';
import { expected, type Question, rows } from './processes/batteryRows.js';
import { deployed, isListening, runningWith } from './processes/processFunction.js';

const awkward: readonly (readonly [name: string, event: unknown])[] = [
  ['an empty object', {}],
  ['a number', 0],
  ['blanks and *', { text: ' two  blanks *  ?  [a-z]\t ' }],
  ['quotes', { text: `'"\`$(id)\\"'` }],
  ['line ends', { text: 'a\nb\r\nc\u2028d' }],
  ['characters of 4 bytes', { text: '😀𠮷' }],
  ['NUL', { text: 'a\u0000b' }],
  ['140 KB', { text: 'x'.repeat(140_000) }],
  ['6 MB', { text: 'é'.repeat(3_000_000) }],
];

describe.each(rowsToTry(rows, 1))('$name', (row) => {
  const start = (options: InstanceOptions = {}): ScfInstance => {
    const instance = (row.start ?? createInstance)(row.specOf(deployed(...row.files)), {
      timeoutMs: 20_000,
      memoryMb: 512,
      deployed: true,
      ...row.options,
      ...options,
    });
    onTestFinished(() => instance.close());
    return instance;
  };
  const resultOf = (outcome: Outcome): unknown => {
    expect(outcome).toMatchObject({ statusCode: 200 });
    return outcome.ok ? outcome.result : undefined;
  };
  const ask = (question: Question, options: InstanceOptions, event: unknown) => {
    if (row.cannot[question] !== undefined) return;
    const given = row.differs[question]?.gives ?? expected[question];
    test(`${question} is told (${Object.values(given)[0]})`, async () => {
      const instance = start(options);
      const outcome = await instance.invoke(event, { env: options.env ?? {} });
      expect(outcome).toMatchObject({ ok: false, ...given });
    });
  };
  /** A test of what is the same wherever it can be known. */
  const knows = (question: Question, name: string, run: () => Promise<void>) => {
    if (row.cannot[question] === undefined) test(name, run);
  };

  test('is cold once, and keeps its globals and its process while it is warm', async () => {
    const [one, another] = [start(), start()];
    const first = await one.invoke({ do: 'count' });
    const second = await one.invoke({ do: 'count' });
    const other = await another.invoke({ do: 'count' });
    expect([first.cold, second.cold, other.cold]).toEqual([true, false, true]);
    expect(first.initMs).toBeGreaterThan(0);
    expect(second.initMs).toBe(0);
    const { pid } = resultOf(first) as { pid: number };
    expect(resultOf(second)).toEqual({ calls: 2, pid });
    expect(resultOf(other)).toMatchObject({ calls: 1 });
    if (row.cannot['what it has started'] === undefined) expect(resultOf(other)).not.toMatchObject({ pid });
  });

  test('takes and gives any event byte for byte', async () => {
    const instance = start();
    for (const [name, event] of awkward)
      expect([name, resultOf(await instance.invoke(event))]).toEqual([name, event]);
  });

  test('tells what was said with the request in which it was', async () => {
    const instance = start();
    const [first, second] = [
      await instance.invoke({ do: 'say', what: 'one' }),
      await instance.invoke({ do: 'say', what: 'two' }),
    ];
    const lines = (outcome: Outcome) => outcome.log.map(({ level, text }) => `${level}: ${text}`).sort();
    const loading = `${row.files.includes('index.js') ? 'log' : 'stdout'}: loading `;
    expect(lines(first)).toEqual(['stderr: warned one', loading, 'stdout: said one'].sort());
    expect(lines(second)).toEqual(['stderr: warned two', 'stdout: said two']);
  });

  ask('an exception', {}, { do: 'raise' });
  ask('a failure while loading', { env: { LOAD: 'raise' } }, {});
  ask('no answer in time', { timeoutMs: 400 }, { do: 'sleep' });
  ask('too much memory', { memoryMb: 100 }, { do: 'fill', megabytes: 150 });
  ask('an exit', {}, { do: 'exit' });
  ask('an exit while loading', { env: { LOAD: 'exit' } }, {});
  ask('no start in time', { env: { LOAD: 'sleep' }, initTimeoutMs: 500 }, {});
  ask('an answer over 6 MB', {}, { do: 'answer', bytes: 6_291_456 });
  ask('work left behind', {}, { do: 'leave' });

  if (row.cannot['a missing handler'] === undefined)
    test('a missing handler is told', async () => {
      const spec = row.specOf(deployed(...row.files)).replace('main_handler', 'no_handler');
      const instance = createInstance(spec, { deployed: true, ...row.options });
      onTestFinished(() => instance.close());
      expect(await instance.invoke({})).toMatchObject(expected['a missing handler']);
    });

  test.each([
    ['a time-out', { do: 'sleep' }],
    ['an exit', { do: 'exit' }],
  ])('starts cold after %s', async (_, event) => {
    const instance = start({ timeoutMs: 2000 });
    await instance.invoke({ do: 'count' });
    expect(await instance.invoke(event)).toMatchObject({ ok: false });
    const again = await instance.invoke({ do: 'count' });
    expect([again.cold, resultOf(again)]).toMatchObject([true, { calls: 1 }]);
  });

  test('is the same after an exception', async () => {
    const instance = start();
    await instance.invoke({ do: 'raise' });
    const again = await instance.invoke({ do: 'count' });
    expect([again.cold, resultOf(again)]).toMatchObject([false, { calls: 2 }]);
  });

  knows(
    'its environment',
    'has the platform’s environment and the function’s, and nothing of this machine',
    async () => {
      process.env.OF_THE_DEVELOPER = 'x';
      onTestFinished(() => {
        delete process.env.OF_THE_DEVELOPER;
      });
      const instance = start({ env: { OWN: 'x' } });
      const names = resultOf(await instance.invoke({ do: 'env' })) as string[];
      expect(names).toEqual(expect.arrayContaining(['OWN', 'SCF_FUNCTIONNAME', 'TENCENTCLOUD_RUNENV']));
      expect(names).not.toContain('OF_THE_DEVELOPER');
      if (row.name !== 'node') expect(names).not.toContain('HOME');
      else expect(resultOf(await instance.invoke({ do: 'get', name: 'HOME' }))).toBe('/home/qcloud');
    },
  );

  knows('its time zone', 'lives in UTC unless it says otherwise', async () => {
    expect(resultOf(await start().invoke({ do: 'hour' }))).toBe('00');
    expect(resultOf(await start({ env: { TZ: 'Asia/Shanghai' } }).invoke({ do: 'hour' }))).toBe('08');
  });

  knows(
    'its temporary directory',
    'has a temporary directory of its own, which is empty at a cold start',
    async () => {
      const [one, another] = [start(), start()];
      const there = [];
      for (const instance of [one, one, another]) there.push(resultOf(await instance.invoke({ do: 'tmp' })));
      expect(there).toEqual([false, true, false]);
    },
  );

  test('writes nothing into the folder of the function', async () => {
    const folder = deployed(...row.files);
    const instance = (row.start ?? createInstance)(row.specOf(folder), row.options);
    onTestFinished(() => instance.close());
    resultOf(await instance.invoke({ do: 'count' }));
    expect(readdirSync(folder).sort()).toEqual([...row.files].sort());
  });

  knows('what it has started', 'leaves no process and no port when it is closed', async () => {
    const instance = start();
    const seconds = `7${Math.floor(Math.random() * 1e8)}`;
    resultOf(await instance.invoke({ do: 'start', seconds, away: false }));
    if (row.cannot['a process that left its group'] === undefined)
      resultOf(await instance.invoke({ do: 'start', seconds, away: true }));
    expect(runningWith(`sleep ${seconds}`).length).toBeGreaterThan(0);
    const name = row.files.includes('app.py') ? 'PORT' : 'SCF_RUNTIME_API_PORT';
    const port = resultOf(await instance.invoke({ do: 'get', name }));
    await instance.close();
    await expect.poll(() => runningWith(`sleep ${seconds}`)).toEqual([]);
    if (port !== null) expect(await isListening(Number(port))).toBe(false);
  });
});
