// Packs the package into a folder as it is published: node scripts/pack.mjs <folder>. Its documents are read where the
// repository is not, so that their links lead to the site. `npm pack` and `npm publish` of this folder get the same by
// --links, before, and --restore, after.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { absoluteLink, root } from '../site/pages.mjs';

const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packed = [...files, 'package.json', 'README.md', 'LICENSE'];
const documents = packed.filter((name) => name.endsWith('.md'));
/** Where the documents are kept while those with other links stand in their place. */
const kept = join(root, 'node_modules/.cache/packed-documents');

const [, , target] = process.argv;
if (target === '--links') {
  restore();
  mkdirSync(kept, { recursive: true });
  for (const name of documents) cpSync(join(root, name), join(kept, name));
  writeLinks(root);
} else if (target === '--restore') restore();
else if (target === undefined) {
  console.error('Usage: node scripts/pack.mjs <folder>');
  process.exitCode = 2;
} else pack(resolve(target));

function pack(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'scf-fixtures-pack-'));
  try {
    for (const name of packed) cpSync(join(root, name), join(copy, name), { recursive: true });
    writeLinks(copy);
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
    execFileSync('npm', args, { cwd: copy, stdio: ['ignore', 'inherit', 'inherit'] });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Changes the links of the documents in a folder into those that lead somewhere from anywhere. */
function writeLinks(folder) {
  for (const name of documents) {
    const text = readFileSync(join(root, name), 'utf8');
    const changed = text.replaceAll(/(?<=\]\()[^)\s]+(?=\))/g, (href) =>
      packed.includes(href) ? href : absoluteLink(name, href),
    );
    writeFileSync(join(folder, name), changed);
  }
}

function restore() {
  if (!existsSync(kept)) return;
  for (const name of documents) if (existsSync(join(kept, name))) cpSync(join(kept, name), join(root, name));
  rmSync(kept, { recursive: true });
}
