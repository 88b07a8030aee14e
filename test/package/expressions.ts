import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync, type Diagnostics } from 'recheck';
import { allSources, nodesIn } from './arrows/sources.js';
import { root } from './documents.js';

/** A regular expression as it is written in a source. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
  /** Where it is written first. */
  readonly at: string;
}

/** The regular expressions that are written in `src` and `cli`, each once, by their text. */
export function writtenExpressions(): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  for (const { file, tree } of allSources()) {
    if (file.startsWith('src/generated/') && file.endsWith('Text.ts')) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const { regex, start } of nodesIn(
      tree,
      ({ type, regex }) => type === 'Literal' && regex !== undefined,
    )) {
      const { pattern, flags } = regex as { readonly pattern: string; readonly flags: string };
      const written = `/${pattern}/${flags}`;
      const line = text.slice(0, start as number).split('\n').length;
      if (!found.has(written)) found.set(written, { pattern, flags, at: `${file}:${line}` });
    }
  }
  return found;
}

/** Asks recheck, as far as it runs without Java or a program of its own, so that everybody gets the same answer. */
export function checkExpression({ pattern, flags }: Omit<Expression, 'at'>, timeoutMs: number): Diagnostics {
  process.env.RECHECK_BACKEND = 'pure';
  return checkSync(pattern, flags, { timeout: timeoutMs });
}
