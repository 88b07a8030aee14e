import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Mutant {
  readonly fileName: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status?: string;
}
interface Words {
  readonly file: string;
  readonly line: string;
  readonly change: string;
}
interface Tally {
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly tolerated: number;
  readonly survivors: readonly (Words & { readonly number: number })[];
  readonly noticedAfterAll: readonly Words[];
  readonly score: number;
}
type SourceOf = (file: string) => string | undefined;
type Score = { readonly sample: number; readonly score: number };

const root = fileURLToPath(new URL('../..', import.meta.url));
const { sampleOf } = (await import(join(root, 'scripts/mutation/sample.mjs'))) as {
  sampleOf: (mutants: readonly Mutant[], size: number, root?: string) => Mutant[];
};
const { complaintsOf, linesOf, outdated, raised, sumOf, tallyOf } = (await import(
  join(root, 'scripts/mutation/judge.mjs')
)) as {
  complaintsOf: (given: { folder: string; tally: Tally; sample: number; kept?: Score }) => string[];
  linesOf: (survivors: Tally['survivors']) => string;
  outdated: (tolerated: readonly Words[], sourceOf: SourceOf) => string[];
  raised: (scores: Record<string, Score>, rows: readonly object[]) => Record<string, Score>;
  sumOf: (rows: readonly { readonly tally: Tally }[], complaints: readonly string[]) => string;
  tallyOf: (given: { results: readonly Mutant[]; tolerated: readonly Words[]; sourceOf: SourceOf }) => Tally;
};
const { folders, unreachable } = (await import(join(root, 'scripts/mutation/folders.mjs'))) as {
  folders: Record<string, { readonly tests: readonly string[] }>;
  unreachable: Record<string, string>;
};

const source = 'export function isLong(text: string): boolean {\n  return text.length > 5;\n}\n';
const sourceOf: SourceOf = (file) => (file === 'src/a.ts' ? source : undefined);

/** A mutant of `text.length > 5` above. */
function mutant(
  replacement: string,
  given: { status?: string; line?: number; fileName?: string } = {},
): Mutant {
  const { status, line = 2, fileName = 'src/a.ts' } = given;
  return {
    fileName,
    location: { start: { line, column: 10 }, end: { line, column: 25 } },
    mutatorName: 'EqualityOperator',
    replacement,
    ...(status === undefined ? {} : { status }),
  };
}

const boundary = {
  file: 'src/a.ts',
  line: 'return text.length > 5;',
  change: 'text.length > 5 → text.length >= 5',
};

describe('the sample', () => {
  const many = Array.from({ length: 40 }, (_, index) => mutant(`${index}`));

  test('of ten of forty mutants is the same in any order', () => {
    expect(sampleOf(many.toReversed(), 10)).toEqual(sampleOf(many, 10));
    expect(new Set(sampleOf(many, 10)).size).toBe(10);
  });

  test('stays where all lines move down by seven', () => {
    const moved = many.map(({ replacement }) => mutant(replacement, { line: 9 }));
    const namesOf = (mutants: readonly Mutant[]) =>
      sampleOf(mutants, 10).map(({ replacement }) => replacement);
    expect(namesOf(moved)).toEqual(namesOf(many));
  });

  test('stays where the project lies in another folder', () => {
    const at = (folder: string) =>
      sampleOf(
        many.map(({ replacement }) => mutant(replacement, { fileName: `${folder}/src/a.ts` })),
        10,
        folder,
      ).map(({ replacement }) => replacement);
    expect(at('/home/one')).toEqual(at('/somewhere/else'));
  });

  test('tells the same change on two lines apart', () => {
    const twice = [mutant('true', { line: 2 }), mutant('true', { line: 1 })];
    expect(new Set(sampleOf(twice, 2))).toEqual(new Set(twice));
    expect(sampleOf(twice, 1)).toHaveLength(1);
  });
});

describe('the tally', () => {
  const results = [
    mutant('true', { status: 'Killed' }),
    mutant('text.length < 5', { status: 'Timeout' }),
    mutant('text.length >= 5', { status: 'Survived' }),
    mutant('false', { status: 'NoCoverage' }),
    mutant('5', { status: 'CompileError' }),
    mutant('6', { status: 'Ignored' }),
  ];

  test('counts what was noticed, what was not, and nothing that was not tried', () => {
    expect(tallyOf({ results, tolerated: [], sourceOf })).toMatchObject({
      mutants: 4,
      killed: 2,
      timedOut: 1,
      tolerated: 0,
      score: 50,
    });
  });

  test('lists survivors with file, line and change', () => {
    expect(linesOf(tallyOf({ results, tolerated: [], sourceOf }).survivors)).toMatchInlineSnapshot(`
      "  src/a.ts:2  return text.length > 5;
            text.length > 5 → text.length >= 5
        src/a.ts:2  return text.length > 5;
            text.length > 5 → false"
    `);
  });

  test('leaves tolerated survivors out of the score', () => {
    const { tolerated, score, survivors } = tallyOf({ results, tolerated: [boundary], sourceOf });
    expect({ tolerated, score, left: survivors.length }).toEqual({ tolerated: 1, score: 66.6, left: 1 });
  });

  test('of no mutants is 100 %', () => {
    expect(tallyOf({ results: [], tolerated: [], sourceOf }).score).toBe(100);
  });
});

