import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from './runCli.js';

/** A directory with handlers and events. */
function project(): string {
  const directory = temporaryDirectory();
  const handlers = `
    exports.main_handler = async (event, context) => {
      console.log('got', Object.keys(event).length, 'fields');
      return { type: event.Type, stage: process.env.STAGE, id: context.request_id, name: context.function_name };
    };
    exports.fails = async () => { throw new TypeError('no stock'); };
    exports.hangs = () => { for (;;); };
    exports.forgets = async () => { setTimeout(() => {}, 20); return 'early'; };
    exports.neverEnds = async () => { setInterval(() => {}, 5); return 'early'; };
    exports.lateError = async () => { setTimeout(() => { throw new Error('too late'); }, 5); return 'early'; };
    exports.ignored = () => ({ statusCode: 200 });
    exports.fat = () => { const kept = []; for (;;) kept.push(new Array(10000).fill({})); };`;
  writeFileSync(join(directory, 'index.js'), handlers);
  writeFileSync(join(directory, 'event.json'), '{"Type":"Timer","Message":""}');
  writeFileSync(join(directory, 'two.ndjson'), '{"a":1}\n{"a":2}\n');
  writeFileSync(join(directory, 'broken.json'), '{"Type":');
  return directory;
}

/** What differs from run to run, made steady. */
const steady = (text: string) =>
  text
    .replace(/\d+ms/g, '5ms')
    .replace(/MemUsage:[\d.]+MB/g, 'MemUsage:5.000000MB')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '00000000-0000-4000-8000-000000000000');

