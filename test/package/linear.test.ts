import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { VulnerableDiagnostics } from 'recheck';
import { describe, expect, test } from 'vitest';
import { isNightly } from '../nightly.js';
import { checkExpression, type Expression, writtenExpressions } from './expressions.js';

/** The expressions that were checked, one a line; checking all of them takes minutes, so that is left to the night. */
const listFile = fileURLToPath(new URL('./linear.txt', import.meta.url));
const listed = new Set(existsSync(listFile) ? readFileSync(listFile, 'utf8').split('\n') : []);
const timeoutMs = isNightly ? 120_000 : 20_000;

const written = [...writtenExpressions()];
const unchecked = written.filter(([text]) => isNightly || !listed.has(text));

/** What was only guessed by trying is tried with Node itself: four times the text must take much more than four times as long. */
function isSlow(
  { pattern, flags }: Omit<Expression, 'at'>,
  { checker, attack }: VulnerableDiagnostics,
): boolean {
  if (checker === 'automaton') return true;
  const cpuMs = (text: string): number => {
    const start = process.cpuUsage();
    text.replace(new RegExp(pattern, flags), '');
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const quarter = attack.string.slice(0, attack.string.length / 4);
  return cpuMs(attack.string) > 8 * Math.max(cpuMs(quarter), cpuMs(quarter)) + 50;
}

describe('a regular expression', () => {
  test('is found to be quadratic where it is', () => {
    const pattern = isNightly ? '(?<=Bearer\\s+)a' : '\\s+a';
    const guessed = { pattern, flags: 'g' };
    const verdict = checkExpression(guessed, timeoutMs);
    expect(verdict.status === 'vulnerable' && isSlow(guessed, verdict)).toBe(true);
    expect(checkExpression({ pattern: '\\s+$', flags: '' }, timeoutMs).status).toBe('vulnerable');
    expect(checkExpression({ pattern: 'Bearer\\s+a', flags: '' }, timeoutMs).status).toBe('safe');
  });

  test.each([['none that is new', { pattern: '^$', flags: '', at: 'this test' }] as const, ...unchecked])(
    'takes time in proportion to its text: %s',
    (_text, expression) => {
      const verdict = checkExpression(expression, timeoutMs);
      // What takes too long to be judged is asked again at night, with more time.
      const attack =
        verdict.status === 'vulnerable' && isSlow(expression, verdict) ? verdict.attack.pattern : undefined;
      expect({ at: expression.at, attack }).toEqual({ at: expression.at, attack: undefined });
    },
    20 * timeoutMs,
  );

  test('is in the list once it was checked; vitest -u writes the list', async () => {
    const texts = written.map(([text]) => text).sort();
    await expect(`${texts.join('\n')}\n`).toMatchFileSnapshot(listFile);
  });
});