describe('a folder', () => {
  const tally = (score: number): Tally => ({
    mutants: 10,
    killed: 8,
    timedOut: 0,
    tolerated: 0,
    survivors: [],
    noticedAfterAll: [],
    score,
  });

  test('fails below its score', () => {
    const given = { folder: 'src/kernel', tally: tally(84.9), sample: 80, kept: { sample: 80, score: 85 } };
    expect(complaintsOf(given)).toEqual([
      'Cannot accept 84.9 % for src/kernel: it had 85 %. Write a test that notices a survivor, or say in test/mutation/tolerated.json why none can.',
    ]);
  });

  test.each([
    ['at its score', { tally: tally(85), sample: 80, kept: { sample: 80, score: 85 } }],
    ['of another sample than its score', { tally: tally(10), sample: 20, kept: { sample: 80, score: 85 } }],
    ['without a score', { tally: tally(10), sample: 80 }],
  ])('passes %s', (_what, given) => {
    expect(complaintsOf({ folder: 'src/kernel', ...given })).toEqual([]);
  });

  test('fails where a tolerated survivor is noticed', () => {
    const results = [mutant('text.length >= 5', { status: 'Killed' })];
    const found = tallyOf({ results, tolerated: [boundary], sourceOf });
    expect(complaintsOf({ folder: 'src', tally: found, sample: 1 })).toEqual([
      'Cannot tolerate "text.length > 5 → text.length >= 5" in "return text.length > 5;" of src/a.ts: a test notices it. Take it out of test/mutation/tolerated.json.',
    ]);
  });

  test('raises its score, and never lowers it', () => {
    const row = (folder: string, score: number, isWhole = true) => ({
      folder,
      sample: 80,
      isWhole,
      tally: tally(score),
    });
    const scores = {
      a: { sample: 80, score: 85 },
      b: { sample: 80, score: 85 },
      c: { sample: 80, score: 85 },
    };
    expect(raised(scores, [row('a', 86), row('b', 84), row('c', 100, false), row('d', 50)])).toEqual({
      a: { sample: 80, score: 86 },
      b: { sample: 80, score: 85 },
      c: { sample: 80, score: 85 },
      d: { sample: 80, score: 50 },
    });
  });
});

test('a tolerated survivor whose line is gone is told', () => {
  expect(outdated([boundary], sourceOf)).toEqual([]);
  expect(outdated([{ ...boundary, line: 'return text.length > 6;' }], sourceOf)).toEqual([
    'Cannot tolerate a change of "return text.length > 6;" in src/a.ts: there is no such line. Take it out of test/mutation/tolerated.json.',
  ]);
});

test('every tolerated survivor has a reason and a line that is there', () => {
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
  const tolerated: (Words & { because: string })[] = JSON.parse(textOf('test/mutation/tolerated.json'));
  expect(outdated(tolerated, textOf)).toEqual([]);
  expect(tolerated.filter(({ because }) => because.length < 20)).toEqual([]);
});

test('the folders and files that the tool names are there', () => {
  const plain = Object.values(folders).flatMap(({ tests }) =>
    tests.map((path) => path.replace('/**/*.test.ts', '')),
  );
  const named = [...Object.keys(folders), ...Object.keys(unreachable), ...plain];
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('a run ends with one line that counts everything', () => {
  const tally = (results: readonly Mutant[]) => tallyOf({ results, tolerated: [], sourceOf });
  const killed = mutant('true', { status: 'Killed' });
  const rows = [
    { tally: tally([killed, mutant('false', { status: 'Survived' })]) },
    { tally: tally([killed, mutant('false', { status: 'Timeout' })]) },
  ];
  expect(sumOf(rows, ['a complaint'])).toBe(
    '4 mutants of 2 folders, 3 killed (1 by a time-out), 1 survived, 0 tolerated, 1 complaints',
  );
  expect(sumOf([], [])).toBe('0 mutants of 0 folders, 0 killed, 0 survived, 0 tolerated, 0 complaints');
});
