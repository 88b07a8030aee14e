import '../../src/matchers/vitest.js';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fakeGateway } from '../../src/fakes/index.js';
import { builtProgram } from '../built.js';
import { runCli } from '../cli/runCli.js';
import { isNightly } from '../nightly.js';
import { asserted, type Block, blocksOf, moduleOf, read, root } from './documents.js';

/**
 * Documents are followed as a reader would: a block that begins with a file's name in a comment is written to that file,
 * commands are typed one after the other, what stands in a `text` block below them is what they print (`…` stands for
 * anything), other TypeScript runs as it stands, and what a workflow would type is typed at the end.
 */

const scratch = join(root, `test/package/.docs/${process.pid}`);
const bin = join(scratch, 'bin');
/** Where what a document starts has its temporary files. */
const temporary = join(scratch, 'tmp');
const written = readdirSync(join(root, 'docs')).filter(
  (name) => name.endsWith('.md') && !read(`docs/${name}`).startsWith('<!-- Made by'),
);

const manifest = JSON.parse(read('package.json')) as Manifest;
interface Manifest {
  readonly version: string;
}

const dist = join(root, 'dist');

/** The package as a reader has it: the command and the entries, as built. */
beforeAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  mkdirSync(temporary);
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = `import { existsSync } from 'node:fs';
    const setupFiles = existsSync('vitest.setup.ts') ? ['./vitest.setup.ts'] : [];
    const dist = ${JSON.stringify(dist)};
    const alias = [
      { find: /^scf-fixtures$/, replacement: dist + '/index.js' },
      { find: /^scf-fixtures\\/(\\w+)$/, replacement: dist + '/$1.js' },
    ];
    const server = { deps: { external: [/[\\\\/]dist[\\\\/]/] } };
    export default { resolve: { alias }, test: { setupFiles, server } };`;
  writeFileSync(join(bin, 'vitest.config.js'), config);
  command('scf-fixtures', `exec "${process.execPath}" "${builtProgram}" "$@"`);
  command(
    'vitest',
    `exec "${process.execPath}" "${vitest}" "$@" --config "${join(bin, 'vitest.config.js')}"`,
  );
  command('npx', 'exec "$@"');
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function command(name: string, line: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** The file that a block is, by the comment in its first line. */
const fileOf = ({ code }: Block) => /^(?:\/\/|#) ([\w.-]+(?:\/[\w.-]+)*\.\w+)\n/.exec(code)?.[1];

interface Typed {
  readonly exitCode: number;
  readonly output: string;
}

function type(line: string, cwd: string): Promise<Typed> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH: `${bin}:${PATH}`, HOME, TMPDIR: temporary, NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile('bash', ['-o', 'pipefail', '-c', line], { cwd, env }, (error, stdout, stderr) => {
      const exitCode = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
      resolve({ exitCode, output: `${stdout}${stderr}` });
    });
  });
}

/** True when the lines stand in the output in that order, `…` standing for anything. */
function isPrinted(lines: readonly string[], output: string): boolean {
  const pattern = lines
    .filter((line) => line.trim() !== '' && line.trim() !== '…')
    .map((line) =>
      line
        .trim()
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('…', '.*'),
    )
    .join('[\\s\\S]*?');
  return new RegExp(pattern).test(output);
}

