import { describe, expect, test } from 'vitest';
import { circles, closedDoors, planOfFuzzer } from './arrows/doors.js';
import { handwrittenLists, vocabulariesOf } from './arrows/kindLists.js';
import { allSources, sourceOf } from './arrows/sources.js';
import { impurities, looseEnds, replacedGlobals, silencingCasts } from './arrows/surroundings.js';

const sources = allSources();
const vocabularies = vocabulariesOf(sources);

/** Files that may list kinds, each with its reason; CONTRIBUTING says where else kinds are named. */
const mayList: Readonly<Record<string, string>> = {
  'src/chinese/answerProblems.ts': 'quotes phrases in which such words stand',
  'src/chinese/oracles.ts': 'quotes sentences in which words such as local and image stand',
  'src/responses/sources.ts': 'names pages of the vendor, one for each group of response contracts',
  'src/triggerdesc/files/serverlessComponent.ts':
    'reads the type of a function, web or event, which no kind is',
  'src/runtime/web/webConfig.ts': 'reads the type of a function, web or event, which no kind is',
  'cli/texts/chinese/options.ts': 'has whole sentences as keys, in which such words stand',
  'cli/texts/chinese/moreOptions.ts': 'has whole sentences as keys, in which such words stand',
  'cli/texts/chinese/misuses.ts': 'has whole sentences as keys, in which such words stand',
  'cli/texts/chinese/commandMisuses.ts': 'has whole sentences as keys, in which such words stand',
  'cli/texts/chinese/functionMisuses.ts': 'has whole sentences as keys, in which such words stand',
  'cli/texts/chinese/paragraphs.ts': 'has whole sentences as keys, in which such words stand',
};

/** Files that may replace a global, each with its reason. */
const mayReplace: Readonly<Record<string, string>> = {
  'src/fuzz/play/sharedPrototypes.ts':
    'takes back what a handler has added to prototypes, and replaces nothing',
  'cli/commands/completion.ts':
    'catches what a library prints at once, in a process that runs this one command and is no place of others',
  'src/runtime/nodeInstance.ts':
    'its thread or process is the function’s alone and ends with it, so nothing is to be restored',
};

const planted = (file: string, text: string) => [sourceOf(file, text)];
const told = (findings: readonly { readonly file: string; readonly found: string }[], allowed: object) =>
  findings.filter(({ file }) => !Object.hasOwn(allowed, file)).map(({ found }) => found);
const unused = (findings: readonly { readonly file: string }[], allowed: object) =>
  Object.keys(allowed).filter((file) => !findings.some((finding) => finding.file === file));

describe('doors', () => {
  test('every import goes through an open door', () => {
    expect(closedDoors(sources)).toEqual([]);
  });

  test('no import leads round in a circle', () => {
    expect(circles(sources)).toEqual([]);
  });

  test('the rooms of the fuzzer are counted', () => {
    const { rooms, arrows, arrowsOut } = planOfFuzzer(sources);
    console.info(
      `src/fuzz: ${rooms.length} rooms, ${arrows.length} arrows between them, ${arrowsOut.length} to other folders\n${arrows.join('\n')}`,
    );
    expect(rooms).toEqual(['arbitraries', 'fuzz', 'oracles', 'oracles/tools', 'play', 'report', 'search']);
  });

  test.each([
    ['src/kernel/draw.ts', "import { timer } from '../triggers/timer/timer.js';"],
    ['src/kernel/json.ts', "import { parseCron } from '../domain/cron/parseCron.js';"],
    ['src/domain/cron/cron.ts', "import { cos } from '../../triggers/cos/cos.js';"],
    ['src/triggers/cos/cos.ts', "import type { TimerEvent } from '../timer/timer.js';"],
    ['src/triggers/cos/cos.ts', "type Other = import('../timer/timer.js').TimerEvent;"],
    ['src/matchers/toHaveStatus.ts', "import { triggers } from '../registry.js';"],
    ['src/responses/bodyRules.ts', "import { invoke } from '../runtime/index.js';"],
    ['src/index.ts', "export * from './fuzz/index.js';"],
    ['src/explorer/tree.ts', "import { isObject } from '../kernel/json.js';"],
    ['src/runtime/worker/workerEngine.ts', "import { localEngine } from '../local/localEngine.js';"],
    ['src/runtime/context.ts', "export { localEngine } from './local/localEngine.js';"],
    ['src/fuzz/play/story.ts', "import { ownFrame } from '../../runtime/local/ownFrame.js';"],
    ['src/fuzz/play/story.ts', "import { arbitraryOf } from '../arbitraries/arbitraryOf.js';"],
    ['src/fuzz/arbitraries/lifeOf.ts', "import type { Oracle } from '../oracles/oracle.js';"],
    ['src/fuzz/oracles/forms.ts', "import { accident } from './crash.js';"],
    ['src/fuzz/oracles/tools/outgoing.ts', "import { values } from '../values.js';"],
    ['src/fuzz/oracles/values.ts', "import { trialOf } from '../search/trial.js';"],
    ['src/fuzz/search/cases.ts', "import { warmCold } from '../oracles/redelivery.js';"],
    ['src/fuzz/search/cases.ts', "import type { FuzzOptions } from '../fuzzOptions.js';"],
    ['src/fuzz/search/cases.ts', "import { describeFailure } from '../report/describeFailure.js';"],
    ['src/fakes/push/fakeGateway.ts', "import { fuzzHandler } from '../../fuzz/index.js';"],
    ['cli/commands/gen.ts', "const { Draw } = await import('../../src/kernel/draw.js');"],
    ['cli/commands/gen.ts', 'const { Draw } = await import(`../../src/kernel/draw.js`);'],
    ['cli/commands/gen.ts', "import { invoke } from '../../src/runtime/invoke.js';"],
    ['cli/commands/gen.ts', "import type { CommandModule } from '../program.js';"],
    ['cli/shared/io.ts', "import { gen } from '../commands/gen.js';"],
    ['cli/config/settings.ts', "import { fixtures } from '../gen/fixtures.js';"],
    ['cli/gen/fixtures.ts', "import { jobs } from '../fuzz/jobs.js';"],
    ['src/attic/old.ts', "import { Draw } from '../kernel/draw.js';"],
  ])('a wall is found in %s: %s', (file, text) => {
    expect(closedDoors(planted(file, text))).toHaveLength(1);
  });

  test.each([
    ['of types', "import type { B } from './b.js';", "import type { A } from './a.js';"],
    ['of what is loaded later', "const b = () => import('./b.js');", "import { a } from './a.js';"],
    ['of a type that is named in place', "type B = import('./b.js').B;", "export * from './a.js';"],
  ])('a circle %s is found', (_, a, b) => {
    expect(circles([sourceOf('src/kernel/a.ts', a), sourceOf('src/kernel/b.ts', b)])).toHaveLength(1);
  });
});

