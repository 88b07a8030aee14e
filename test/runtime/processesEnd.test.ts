import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deployed, emptyFolder, isListening, runningWith } from './processes/processFunction.js';

const entry = fileURLToPath(new URL('../../src/runtime/index.ts', import.meta.url));

/** A program with an instance of a function that sleeps, and has left a process behind in a session of its own. */
const program = `
import { createInstance } from './index.js';
const [spec, seconds, port] = process.argv.slice(2);
const instance = createInstance(spec, { timeoutMs: 60_000, memoryMb: 512 });
await instance.invoke({ do: 'start', seconds, away: true });
await instance.invoke({ do: 'start', seconds, away: false });
console.log(JSON.stringify((await instance.invoke({ do: 'get', name: port })).result));
if (process.argv[5] === 'wait') await instance.invoke({ do: 'sleep' });
`;

async function startedProgram(...args: readonly string[]): Promise<ChildProcess> {
  const folder = emptyFolder();
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  await bundle.write({ dir: folder, format: 'esm' });
  await bundle.close();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'program.mjs'), program);
  const child = spawn(process.execPath, [join(folder, 'program.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

describe.skipIf(!existsSync('/proc/self/environ'))('the processes of a function (needs /proc)', () => {
  test.each([
    ['is killed', ['index.py', 'bootstrap'], 'SCF_RUNTIME_API_PORT'],
    ['ends without closing them', ['index.py', 'bootstrap'], 'SCF_RUNTIME_API_PORT'],
    ['is killed', ['index.py', 'app.py', 'Dockerfile'], 'PORT'],
  ])('end when the program that started them %s (%j)', async (how, files, name) => {
    const folder = deployed(...files);
    const seconds = `8${Math.floor(Math.random() * 1e8)}`;
    const child = await startedProgram(folder, seconds, name, how === 'is killed' ? 'wait' : 'end');
    const exited = once(child, 'exit');
    const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    const port = Number(JSON.parse(String(line)));
    if (how === 'is killed') {
      expect(runningWith(`sleep ${seconds}`).length).toBeGreaterThan(1);
      child.kill('SIGKILL');
    }
    await exited;
    await expect.poll(() => runningWith(`sleep ${seconds}`)).toEqual([]);
    const mark = `scf-fixtures-${child.pid}-`;
    await expect.poll(() => runningWith(mark)).toEqual([]);
    await expect.poll(() => isListening(port)).toBe(false);
    await expect.poll(() => readdirSync(tmpdir()).filter((name) => name.startsWith(mark))).toEqual([]);
  });
});
