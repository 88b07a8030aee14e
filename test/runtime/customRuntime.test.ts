import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createInstance, type InstanceOptions, invoke } from '../../src/runtime/index.js';
import { bootstrapped, deployed, emptyFolder } from './processes/processFunction.js';

/** What the demos of the vendor do, written again: https://github.com/tencentyun/scf-demo-repo */
const shellLoop = (handler: string) => `#!/bin/bash
set -euo pipefail
api="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT/runtime"
main_handler() {
  ${handler}
}
curl -s -d " " "$api/init/ready"
while true; do
  event=$(curl -sS "$api/invocation/next")
  answer=$(main_handler "$event")
  curl -s -d "$answer" "$api/invocation/response"
done
`;

const started = (spec: string, options: InstanceOptions = {}) => {
  const instance = createInstance(spec, { timeoutMs: 20_000, ...options });
  onTestFinished(() => instance.close());
  return instance;
};

/** A folder with some programs of this machine and no others. */
function programs(...names: readonly string[]): string {
  const folder = emptyFolder();
  for (const name of names)
    symlinkSync(
      execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(),
      join(folder, name),
    );
  return folder;
}

describe('a bootstrap in the shell', () => {
  test('answers with what it likes', async () => {
    const instance = started(bootstrapped(shellLoop('echo "Echoing request: $1"')));
    expect(await instance.invoke({ a: 1 })).toMatchObject({ result: 'Echoing request: {"a":1}' });
  });

  test('loses blanks, and gains the names of files, where it forgets quotes', async () => {
    const instance = started(bootstrapped(shellLoop('echo $1')));
    const { result } = (await instance.invoke({ text: 'two  blanks, * stars' })) as { result?: unknown };
    expect(result).toEqual({ text: 'two blanks, bootstrap stars' });
  });

  test('breaks at an event that is longer than an argument may be', async () => {
    const instance = started(bootstrapped(shellLoop('/bin/echo "$1"')));
    const outcome = await instance.invoke({ text: 'x'.repeat(140_000) });
    expect(outcome).toMatchObject({ statusCode: 439, exitCode: 126 });
    expect(outcome.log.map(({ text }) => text).join()).toContain('Argument list too long');
  });

  test('gets the same event again where it asks before it has answered', async () => {
    const eager = shellLoop('curl -sS "$api/invocation/next"; curl -s -d 2 "$api/invocation/response"');
    const outcome = await started(bootstrapped(eager)).invoke({ n: 1 });
    expect(outcome.notes).toContain(
      'the bootstrap asked for the next event before it had answered this one, and got the same again',
    );
  });

  test('is told what it is to call, and where it lies', async () => {
    const folder = bootstrapped(shellLoop('echo "$_HANDLER|$USER_CODE_ROOT|$PWD"'));
    expect(await started(`${folder}#module.function`).invoke({})).toMatchObject({
      result: `module.function|${folder}/|${folder}`,
    });
  });

  test.each([
    ['its folder', (folder: string) => folder],
    ['its file', (folder: string) => join(folder, 'bootstrap')],
    ['what it is to call', (folder: string) => join(folder, 'index.main_handler')],
  ])('is found by %s', async (_, specOf) => {
    const folder = bootstrapped(shellLoop('echo "$_HANDLER"'));
    expect(await started(specOf(folder)).invoke({})).toMatchObject({ result: 'index.main_handler' });
  });

  test('is started again with other variables', async () => {
    const instance = started(bootstrapped(shellLoop('[ -v MODE ] && echo "$MODE" || echo none')));
    const first = await instance.invoke({});
    const second = await instance.invoke({}, { env: { MODE: 'dark' } });
    expect([first, second]).toMatchObject([{ result: 'none' }, { result: 'dark', cold: true }]);
  });

  test('that ends after its answer is started again, which is said', async () => {
    const once = shellLoop('echo 1').replace('while true; do', 'for once in 1; do');
    const instance = started(bootstrapped(once));
    expect(await instance.invoke({})).toMatchObject({ result: 1 });
    expect(await instance.invoke({})).toMatchObject({
      result: 1,
      cold: true,
      notes: ['the process ended by itself after its last answer, with exit code 0'],
    });
  });

  test('can write to its own /tmp alone, or is said to write where it likes', async () => {
    const folder = bootstrapped(shellLoop('echo x >/tmp/own; echo x >here && echo wrote || echo refused'));
    const outcome = await started(folder).invoke({});
    if (outcome.notes === undefined) {
      expect(outcome).toMatchObject({ result: 'refused' });
      expect(readdirSync(folder)).toEqual(['bootstrap']);
      expect(existsSync('/tmp/own')).toBe(false);
    } else expect(outcome.notes[0]).toContain('TMPDIR');
  });

  test('has a folder named by TMPDIR where this machine has no walls', async () => {
    vi.stubEnv('PATH', programs('bash', 'curl', 'grep', 'rm', 'sleep'));
    onTestFinished(() => void vi.unstubAllEnvs());
    const loop = shellLoop(
      'if [ -e "$TMPDIR/own" ]; then echo old; else echo x >"$TMPDIR/own"; echo new; fi',
    );
    const folder = bootstrapped(loop);
    const [one, another] = [started(folder), started(folder)];
    const first = await one.invoke({});
    expect(first).toMatchObject({ result: 'new', notes: [expect.stringContaining('TMPDIR')] });
    expect(await one.invoke({})).toMatchObject({ result: 'old' });
    expect(await another.invoke({})).toMatchObject({ result: 'new' });
  });
});

