import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../cli/runCli.js';
import { read, root } from './documents.js';

interface Reports {
  apiPagesOf(root: string, types: string): Map<string, string>;
}

test('the API reports say what the entries export', async () => {
  const types = temporaryDirectory();
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  spawnSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.types.json', '--outDir', types], { cwd: root });
  const { apiPagesOf } = (await import(join(root, 'scripts/docs/pages.mjs'))) as Reports;
  const pages = apiPagesOf(root, types);
  for (const [file, text] of pages) expect(read(file), `${file}: npm run build && npm run docs`).toBe(text);
  expect(readdirSync(join(root, 'docs/api')).map((name) => `docs/api/${name}`)).toEqual(
    [...pages.keys()].sort(),
  );
});
