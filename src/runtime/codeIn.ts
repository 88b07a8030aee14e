import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [maxFiles, maxBytes, deepest] = [60, 400_000, 4];
const ofCode = /\.(?:[cm]?js|[cm]?ts|py)$/;
const notOwn =
  /^(?:node_modules|site-packages|venv|__pycache__|dist-info|test|tests|public|static|docs|\..*)$/;
/** The code of a function that lies in a folder as one text: at most 60 files, and some 400,000 characters. */
export function codeIn(root: string): string {
  const texts: string[] = [];
  let bytes = 0;
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
      if (texts.length >= maxFiles || bytes > maxBytes) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest && !notOwn.test(entry.name)) visit(path, depth + 1);
      if (!entry.isFile() || !ofCode.test(entry.name) || statSync(path).size > maxBytes) continue;
      const text = readFileSync(path, 'utf8');
      texts.push(text);
      bytes += text.length;
    }
  };
  visit(root, 0);
  return texts.join('\n');
}

/** Code before folders, in one order. */
function byName(
  a: { readonly name: string; isFile(): boolean },
  b: { readonly name: string; isFile(): boolean },
): number {
  return Number(b.isFile()) - Number(a.isFile()) || (a.name < b.name ? -1 : 1);
}