describe('invoke', () => {
  test('prints what the caller gets and the log of the platform', async () => {
    const cwd = project();
    const result = await runCli(
      ['invoke', 'index.main_handler', 'event.json', '--seed', '1', '--env', 'STAGE=test'],
      { cwd },
    );
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({ type: 'Timer', stage: 'test', name: 'main' });
    expect(steady(result.stderr)).toMatchInlineSnapshot(`
      "START RequestId: 00000000-0000-4000-8000-000000000000
      Init Report RequestId: 00000000-0000-4000-8000-000000000000 Coldstart: 5ms (InitFunction: 5ms) Memory:128MB MemUsage:5.000000MB
      got 2 fields
      Response RequestId: 00000000-0000-4000-8000-000000000000 RetMsg: {"type":"Timer","stage":"test","id":"00000000-0000-4000-8000-000000000000","name":"main"}
      END RequestId: 00000000-0000-4000-8000-000000000000
      Report RequestId: 00000000-0000-4000-8000-000000000000 Duration:5ms Memory:128MB MemUsage:5.000000MB
      "
    `);
  });

  test('takes the event from standard input, and JSON that is an array', async () => {
    const piped = await runCli(['invoke', './index.js#main_handler', '-'], {
      cwd: project(),
      stdin: '{"Type":"piped"}',
    });
    expect(JSON.parse(piped.stdout)).toMatchObject({ type: 'piped' });
    const list = await runCli(['invoke', 'index.main_handler', '-'], { cwd: project(), stdin: '[1,2]' });
    expect(list.exitCode).toBe(0);
  });

  test('draws the event of a kind, the same each time', async () => {
    const args = ['invoke', 'index.main_handler', '--kind', 'timer', '--seed', '42', '--index', '7'];
    const cwd = project();
    const first = await runCli(args, { cwd });
    expect(JSON.parse(first.stdout)).toMatchObject({ type: 'Timer' });
    expect((await runCli(args, { cwd })).stdout).toBe(first.stdout);
  });

  test('exits 1 when the handler fails, and prints the body that the caller gets', async () => {
    const result = await runCli(['invoke', 'index.fails', 'event.json'], { cwd: project() });
    expect(result.exitCode).toBe(1);
    expect(JSON.parse(result.stdout)).toMatchObject({
      errorCode: -1,
      errorMessage: 'user code exception caught',
      stackTrace: expect.stringMatching(/^TypeError: no stock\n/),
      statusCode: 430,
    });
    expect(result.stderr).toMatch(/^ERROR RequestId: /m);
  });

  test('stops an endless loop and a memory hog', async () => {
    const cwd = project();
    const late = await runCli(['invoke', 'index.hangs', 'event.json', '--timeout', '200'], { cwd });
    expect(late.exitCode).toBe(1);
    expect(JSON.parse(late.stdout)).toMatchObject({ statusCode: 433 });
    const fat = await runCli(['invoke', 'index.fat', 'event.json', '--memory', '64', '--timeout', '30000'], {
      cwd,
    });
    expect(fat.exitCode).toBe(1);
    expect(JSON.parse(fat.stdout)).toMatchObject({ statusCode: 434 });
  });

  test('tells what was left running, and fails when that does not end', async () => {
    const cwd = project();
    const forgets = await runCli(['invoke', 'index.forgets', 'event.json'], { cwd });
    expect(forgets).toMatchObject({ exitCode: 0, stdout: '"early"\n' });
    expect(forgets.stderr).toMatch(
      /^Left running after the answer: timer \(Timeout\), started at .*index\.js:\d+:\d+\)$/m,
    );
    const neverEnds = await runCli(['invoke', 'index.neverEnds', 'event.json', '--timeout', '300'], { cwd });
    expect(neverEnds).toMatchObject({ exitCode: 1, stdout: '"early"\n' });
    expect(neverEnds.stderr).toContain('did not end within 300 ms: the platform notes a time-out (433)');
    const lateError = await runCli(['invoke', 'index.lateError', 'event.json'], { cwd });
    expect(lateError.stderr).toContain('Uncaught after the answer: Error: too late');
  });

  test('follows the rules of the runtime that is named', async () => {
    const cwd = project();
    const ignored = await runCli(['invoke', 'index.ignored', 'event.json'], { cwd });
    expect(ignored).toMatchObject({ exitCode: 0, stdout: 'null\n' });
    const old = await runCli(['invoke', 'index.fails', 'event.json', '--runtime', 'Nodejs8.9'], { cwd });
    expect(JSON.parse(old.stdout)).toEqual({
      errorCode: 1,
      errorMessage: 'user code exception caught',
      stackTrace: 'no stock',
    });
  });

  test('prints the whole outcome as JSON', async () => {
    const result = await runCli(['invoke', 'index.forgets', 'event.json', '--json'], { cwd: project() });
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toMatchObject({
      ok: true,
      statusCode: 200,
      result: 'early',
      cold: true,
      lateWork: [{ kind: 'timer' }],
      settled: { drained: true, statusCode: 200 },
    });
  });

  test('tells wrong use in a sentence and exits 2', async () => {
    const cwd = project();
    const told = async (...args: string[]) => {
      const result = await runCli(['invoke', ...args], { cwd });
      expect([result.exitCode, result.stdout]).toEqual([2, '']);
      return result.stderr.replaceAll(cwd, '/app');
    };
    expect(await told('index.main_handler')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot invoke index.main_handler: no event is given. Name one JSON file, - for standard input, or a kind: --kind timer.
      "
    `);
    expect(await told('index.main_handler', 'event.json', '--kind', 'timer')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot invoke index.main_handler: both an event (event.json) and --kind timer are given. Name one JSON file, - for standard input, or a kind: --kind timer.
      "
    `);
    expect(await told('index.main_handler', 'broken.json')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot invoke index.main_handler: broken.json holds no event, since it is not JSON: Unexpected end of JSON input. Name one JSON file, - for standard input, or a kind: --kind timer.
      "
    `);
    expect(await told('index.main_handler', 'two.ndjson')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot invoke index.main_handler: two.ndjson holds 2 events. Name one JSON file, - for standard input, or a kind: --kind timer.
      "
    `);
    expect(await told('index.main_handler', 'nothing.json')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot invoke index.main_handler: there is no file nothing.json. Name one JSON file, - for standard input, or a kind: --kind timer.
      "
    `);
    expect(await told('index.main_handler', 'event.json', '--timeout', '3s')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot take --timeout 3s: it must be a whole number from 1 to 86,400,000.
      "
    `);
    expect(await told('index.main_handler', 'event.json', '--env', 'STAGE')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot take --env STAGE: it is no name=value. Write --env STAGE=test.
      "
    `);
    expect(await told('index.main_handler', 'event.json', '--runtime', 'Nodejs9')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot take --runtime Nodejs9: SCF has none of that name. Take one of Nodejs6.10, Nodejs8.9, Nodejs10.15, Nodejs12.16, Nodejs14.18, Nodejs16.13, Nodejs18.15, Nodejs20.19, Nodejs22.21, Python2.7, Python3.6, Python3.7, Python3.9, Python3.10, CustomRuntime, CustomImage.
      "
    `);
    expect(await told('index.nothing', 'event.json')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot invoke index.nothing: index.js was loaded, but it has no export nothing. It exports main_handler, fails, hangs, forgets, neverEnds, lateError, ignored, fat: write index.main_handler.
      "
    `);
    expect(await told('index.main_handler', '--kind', 'tiemr')).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot find the kind "tiemr": did you mean "timer"?
      "
    `);
  });
});