describe('lists of kinds and of runtimes', () => {
  const found = handwrittenLists(sources, vocabularies);

  test('none is written by hand', () => {
    expect(told(found, mayList)).toEqual([]);
  });

  test('every exception is one', () => {
    expect(unused(found, mayList)).toEqual([]);
  });

  test('kinds, types and runtimes are read from where they are registered', () => {
    const [kinds, runtimes] = vocabularies.map(({ families }) => families.flatMap((words) => [...words]));
    expect(kinds).toEqual(expect.arrayContaining(['timer', 'function-url', 'websocket-data', 'http', 'mps']));
    expect(runtimes).toEqual(expect.arrayContaining(['local', 'worker']));
  });

  test.each([
    ['a switch', "switch (kind) { case 'timer': go(); }"],
    ['a switch over something else', "switch (trigger.name) { case 'cos': go(); }"],
    ['an array', "const all = ['apigw', 'clb'] as const;"],
    ['an array of names', 'const all = [timer, websocketData];'],
    ['pairs', "const all = new Map([['timer', one], ['cos', two]]);"],
    ['records', "const all = [{ kind: 'timer' }, { kind: 'cos' }];"],
    ['a union', "type Kind = 'timer' | 'cos';"],
    ['a union of records', "type Any = ({ kind: 'apigw' } & A) | ({ kind: 'clb' } & B);"],
    ['a tuple', "type Kinds = ['timer', 'cos'];"],
    ['types of several records', "interface A { Type: 'timer' }\ninterface B { Type: 'cmq' }"],
    ['the keys of an object', "const by = { timer: one, 'function-url': two };"],
    ['the values of an object', "const by = { register: 'websocket-connect', transfer: 'websocket-data' };"],
    ['the members of an interface', 'interface By { timer: One; cos: Two }'],
    ['the members of a type', 'type By = { timer: One; cos: Two };'],
    ['a comparison', "if (kind === 'timer') go();"],
    ['a comparison that denies', "const is = 'cos' !== trigger.name;"],
    ['a pattern', 'const is = /^(?:apigw|clb)$/.test(kind);'],
    ['one text', "const all = 'timer,cos'.split(',');"],
    ['runtimes', "const all = ['local', 'worker'];"],
  ])('%s is found', (_, text) => {
    expect(handwrittenLists(planted('src/fuzz/play/planted.ts', text), vocabularies)).toHaveLength(1);
  });

  test.each([
    ['one kind in an example', "/** @example sample('timer'); check('cos'); */\nexport const a = 1;"],
    ['a default', "const kind = options.kind ?? 'apigw';"],
    ['one kind of a front end', "export const frontEnd = { name: 'apigw', scheme: 'ws' };"],
    ['a sentence', "const help = 'a timer, a cos trigger or any other kind';"],
  ])('%s is none', (_, text) => {
    expect(handwrittenLists(planted('src/fuzz/play/planted.ts', text), vocabularies)).toEqual([]);
  });
});