/** The ports that a document listens on may be taken here. */
async function withFreePorts(text: string): Promise<string> {
  let changed = text;
  for (const port of new Set(
    [...text.matchAll(/--(?:push-)?port (\d{4,5})/g)].map(([, digits]) => digits as string),
  ))
    changed = changed.replaceAll(new RegExp(`\\b${port}\\b`, 'g'), String(await freePort()));
  return changed;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A document whose searches are shorter than its reader's, also for secrets; by night they are as long. */
const shortened = (text: string): string =>
  isNightly
    ? text
    : text
        .replaceAll(/--runs \d\d+/g, '--runs 3')
        .replaceAll('runs: 20,', 'runs: 3,')
        .replaceAll('lint-secrets fixtures ', 'lint-secrets fixtures/timer ')
        .replaceAll(/--time \d+/g, '--time 1');

/** A document as it can be followed here and now. */
const adapted = (text: string): Promise<string> => withFreePorts(shortened(text));

async function follow(name: string): Promise<void> {
  const cwd = join(scratch, name.replace('.md', ''));
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
  let output = '';
  const workflow: string[] = [];
  for (const [number, block] of blocksOf(await adapted(read(`docs/${name}`))).entries()) {
    const { language, code, line } = block;
    const place = `docs/${name}:${line}`;
    const file = fileOf(block);
    if (file !== undefined) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), code);
      workflow.push(...(file.endsWith('.yml') ? commandsIn(code) : []));
    } else if (language === 'sh') {
      output = '';
      for (const script of scriptsOf(code)) {
        const typed = await type(script, cwd);
        const expected = /# exits (\d)/.exec(script)?.[1] ?? '0';
        expect(typed.exitCode, `${place}: ${script}\n${typed.output}`).toBe(Number(expected));
        output += typed.output;
      }
    } else if (language === 'text') {
      expect(isPrinted(code.split('\n'), output), `${place} is not what was printed:\n${output}`).toBe(true);
    } else if (language === 'ts') {
      const module = join(cwd, `snippet${number}.ts`);
      writeFileSync(module, moduleOf(code, asserted));
      const { default: run } = (await import(module)) as { default: () => Promise<void> };
      await run();
    }
  }
  for (const words of workflow) {
    const typed = await type(words, cwd);
    expect(typed.exitCode, `docs/${name}: ${words}\n${typed.output}`).toBe(0);
  }
}

