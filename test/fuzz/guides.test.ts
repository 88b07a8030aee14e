import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  FuzzFailure,
  type FuzzReport,
  fuzzReport,
  fuzzWeb,
  guideOf,
  oracles,
  type WebApp,
} from '../../src/fuzz/index.js';
import { guides } from '../../src/fuzz/oracles/guides/index.js';
import { triggerNamed } from '../../src/index.js';
import { isNightly, onePerKind } from '../nightly.js';
import { onlyOracles } from './onlyOracles.js';

const folder = mkdtempSync(join(tmpdir(), 'guides-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Enough to see that an example is no finding; a night tries more. */
const byDay = { runs: 4, learn: false, budgetMs: 3000 };

/** What ends only by a limit of time, or needs another language. */
const takesLong = ['process-killed', 'never-settles', 'process-seed'];

test('every kind of finding has a guide in both languages, and no other', () => {
  const names = [...oracles.map(({ name }) => name), 'process-end'];
  expect(Object.keys(guides).sort()).toEqual(names.sort());
  for (const [name, { mend, zh, bad, good }] of Object.entries(guides)) {
    expect({ name, mend }).toMatchObject({ mend: expect.stringMatching(/^[A-Z].*[.)]$/s) });
    for (const text of [zh.law, zh.mend])
      expect({ name, text }).toMatchObject({ text: expect.stringMatching(/[\u4e00-\u9fff].*[。）]$/) });
    expect(bad).not.toBe(good);
  }
});

test('a guide is asked for by name', async () => {
  expect((await guideOf('redelivery'))?.mend).toContain('idempotency key');
  expect(await guideOf('constructor')).toBeUndefined();
});

const tried = Object.entries(guides).filter(
  ([name, { tried }]) => tried.isShownOnly === undefined && (isNightly || !takesLong.includes(name)),
);

/** That an oracle finds and is silent has tests of its own by day. */
describe.each(onePerKind(tried, ([, { tried }]) => tried.kind))(
  'the guide to %s',
  (name, { tried, bad, good }) => {
    test('shows what is found', async () => {
      const { failures } = await report(name, 'bad', bad, { ...tried, oracles: onlyOracles(name) });
      expect(failures.map(({ oracle }) => oracle)).toContain(name);
    });

    test('shows what is not', async () => {
      const { failures } = await report(
        name,
        'good',
        good,
        isNightly ? tried : { ...tried, options: { ...tried.options, ...byDay } },
      );
      expect(failures.map(({ oracle, detail }) => `${oracle}: ${detail}`)).toEqual([]);
    });
  },
);

/** What a fuzz of an example comes to. */
async function report(
  name: string,
  which: string,
  code: string,
  {
    kind,
    file = 'index.js',
    options,
    oracles,
  }: (typeof guides)[string]['tried'] & { readonly oracles?: Record<string, boolean> },
): Promise<FuzzReport<unknown>> {
  const [base, ending] = file.split('.');
  const isMended = which === 'good' && ending === 'mjs';
  const path = join(
    folder,
    `${base}-${name}-${which}.${isMended ? 'cjs' : ending === 'js' ? 'cjs' : ending}`,
  );
  writeFileSync(path, code);
  const given = {
    runs: 20,
    store: false as const,
    maxFailures: 1,
    allowWeak: true,
    ...options,
    ...(oracles === undefined ? {} : { oracles }),
  };
  if (kind !== 'web') {
    const handler = path.endsWith('.py') ? `${path}:main_handler` : `${path}#main_handler`;
    return fuzzReport(handler, { trigger: triggerNamed(kind), ...given });
  }
  try {
    const app = () => createRequire(import.meta.url)(path) as WebApp;
    return (await fuzzWeb({ app }, { source: code, ...given })) as FuzzReport<unknown>;
  } catch (error) {
    if (error instanceof FuzzFailure) return error.report;
    throw error;
  }
}
