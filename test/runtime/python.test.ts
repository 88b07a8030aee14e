import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createInstance, invoke, settled } from '../../src/runtime/index.js';
import { hasPython } from '../pythonHere.js';

const code = `
import json, locale, logging, os, sys, tempfile, threading, time

count = 0
ready = threading.Event()

def main_handler(event, context):
    global count
    count += 1
    return {"count": count, "name": context["function_name"], "event": event}

def surroundings(event, context):
    with open("/tmp/here.txt", "a") as file:
        file.write("x")
    return {"zone": time.strftime("%Z"), "tmp": os.listdir("/tmp"), "temporary": tempfile.gettempdir(), "home": os.environ.get("HOME"), "stage": os.environ.get("STAGE")}

def speaks(event, context):
    return [sys.flags.utf8_mode, os.environ.get("LC_ALL"), locale.setlocale(locale.LC_ALL, "")[:8]]

def beside(event, context):
    open(os.path.join(os.path.dirname(__file__), "beside.txt"), "w")

def removes(event, context):
    os.remove(__file__)

def raises(event, context):
    raise KeyError("mine")

def misses(event, context):
    return event["nothing"]

def logs(event, context):
    print("printed")
    logging.info("logged")
    sys.stderr.write("to the other stream\\n")
    return None

def exact(event, context):
    return {"text": "two  blanks, * and \\"quotes\\"\\n😀\\u0000"}

def nan(event, context):
    return {"mean": float("nan")}

def left(event, context):
    threading.Thread(target=ready.wait, args=(0.05,), name="left behind").start()
    return "ok"
`;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'scf-fixtures-python-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(path, 'index.py'), code);
  return path;
}

describe.skipIf(!hasPython)('a function in Python (needs python3)', () => {
  test('is loaded once for an instance, whose globals stay', async () => {
    const instance = createInstance('index.main_handler', { cwd: folder() });
    onTestFinished(() => instance.close());
    expect(await instance.invoke({ n: 1 })).toMatchObject({
      cold: true,
      result: { count: 1, name: 'main', event: { n: 1 } },
    });
    expect(await instance.invoke({})).toMatchObject({ cold: false, result: { count: 2 } });
  });

  test('has a /tmp of its own, UTC, and nothing of the developer', async () => {
    const outcome = await invoke('./index.py:surroundings', {}, { cwd: folder(), env: { STAGE: 'test' } });
    expect(outcome).toMatchObject({
      result: { zone: 'UTC', tmp: ['here.txt'], temporary: '/tmp', home: null, stage: 'test' },
    });
  });

  test('has no locale but the one that it is given', async () => {
    const cwd = folder();
    vi.stubEnv('LC_ALL', 'C.UTF-8');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await invoke('./index.py:speaks', {}, { cwd })).toMatchObject({ result: [1, null, 'C'] });
    const env = { LC_ALL: 'C.UTF-8' };
    expect(await invoke('./index.py:speaks', {}, { cwd, env })).toMatchObject({
      result: [1, 'C.UTF-8', 'C.UTF-8'],
    });
  });

  test.each(['beside', 'removes'])('cannot write elsewhere: %s', async (name) => {
    const cwd = folder();
    expect(await invoke(`./index.py:${name}`, {}, { cwd })).toMatchObject({
      statusCode: 430,
      error: { name: 'OSError', message: expect.stringMatching(/^\[Errno 30\] Read-only file system/) },
    });
    expect(await invoke('./index.py:main_handler', {}, { cwd })).toMatchObject({ ok: true });
  });

  test('tells an exception as the platform does, from the function on', async () => {
    const outcome = await invoke('./index.py:misses', {}, { cwd: folder() });
    expect(outcome).toMatchObject({
      statusCode: 430,
      error: {
        name: 'KeyError',
        isAccident: true,
        frames: [{ name: 'misses', code: 'return event["nothing"]' }],
      },
      body: {
        errorMessage: 'user code exception caught',
        stackTrace: expect.stringMatching(
          /^Traceback \(most recent call last\):\n {2}File "\/var\/user\/index.py", line \d+, in misses\n/,
        ),
      },
    });
  });

  test('tells what it raises by itself from what the language does', async () => {
    const outcome = await invoke('./index.py:raises', {}, { cwd: folder() });
    expect(outcome).toMatchObject({ error: { name: 'KeyError', isAccident: false } });
  });

  test('writes its log, also by the logger that is there before it', async () => {
    const { log } = await invoke('./index.py:logs', {}, { cwd: folder() });
    expect(log).toEqual([
      { level: 'stdout', text: 'printed' },
      { level: 'stdout', text: expect.stringMatching(/^\[INFO\] .* logged$/) },
      { level: 'stderr', text: 'to the other stream' },
    ]);
  });

  test('answers byte for byte, and with what is no JSON', async () => {
    const cwd = folder();
    expect(await invoke('./index.py:exact', {}, { cwd })).toMatchObject({
      json: '{"text": "two  blanks, * and \\"quotes\\"\\n😀\\u0000"}',
    });
    expect(await invoke('./index.py:nan', {}, { cwd })).toMatchObject({
      ok: true,
      json: '{"mean": NaN}',
      result: '{"mean": NaN}',
    });
  });

  test('leaves threads, which are told and waited for', async () => {
    const instance = createInstance('./index.py:left', { cwd: folder() });
    onTestFinished(() => instance.close());
    const outcome = await instance.invoke({});
    expect(outcome.lateWork).toEqual([{ kind: 'thread', what: 'left behind' }]);
    expect(await settled(outcome)).toMatchObject({ drained: true, lateWork: [] });
  });

  test('is asked for where a script of the same name lies beside it', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'index.js'), 'exports.main_handler = async () => "script";\n');
    await expect(invoke('index.main_handler', {}, { cwd })).rejects.toThrow(
      /^Cannot tell which function index.main_handler is: index.js and .*index.py both fit. Name the file with its ending, or say the runtime: .*Python3.10.*$/,
    );
    expect(await invoke('index.main_handler', {}, { cwd, runtime: 'Nodejs18.15' })).toMatchObject({
      result: 'script',
    });
    expect(await invoke('index.main_handler', {}, { cwd, runtime: 'Python3.10' })).toMatchObject({
      result: { count: 1 },
    });
  });

  test.each([
    ['./none.py:main', /^Cannot invoke .\/none.py:main: there is no file .*none.py. Write the path/],
    [
      './index.py:mian_handler',
      /the file was loaded, but it has no mian_handler. It has main_handler, .*: write .*index.py:main_handler.$/,
    ],
  ])('that cannot be found is told in a sentence: %s', async (spec, message) => {
    await expect(invoke(spec, {}, { cwd: folder() })).rejects.toThrow(message);
  });

  test('without a Python is told in a sentence', async () => {
    const run = invoke('./index.py:main_handler', {}, { cwd: folder(), program: './no-python' });
    await expect(run).rejects.toThrow(
      'Cannot invoke ./index.py:main_handler: there is no ./no-python on the PATH. Install Python 3.8 or newer, or name one: --python /usr/bin/python3.',
    );
  });

  test('on Windows is told in a sentence', async () => {
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    onTestFinished(() => void Object.defineProperty(process, 'platform', { value: platform }));
    await expect(invoke('./index.py:main_handler', {}, { cwd: folder() })).rejects.toThrow(
      'Cannot invoke ./index.py:main_handler: instances of a function in Python are forked, which Windows cannot. Run it in WSL or in a container of Linux.',
    );
  });
});
