import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chineseFor } from '../src/chinese/index.js';
import { oracles as oraclesInChinese } from '../src/chinese/oracles.js';
import { problemInChinese } from '../src/chinese/problems.js';
import { responses as responsesInChinese } from '../src/chinese/responses.js';
import { sourceInChinese } from '../src/chinese/sources.js';
import { oracles } from '../src/fuzz/oracles/index.js';
import { check, edgeCases, isObject, type Trigger, triggers } from '../src/index.js';
import { jsonBytes } from '../src/kernel/json.js';
import { responses, webAnswerRules } from '../src/responses/index.js';
import { lazyChinese } from '../src/triggers/lazyChinese.js';

const source = fileURLToPath(new URL('../src', import.meta.url));
const chinese = /\p{Script=Han}/u;

/** Words in a row as in a sentence, where nothing is quoted: no value, no name. */
function englishIn(text: string): string | undefined {
  const told = text.replace(/https?:[^\s；：，。]*|"[^"]*"|\/.*\/|`[^`]*`/gu, '');
  return /[a-z]{2,} [a-z]+ [a-z]{2,}/.exec(told)?.[0];
}

/** Every object within a value. */
function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (isObject(value)) yield value;
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** What is said of a trigger in sentences, apart from its contract. */
function sentencesOf({ summary, retries, payloadAt, options, edgeCases, rules }: Trigger): string[] {
  return [
    summary,
    retries,
    ...(payloadAt?.includes(' ') ? [payloadAt] : []),
    ...Object.values(options).map(({ about }) => about),
    ...edgeCases.map(({ because }) => because),
    ...rules.map(({ holds }) => holds),
  ];
}

const contracts = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('schema.json'),
);

test.each(contracts)('%s says in Chinese what it says in English', (file) => {
  const schema: unknown = JSON.parse(readFileSync(join(source, file), 'utf8'));
  for (const { description, 'x-description-zh': text } of objectsIn(schema)) {
    if (typeof description !== 'string') continue;
    expect({ description, text }).toEqual({ description, text: expect.stringMatching(chinese) });
  }
});

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (kind, trigger) => {
  test('everything that is said of it is said in Chinese', async () => {
    const texts: Readonly<Record<string, string>> = await lazyChinese[kind as keyof typeof lazyChinese]();
    const fields = [...objectsIn(trigger.contract.schema())]
      .map(({ description }) => description)
      .filter((description) => typeof description === 'string');
    for (const sentence of [...sentencesOf(trigger), ...fields])
      expect({ sentence, text: texts[sentence] }).toEqual({ sentence, text: expect.stringMatching(chinese) });
  });

  test('what it reports and where its facts come from is told in Chinese', () => {
    const sources = [...objectsIn(trigger.contract.schema())].map((node) => node['x-source']);
    for (const { source } of [...trigger.rules, ...trigger.edgeCases]) sources.push(source);
    for (const said of sources.filter((each) => typeof each === 'string'))
      expect({ said, english: englishIn(sourceInChinese(said)) }).toEqual({ said, english: undefined });
    for (const { event } of edgeCases(trigger)) {
      if (jsonBytes(event) > 300_000) continue;
      for (const { expected, received, hint } of check(trigger, event, { strict: true }))
        for (const said of [expected, received, hint ?? ''])
          expect({ said, english: englishIn(problemInChinese(said)) }).toEqual({ said, english: undefined });
    }
  });

  test('the library does not carry the Chinese', () => {
    expect(JSON.stringify(trigger.contract.schema())).not.toMatch(/x-description-zh/);
  });
});

test('nothing is translated that nobody says', async () => {
  const said = new Set(
    triggers.flatMap((trigger) => [
      ...sentencesOf(trigger),
      ...[...objectsIn(trigger.contract.schema())].map(({ description }) => description),
    ]),
  );
  for (const texts of await Promise.all(Object.values(lazyChinese).map((load) => load())))
    expect(Object.keys(texts).filter((sentence) => !said.has(sentence))).toEqual([]);
});

test.each([
  ['the domains of the oracles', oraclesInChinese, oracles.map(({ domain }) => domain)],
  [
    'the response rules',
    responsesInChinese,
    [
      ...responses.flatMap(({ reader, rules }) => [reader, ...rules.map(({ holds }) => holds)]),
      ...webAnswerRules.map(({ holds }) => holds),
    ],
  ],
])('%s are told in Chinese, each and nothing else', (_, texts, sentences) => {
  expect(Object.keys(texts).sort()).toEqual([...new Set(sentences)].sort());
  for (const text of Object.values(texts)) expect(text).toMatch(chinese);
});

test('a problem with several ways out is told with all of them', () => {
  expect(problemInChinese('a string or null')).toBe('字符串或null');
  expect(problemInChinese('"200" (a string)')).toBe('"200"（字符串）');
  expect(problemInChinese('a b')).toBe('a b');
});

test('a kind that nobody knows is told in English', async () => {
  expect((await chineseFor(undefined)).say('anything')).toBe('anything');
});
