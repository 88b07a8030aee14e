import { expect, test } from 'vitest';
import { read } from './documents.js';

interface Leg {
  readonly name: string;
  readonly node?: string;
  readonly vitest: string;
  readonly msw: string;
  readonly typescript: string;
  readonly pnpm?: string;
  readonly type?: string;
  readonly often?: boolean;
}

interface OtherLeg {
  readonly name: string;
  readonly runner: string;
  readonly packages: readonly string[];
}

const all = JSON.parse(read('scripts/legs.json')) as (Leg | OtherLeg)[];
const legs = all.filter((leg): leg is Leg => !('runner' in leg));
const major = (version: string) => version.split('.')[0];

/** What tells legs apart; Node by its minor where two of a major are supported. */
const aspectsOf = ({ node = '20.20', vitest, msw, typescript, pnpm, type = 'module' }: Leg) => ({
  node: node.replace(/^(20\.\d+|\d+).*/, '$1'),
  vitest: major(vitest),
  msw: major(msw),
  typescript: major(typescript),
  manager: pnpm === undefined ? 'npm' : 'pnpm',
  type,
});

const supported = {
  node: ['20.19', '20.20', '22', '24'],
  vitest: ['3', '4', '5'],
  msw: ['2', '3'],
  typescript: ['5', '6', '7'],
  manager: ['npm', 'pnpm'],
  type: ['module', 'commonjs'],
};

/** Vitest 5 and msw 3 want Node 22.12. */
const goTogether = (pair: Readonly<Record<string, string>>) =>
  !(pair.node?.startsWith('20') === true && (pair.vitest === '5' || pair.msw === '3'));

test('any two supported versions that go together stand in a leg together', () => {
  const names = Object.keys(supported) as (keyof typeof supported)[];
  const missing: string[] = [];
  for (const [at, first] of names.entries())
    for (const second of names.slice(at + 1))
      for (const a of supported[first])
        for (const b of supported[second]) {
          const isThere = legs.map(aspectsOf).some((leg) => leg[first] === a && leg[second] === b);
          if (!isThere && goTogether({ [first]: a, [second]: b }))
            missing.push(`${first} ${a} with ${second} ${b}`);
        }
  expect(missing).toEqual([]);
});

test('one leg is tried where none is named, all of them nightly', () => {
  expect(legs.filter(({ often }) => often === true).map(({ name }) => name)).toEqual([
    'node24-vitest5-msw3-ts6',
  ]);
});

test('every other runner has a leg', () => {
  const runners = all.flatMap((leg) => ('runner' in leg ? [leg.runner] : []));
  expect([...new Set(runners)].sort()).toEqual(['browser', 'bun', 'deno', 'jest', 'jest-modules', 'node']);
});
