import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkTriggers, triggerTypes } from '../../src/triggerdesc/index.js';
import { kindOfType } from '../../src/triggerdesc/triggerKinds.js';
import { triggerPairs } from './rulePairs.js';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

function textOf(folder: string): string {
  const files = readdirSync(`${source}${folder}`, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(`${source}${folder}/${name}`, 'utf8')).join('\n');
}

function foundIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

/** The rules stand in the source as texts, since those of a description are made as it is read. */
function rules(): string[] {
  const cronRules = foundIn(textOf('domain/cron'), /\brule: '([\w-]+)'/g).map((name) => `cron/${name}`);
  const ofRequests = foundIn(
    readFileSync(`${source}triggerdesc/checkTrigger.ts`, 'utf8'),
    /\brule: '([\w-]+)'/g,
  );
  const whole = foundIn(textOf('triggerdesc'), /'((?:[a-z]+-triggerdesc|trigger)\/[\w-]+)'/g);
  const ofTypes = triggerTypes.flatMap((type) => [
    `${type}-triggerdesc/name`,
    ...(kindOfType(type).sentAs === 'text'
      ? []
      : [`${type}-triggerdesc/json`, `${type}-triggerdesc/unknown-field`]),
  ]);
  const conflicts = ['duplicate', 'overlap', 'conflict'].map((kind) => `cos-triggerdesc/${kind}`);
  const known = [
    ...cronRules,
    ...ofRequests.map((name) => `trigger/${name}`),
    ...whole,
    ...ofTypes,
    ...conflicts,
  ];
  return [...new Set([...known, 'cos-triggerdesc/no-spaces'])].sort();
}

/** What every trigger of such a type is told. */
const ofEveryOne = 'trigger/creatable';

test.each(rules().filter((rule) => rule !== ofEveryOne))('%s', (rule) => {
  const pairs = triggerPairs[rule] ?? [];
  expect(pairs.length, `${rule} has no pair in test/triggerdesc/rulePairs.ts`).toBeGreaterThan(0);
  for (const { what, broken, fine } of pairs) {
    const rulesOf = (triggers: typeof broken) =>
      [...new Set(checkTriggers(triggers).map((issue) => issue.rule))].filter((name) => name !== ofEveryOne);
    expect([what, ...rulesOf(broken)]).toEqual([what, rule]);
    expect([what, ...rulesOf(fine)]).toEqual([what]);
  }
});

test('no pair stands for a rule that there is not', () => {
  expect(Object.keys(triggerPairs).filter((rule) => !rules().includes(rule))).toEqual([]);
  expect(rules().length).toBeGreaterThanOrEqual(60);
});

test(`${ofEveryOne} is said of the types that CreateTrigger does not take, and of no other`, () => {
  const told = triggerTypes.filter((Type) =>
    checkTriggers([{ Type, TriggerDesc: '' }]).some((issue) => issue.rule === ofEveryOne),
  );
  expect(told).toEqual(['apigw', 'clb', 'cls', 'cmq', 'mps']);
});
