import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { scriptOf } from '../pythonCode.js';

/** A larger file is a bundle or data; so many files, and so much of them, are read, none deeper than this. */
const [maxFileBytes, maxFiles, maxBytes, maxDepth] = [200_000, 60, 1_000_000, 4];

/** Of languages that are read at run time, or of what is built beside its result. */
const endings =
  /^\.(?:[cm]?[jt]s|py|rb|php|pl|lua|sh|go|rs|swift|java|kt|cs|c|cc|cpp|dart|ex|exs|hs|nim|zig|scala|r)$/;
const others = /^(?:\.|node_modules$|vendor$|site-packages$|__pycache__$|target$|dist-info$)|\.dist-info$/;

/** The code of a Custom Runtime function: its bootstrap, and the files beside it and below, as scripts. */
export function customSource(root: string): string {
  const texts: string[] = [];
  let bytes = 0;
  for (const path of filesBelow(root)) {
    const { size } = statSync(path);
    if (size > maxFileBytes || bytes + size > maxBytes) continue;
    const text = readFileSync(path);
    // A program in machine code.
    if (text.subarray(0, 4096).includes(0)) continue;
    bytes += size;
    texts.push(asScript(path, text.toString()));
  }
  return texts.join('\n');
}

function asScript(path: string, text: string): string {
  const isPython = extname(path) === '.py' || /^#!.*\bpython/.test(text);
  return isPython ? scriptOf(text) : text;
}

/** The bootstrap first, then what lies nearest. */
function filesBelow(root: string): string[] {
  const found = [join(root, 'bootstrap')];
  let level = [root];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      for (const entry of entriesOf(folder)) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) next.push(path);
        else if (entry.isFile() && endings.test(extname(entry.name))) found.push(path);
        if (found.length >= maxFiles) return found;
      }
    }
    level = next;
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    const all = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !others.test(name));
    return all.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
