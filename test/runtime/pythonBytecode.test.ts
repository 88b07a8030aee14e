import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { hasPython } from '../pythonHere.js';

/** What the code of a module tells: it may follow the seed of its process, and it may remember. */
function toldOf(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-bytecode-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.py'), code);
  const bootstrap = fileURLToPath(new URL('../../src/runtime/python/bootstrap/bytecode.py', import.meta.url));
  const program = `import runpy, sys
Code = runpy.run_path(sys.argv[1])["Code"]
sys.path.insert(0, sys.argv[2])
import index
code = Code(sys.argv[2])
code.look_at([index])
print(code.follows_seed, code.remembers)`;
  return execFileSync('python3', ['-B', '-c', program, bootstrap, folder], { encoding: 'utf8' }).trim();
}

const handler = (body: string, before = '') => `${before}\ndef main_handler(event, context):\n    ${body}\n`;

test.skipIf(!hasPython).each([
  ['nothing but a value', handler('return "ok"'), 'False False'],
  [
    'plain data',
    handler('return json.dumps(event.get("a"))', 'import json\nLIMIT = (1, "a")'),
    'False False',
  ],
  ['a set', handler('return list({event["a"], 1})'), 'True False'],
  ['the views of a dictionary', handler('return list(event.keys() - {})'), 'True False'],
  ['hash()', handler('return hash(event["a"])'), 'True False'],
  ['the number of the process', handler('return os.getpid()', 'import os'), 'True True'],
  ['a package that is not known', handler('return 1', 'import asyncio'), 'True True'],
  ['what it names as a text', handler('return getattr(event, "x")'), 'True True'],
  ['a list of the module', handler('seen.append(1)', 'seen = []'), 'False True'],
  ['a global variable', handler('global n; n += 1', 'n = 0'), 'False True'],
  ['an attribute of the function', handler('main_handler.n = 1'), 'False True'],
  ['a list as a default', 'def main_handler(event, context, seen=[]):\n    seen.append(1)\n', 'False True'],
  [
    'a cache',
    handler('return 1', 'import functools\n@functools.lru_cache\ndef f(): return 1\n'),
    'False True',
  ],
  ['the clock', handler('return time.time()', 'import time'), 'False True'],
  ['a file', handler('open("/tmp/x", "a")'), 'False True'],
])('of %s the code tells what it may do (needs python3)', (_, code, told) => {
  expect(toldOf(code)).toBe(told);
});
