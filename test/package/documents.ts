import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the tests of documents and examples share: how code stands in Markdown, and how it is made to be checked. */

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The text of a file of this repository. */
export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  readonly code: string;
  readonly line: number;
}

export const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ 1: language, 2: code, index }) => ({
    language: language as string,
    code: code as string,
    line: text.slice(0, index).split('\n').length,
  }));

/** The words of a command line, quotes taken off, comment left out. */
export function wordsOf(line: string): string[] {
  const words = [...line.replace(/\s+# .*$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  return words.map(([, double, single, plain]) => double ?? single ?? (plain as string));
}

/** Turns `expression; // value` into an assertion and leaves other statements as they are. */
export function asserted(code: string): string {
  const lines = code.trimEnd().split('\n');
  const out: string[] = [];
  let statement: string[] = [];
  lines.forEach((line, at) => {
    if (/^\s*\/\//.test(line) && statement.length === 0) return;
    const match = /^(.*[;}])\s*(?:\/\/\s*(.*))?$/.exec(line);
    if (match === null || /^\s/.test(line)) {
      statement.push(line);
      return;
    }
    const value = [match[2] ?? '', ...commentsFrom(lines, at + 1)].join('\n').trim();
    const text = [...statement, match[1]].join('\n');
    statement = [];
    const isDeclaration =
      /^(const|let|import|type|interface|function|class|export|expect|await expect|for|test|describe|it)\b/.test(
        text,
      );
    out.push(value === '' || isDeclaration ? text : `expect(${text.replace(/;$/, '')}).toEqual(${value});`);
  });
  return [...out, ...statement].join('\n');
}

function commentsFrom(lines: readonly string[], at: number): string[] {
  const end = lines.findIndex((line, index) => index >= at && !line.startsWith('//'));
  return lines.slice(at, end < 0 ? undefined : end).map((line) => line.slice(2));
}

/** A snippet as a module whose default export runs it; `body` may change what stands below its imports. */
export function moduleOf(code: string, body: (text: string) => string): string {
  const imports = code.match(/^import [\s\S]*?;$/gm)?.join('\n') ?? '';
  const withExpect = /\bexpect\b[^;]*from 'vitest'/.test(imports)
    ? imports
    : `import { expect } from 'vitest';\n${imports}`;
  return `${withExpect}\nexport default async () => {\n${body(code.replaceAll(/^import [\s\S]*?;$/gm, ''))}\n};\n`;
}