describe('globals', () => {
  const found = replacedGlobals(sources);

  test('none is replaced but in src/runtime/patches.ts', () => {
    expect(told(found, mayReplace)).toEqual([]);
  });

  test('every exception is one', () => {
    expect(unused(found, mayReplace)).toEqual([]);
  });

  test.each([
    ['console.log = quiet;'],
    ['console[level] = quiet;'],
    ['JSON.stringify = watched as typeof JSON.stringify;'],
    ['Array.prototype.sort = watched;'],
    ["Object.defineProperty(Array.prototype, 'sort', { value: watched });"],
    ['Object.defineProperty(prototype, name, kept);'],
    ["Object.defineProperty(Intl, 'Collator', { value: watched });"],
    ['String.prototype.localeCompare = watched;'],
    ["import fs from 'node:fs';\nfs.writeFileSync = watched;"],
    ["import * as fs from 'node:fs';\nReflect.set(fs, name, watched);"],
    ["import { promises } from 'node:fs';\nimport fs from 'fs';\nfs.promises.open = watched;"],
    ["import { syncBuiltinESMExports } from 'node:module';\nsyncBuiltinESMExports();"],
    ['globalThis.fetch = watched;'],
    ['(globalThis as { fetch?: unknown }).fetch = watched;'],
    ["globalThis['fetch'] = watched;"],
    ['Object.assign(globalThis, { fetch: watched });'],
    ['process.exit = watched;'],
    ['process.stdout.write = watched;'],
    ["process.env.TZ = 'UTC';"],
    ['delete process.env.TZ;'],
    ['process.env[name] = value;'],
    ['Date.now = watched;'],
    ['Math.random = watched;'],
  ])('%s is found', (text) => {
    expect(replacedGlobals(planted('src/fuzz/play/planted.ts', text))).toHaveLength(1);
    expect(replacedGlobals(planted('src/runtime/patches.ts', text))).toEqual([]);
  });

  test.each([
    ['process.exitCode = 1;'],
    ['const { log } = console;'],
    ['own.console = 1;'],
    ['let process; '],
  ])('%s is no replacement', (text) => {
    expect(replacedGlobals(planted('src/fuzz/play/planted.ts', text))).toEqual([]);
  });
});

describe('kernel, domain and triggers', () => {
  test('read no clock, no chance and no process', () => {
    expect(impurities(sources)).toEqual([]);
  });

  test.each([
    ['src/kernel/draw.ts', 'const now = Date.now();'],
    ['src/kernel/draw.ts', 'const now = new Date();'],
    ['src/kernel/draw.ts', 'const now = Date();'],
    ['src/domain/time.ts', 'const now = performance.now();'],
    ['src/domain/time.ts', 'const { random } = Math; const a = Math.random();'],
    ['src/domain/time.ts', 'const id = crypto.randomUUID();'],
    ['src/triggers/cos/cos.ts', 'const zone = process.env.TZ;'],
    ['src/triggers/cos/cos.ts', "import { readFileSync } from 'node:fs';"],
    ['src/triggers/cos/cos.ts', "import { randomBytes } from 'crypto';"],
    ['src/triggers/cos/cos.ts', "const fs = await import('node:fs/promises');"],
    ['src/triggers/cos/cos.ts', 'const later = globalThis.setTimeout;'],
  ])('%s: %s is found', (file, text) => {
    expect(impurities(planted(file, text))).toHaveLength(1);
  });

  test.each([
    ['const at = new Date(ms).toISOString();'],
    ['const is = event.process;'],
    ['const made = { process: 1, crypto: 2 };'],
  ])('%s is nothing of that', (text) => {
    expect(impurities(planted('src/kernel/draw.ts', text))).toEqual([]);
  });
});

describe('modules', () => {
  test('export nothing by default and keep no variable', () => {
    expect(looseEnds(sources)).toEqual([]);
  });

  test.each([['export default 1;'], ['let count = 0;'], ['export let count = 0;'], ['var count = 0;']])(
    '%s is found',
    (text) => {
      expect(looseEnds(planted('src/kernel/planted.ts', text))).toHaveLength(1);
    },
  );

  test('cast nothing to an event, and nothing by way of unknown', () => {
    expect(silencingCasts(sources)).toEqual([]);
  });

  test.each([['const event = value as Event;'], ['const text = value as unknown as string;']])(
    '%s is found',
    (text) => {
      expect(silencingCasts(planted('src/fuzz/planted.ts', text))).toHaveLength(1);
    },
  );
});
