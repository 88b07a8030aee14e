import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeIssue } from '../../src/kernel/issue.js';
import { checkResponse, type ResponseContext, type ResponseKind } from '../../src/responses/index.js';
import { oddValues } from './oddValues.js';

interface Row {
  readonly kind: ResponseKind;
  readonly name: string;
  readonly response?: unknown;
  /** Name of a value in oddValues.ts, in place of `response`. */
  readonly made?: string;
  readonly context?: ResponseContext;
}

const { rows }: { rows: Row[] } = JSON.parse(readFileSync(new URL('table.json', import.meta.url), 'utf8'));

test('every row of the table is told in these sentences', async () => {
  const told = rows.flatMap(({ kind, name, response, made, context }) => {
    const value = made === undefined ? response : oddValues[made]?.();
    const issues = checkResponse(kind, value, context);
    if (issues.length === 0) return [];
    return [
      `${kind}: ${name}`,
      ...issues.map(
        (issue) => `  ${issue.severity} ${issue.rule.slice(kind.length + 1)}: ${describeIssue(issue)}`,
      ),
    ];
  });
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('./sentences.txt');
});