/** What is typed of a block: all of it at once, but for lines that exit with something else than 0. */
function scriptsOf(code: string): string[] {
  const lines = code
    .trim()
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !/^(?:npm|git|#)/.test(line));
  const scripts: string[] = [];
  let together: string[] = [];
  const take = (): void => {
    // What runs in the background lives as long as its block.
    const end = together.some((line) => line.endsWith(' &')) ? ["trap 'kill $(jobs -p)' EXIT"] : [];
    if (together.length > 0) scripts.push(['set -e', ...end, ...together].join('\n'));
    together = [];
  };
  for (const line of lines) {
    if (!/# exits [1-9]/.test(line)) together.push(line);
    else {
      take();
      scripts.push(line);
    }
  }
  take();
  return scripts;
}

/** What a workflow of GitHub types on the first machine of its matrix, but for the installation. */
function commandsIn(workflow: string): string[] {
  const { jobs } = parse(workflow) as { jobs: Record<string, Job> };
  return Object.values(jobs).flatMap(({ steps, strategy }) =>
    steps
      .flatMap(({ run }) => (run === undefined || run === 'npm ci' ? [] : [run]))
      .map((run) =>
        run.replaceAll(/\$\{\{ matrix\.(\w+) \}\}/g, (_, key: string) => String(strategy?.matrix[key]?.[0])),
      ),
  );
}

interface Job {
  readonly steps: readonly { readonly run?: string }[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[] | undefined>> };
}

/** Programs that a reader of a document needs and this machine lacks, in brackets; empty when there are all. */
function lackOf(name: string): string {
  const lacking = ['python3', 'curl', 'git'].filter(
    (program) =>
      new RegExp(`^(?:.*[ |])?${program} `, 'm').test(read(`docs/${name}`)) &&
      spawnSync('bash', ['-c', `command -v ${program}`]).status !== 0,
  );
  return lacking.length === 0 ? '' : ` (needs ${lacking.join(', ')})`;
}

/** Documents that search for long or run Vitest again and again; what they show is tried by day in tests of its own. */
const atNight = [
  'ci.md',
  'command-line.md',
  'custom-runtime.md',
  'fuzzing.md',
  // Its commands are those of the README, which are typed by day.
  'getting-started.md',
  'idempotency.md',
  'monorepo.md',
  'no-kind-fits.md',
  'python.md',
  'real-database.md',
  'recorded-events.md',
  'typescript.md',
  'web-functions.md',
  'websocket.md',
];

const english = (name: string) => name.replace('.zh-CN.md', '.md');
/** What has the code of an English document is followed at night. */
const translated = written.filter((name) => name !== english(name) && written.includes(english(name)));

for (const name of written) {
  const isForNight = atNight.includes(name) || translated.includes(name);
  const lack = isForNight && !isNightly ? ' (needs a night)' : lackOf(name);
  test.skipIf(lack !== '')(`docs/${name} can be followed${lack}`, () => follow(name), 300_000);
}

test.each(translated)('docs/%s says what its English document says', (name) => {
  const codesIn = (document: string) =>
    blocksOf(read(`docs/${document}`)).map(({ language, code }) => `${language} ${withoutWords(code)}`);
  /** The depth of each heading, and the bars of each row of a table. */
  const shapeOf = (document: string) =>
    [...withoutBlocks(read(`docs/${document}`)).matchAll(/^(?:#+(?= )|\|.*$)/gm)].map(([line]) =>
      line.startsWith('#') ? line : line.replaceAll(/\\\||[^|]/g, ''),
    );
  expect(codesIn(name)).toEqual(codesIn(english(name)));
  expect(shapeOf(name)).toEqual(shapeOf(english(name)));
  expect(read(`docs/${name}`)).toContain(`[English](${english(name)})`);
  expect(read(`docs/${english(name)}`)).toContain(`[中文](${name})`);
});

test('every guide is there in both languages', () => {
  expect(written.filter((name) => !written.includes(name.replace(/(\.zh-CN)?\.md$/, '.zh-CN.md')))).toEqual(
    [],
  );
  expect(translated.map(english)).toEqual(written.filter((name) => name === english(name)));
});

/** Code without what is said in it: comments but for the name of its file, and what its tests are called. */
function withoutWords(code: string): string {
  const [first = '', ...lines] = code.split('\n');
  const said = /(?<=^|\s)(?:#|\/\/) .*$/gm;
  return [first, lines.join('\n').replaceAll(said, '')]
    .join('\n')
    .replaceAll(/\b(test|describe)\('[^']*'/g, "$1('…'");
}

interface Failing {
  readonly failing: Readonly<Record<string, (tools: object) => Promise<void> | undefined>>;
}

describe('an assertion that fails prints what its section shows', async () => {
  const { failing } = (await import(join(root, 'scripts/docs/failing.mjs'))) as Failing;
  const sections = read('docs/matchers.md').split(/^## /m);

  test.each(Object.entries(failing))('%s', async (name, assertion) => {
    const section = sections.find((text) => text.startsWith(`${name}\n`));
    const failure = (async () => assertion({ expect, fakeGateway }))();
    const message = await failure.then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(section).toContain(`\n\`\`\`text\n${message}\n\`\`\`\n`);
  });
});

const documents = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...['docs', 'decisions'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

test.each(documents)('every link of %s leads somewhere', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
  const broken = links.filter(([, target = '', anchor]) => {
    const path = target === '' ? file : relative(root, join(root, dirname(file), target));
    if (!existsSync(join(root, path))) return true;
    return anchor !== undefined && !anchorsOf(read(path)).includes(anchor);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

test.each(['CONTRIBUTING.md', 'SECURITY.md', ...documents.filter((name) => name.startsWith('decisions/'))])(
  'every file that %s names is there',
  (file) => {
    const paths = [
      ...read(file).matchAll(/`((?:src|test|scripts|cli|docs|schemas|templates)(?:\/[\w.-]+)*)`/g),
    ];
    expect(paths.map(([, path]) => path as string).filter((path) => !existsSync(join(root, path)))).toEqual(
      [],
    );
  },
);

const withoutBlocks = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('the index of each language names every document in it', () => {
  const names = readdirSync(join(root, 'docs')).filter((name) => !name.startsWith('README'));
  const text = read('docs/README.md');
  const inChinese = read('docs/README.zh-CN.md');
  const isChinese = (name: string) => name.endsWith('.zh-CN.md');
  expect(names.filter((name) => !isChinese(name) && !text.includes(`(${name}`))).toEqual([]);
  expect(names.filter((name) => isChinese(name) && !inChinese.includes(`(${name}`))).toEqual([]);
});

test('the page on the command line shows every command', async () => {
  const shown = read('docs/command-line.md');
  const { stdout } = await runCli(['--help']);
  const commands = [...(stdout.split('\nGenerate:\n')[1] ?? '').matchAll(/^ {2}([a-z][\w-]*)/gm)];
  const names = commands.map(([, name]) => name as string).filter((name) => name !== 'help');
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !shown.includes(`npx scf-fixtures ${name} `))).toEqual([]);
});

test('the changelog begins with this version', () => {
  expect(/^## (.+)$/m.exec(read('CHANGELOG.md'))?.[1]).toBe(manifest.version);
});
