import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findFunction } from '../../src/runtime/runtimes.js';
import { bootstrapped } from './processes/processFunction.js';

const sourceOf = (folder: string): string => {
  const own = findFunction(folder, folder);
  return own?.runtime.sourceOf?.(own.found) ?? '';
};

test('the code of a bootstrap is that of the files beside it, and not of what was installed or is none', () => {
  const folder = bootstrapped('#!/usr/bin/env python3\nfrom app import handle\nMODE = "first"\n');
  const files = {
    'app.py': 'def handle(event):\n    return event["order"] == "second"\n',
    'lib/deep/rules.rb': 'if event == "third"\n',
    'node_modules/x/index.js': '"installed"',
    '.git/hook.sh': '"hidden"',
    'data.json': '"data"',
    'machine.sh': 'binary\0code',
    'bundle.js': `"${'large'.repeat(60_000)}"`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const source = sourceOf(folder);
  for (const word of ['"first"', '"second"', 'event.order;', '"third"']) expect(source).toContain(word);
  for (const word of ['installed', 'hidden', 'data', 'binary', 'large']) expect(source).not.toContain(word);
});
