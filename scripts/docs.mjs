// Writes what the documentation takes from the code: a page per kind, per group of matchers and of responses, the
// command reference, the API reports, and the marked parts of the READMEs. Reads dist, so build first. With --check it
// writes nothing and exits 1 when something is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadChinese } from './docs/chinese.mjs';
import { loadHelp } from './docs/help.mjs';
import { apiPagesOf, madeFolders, pagesOf } from './docs/pages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const check = process.argv.includes('--check');
const stale = [];

const made = await pagesOf({
  root: '.',
  index: await import('../dist/index.js'),
  responses: await import('../dist/responses.js'),
  matchers: await import('../dist/matchers.js'),
  triggerdesc: await import('../dist/triggerdesc.js'),
  fakes: await import('../dist/fakes.js'),
  fuzz: await import('../dist/fuzz.js'),
  chinese: await loadChinese('.'),
  help: await loadHelp('.'),
});
const pages = new Map([...made, ...apiPagesOf('.', 'dist/types')]);

for (const [file, text] of pages) {
  if (text === read(file)) continue;
  if (check) stale.push(file);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
for (const folder of madeFolders) {
  for (const name of readdirSync(folder)) {
    const file = `${folder}/${name}`;
    if (pages.has(file)) continue;
    if (check) stale.push(file);
    else rmSync(file);
  }
}

if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run build && npm run docs.`);
  process.exitCode = 1;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