describe('a bootstrap that does not start', () => {
  test.each([
    [
      'not executable',
      '#!/bin/bash\n',
      0o644,
      'bootstrap is not executable (its mode is 644). Run chmod 755',
      405,
    ],
    ['CRLF', '#!/bin/bash\r\n', 0o755, 'bootstrap has line ends of Windows (CRLF)', 405],
    ['no interpreter', '#!/no/such/bash\n', 0o755, 'the interpreter of bootstrap, /no/such/bash', 405],
    [
      'no such program',
      '#!/usr/bin/env nosuch\n',
      0o755,
      'of bootstrap, nosuch, which /usr/bin/env looks',
      405,
    ],
    ['no shebang', 'echo\n', 0o755, 'its first line names no interpreter', 445],
  ])('for its file is told: %s', async (_, text, mode, message, statusCode) => {
    const folder = bootstrapped(text, mode);
    await expect(invoke(folder, {})).rejects.toThrow(message);
    await expect(invoke(folder, {})).rejects.toMatchObject({ code: 'BOOTSTRAP_UNUSABLE' });
    expect(await invoke(folder, {}, { deployed: true })).toMatchObject({ statusCode, ok: false });
  });

  test('since it is not there is told', async () => {
    await expect(invoke(join(emptyFolder(), 'bootstrap'), {})).rejects.toMatchObject({
      code: 'BOOTSTRAP_NOT_FOUND',
    });
  });

  test('tells the last lines that it wrote', async () => {
    const outcome = await invoke(bootstrapped('#!/bin/sh\necho one\necho "no database" >&2\nexit 3\n'), {});
    expect(outcome).toMatchObject({
      statusCode: 405,
      status: 'ContainerStateExited',
      reason: expect.stringMatching(
        /^the process ended with exit code 3 before it was ready, and wrote last: /,
      ),
      log: expect.arrayContaining([{ level: 'stderr', text: 'no database' }]),
    });
    expect(outcome).toHaveProperty('reason', expect.stringContaining('no database'));
  });

  test('has a code of its own above 128 that is no signal', async () => {
    expect(await invoke(bootstrapped('#!/bin/sh\nexit 140\n'), {})).toMatchObject({
      reason: 'the process ended with exit code 140 before it was ready, and wrote nothing',
    });
  });

  test('tells the signal that ended it', async () => {
    expect(await invoke(bootstrapped('#!/bin/sh\nkill -SEGV $$\n'), {})).toMatchObject({
      reason: 'the process was ended by SIGSEGV before it was ready, and wrote nothing',
    });
  });
});

test('a bootstrap and a file in another language are told apart by the runtime alone', async () => {
  const folder = deployed('index.py', 'bootstrap');
  const spec = join(folder, 'index.main_handler');
  await expect(async () => invoke(spec, {})).rejects.toMatchObject({
    code: 'TWO_FUNCTIONS',
    message: expect.stringContaining('say the runtime: Python3.10 or CustomRuntime.'),
  });
  writeFileSync(join(folder, 'index.js'), 'exports.main_handler = async () => "js";');
  expect(
    await invoke(spec, { do: 'get', name: 'USER_CODE_ROOT' }, { runtime: 'CustomRuntime' }),
  ).toMatchObject({ result: `${folder}/` });
  expect(await invoke(spec, {}, { runtime: 'Nodejs18.15' })).toMatchObject({ result: 'js' });
});

test.skipIf(!existsSync('/proc/self/stat'))(
  'a function that has had no time to hear SIGTERM is not told to ignore it (needs /proc)',
  async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    onTestFinished(() => warned.mockRestore());
    // One that is stopped gets no signal but that to go on, or to be killed.
    const answering = '(sleep 0.1; curl -s -d 1 "$api/invocation/response") & kill -STOP $$';
    const stopping = shellLoop('echo 1').replace(/^.+\$answer.+$/m, () => answering);
    const instance = createInstance(bootstrapped(stopping), { timeoutMs: 20_000 });
    expect(await instance.invoke({})).toMatchObject({ result: 1 });
    await instance.close();
    expect(warned.mock.calls).toEqual([]);
  },
);

test('a function that ignores SIGTERM is told once, and ended', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  onTestFinished(() => warned.mockRestore());
  const folder = bootstrapped(shellLoop('echo $$').replace('set -euo pipefail', "trap '' TERM"));
  const instance = createInstance(folder, { timeoutMs: 20_000 });
  const { result } = (await instance.invoke({})) as { result?: unknown };
  await instance.close();
  expect(() => process.kill(Number(result), 0)).toThrow('ESRCH');
  expect(warned.mock.calls).toEqual([
    [
      expect.stringMatching(/^Cannot end .+ by SIGTERM: it went on for 1000 ms and was killed\. /),
      expect.anything(),
    ],
  ]);
});
