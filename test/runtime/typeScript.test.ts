import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builderFor } from '../../src/runtime/builtScript.js';
import { createInstance, invoke } from '../../src/runtime/index.js';
import { runCli, temporaryDirectory } from '../cli/runCli.js';

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const handler = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { greeting, type Names } from './lib/greeting.js';
enum Tone { Plain = 'hello', Warm = 'welcome' }
let calls = 0;
export const main_handler = async (event: { readonly name?: string }): Promise<string> => {
  const names: Names = { name: event.name! };
  const data = readFileSync(join(__dirname, 'data.txt'), 'utf8');
  return [greeting(Tone.Warm, names), ++calls, data].join(' ');
};
`;
const files = {
  'src/index.ts': handler,
  'src/data.txt': 'from beside',
  'src/lib/greeting.ts': `export interface Names { readonly name: string }
export const greeting = (tone: string, { name }: Names): string =>
  \`\${tone} \${name.trim()}\`;
`,
};

describe.each(['none', 'worker', 'process'] as const)('with isolation %s', (isolation) => {
  test('a function in TypeScript is built as it is deployed, and each instance has modules of its own', async () => {
    const cwd = project(files);
    for (const round of [1, 2]) {
      const instance = createInstance('src/index.main_handler', { cwd, isolation });
      for (const call of [1, 2])
        expect(await instance.invoke({ name: ' Zhang ' }), `instance ${round}`).toMatchObject({
          statusCode: 200,
          result: `welcome Zhang ${call} from beside`,
        });
      await instance.close();
    }
  });

  test('an error is told where it was written', async () => {
    const cwd = project(files);
    const outcome = await invoke('src/index.main_handler', {}, { cwd, isolation });
    expect(outcome).toMatchObject({ statusCode: 430 });
    const { stack = '' } = 'error' in outcome ? outcome.error : {};
    // Vitest tells places of what runs in its own process by itself.
    if (isolation !== 'none') expect(stack).toMatch(/greeting\.ts:3:/);
  });
});

test('it is built again when one of its files has changed', async () => {
  const cwd = project(files);
  const answer = () => invoke('src/index.main_handler', { name: 'Li' }, { cwd });
  expect(await answer()).toMatchObject({ result: 'welcome Li 1 from beside' });
  const lib = join(cwd, 'src/lib/greeting.ts');
  writeFileSync(lib, 'export interface Names { name: string }\nexport const greeting = () => "changed";\n');
  utimesSync(lib, 1, 1);
  expect(await answer()).toMatchObject({ result: 'changed 1 from beside' });
});

test('what cannot be built is told in a sentence with its place', async () => {
  const cwd = project({ 'index.ts': 'export const main_handler = async () => {\n  return 1 +;\n};\n' });
  await expect(invoke('index.main_handler', {}, { cwd })).rejects.toThrow(
    /^Cannot invoke index\.main_handler: (esbuild|rolldown) cannot build index\.ts: index\.ts, line 2: \w[\w ]+\. Mend it\.$/,
  );
});

test('the esbuild of the project builds it where there is one', async () => {
  const cwd = project({ ...files, 'other.ts': 'export const answer = 1;\n', 'node_modules/.keep': '' });
  const vitepress = createRequire(import.meta.url).resolve('vitepress/package.json');
  symlinkSync(join(dirname(vitepress), 'node_modules/esbuild'), join(cwd, 'node_modules/esbuild'));
  expect(builderFor([join(cwd, 'index.ts')])?.builder).toBe('esbuild');
  expect(await invoke('src/index.main_handler', { name: 'Sun' }, { cwd })).toMatchObject({
    result: 'welcome Sun 1 from beside',
  });
  writeFileSync(join(cwd, 'index.ts'), 'export const main_handler = async () => {\n  return 1 +;\n};\n');
  await expect(invoke('index.main_handler', {}, { cwd })).rejects.toThrow(
    'Cannot invoke index.main_handler: esbuild cannot build index.ts: index.ts, line 2: Unexpected ";". Mend it.',
  );
});

test('a file that is not there, and one without the function, are told by the name that was written', async () => {
  const cwd = project({ 'other.ts': 'export const answer = async () => 1;\n' });
  await expect(invoke('gone.ts', {}, { cwd })).rejects.toThrow(`there is no file ${join(cwd, 'gone.ts')}. `);
  await expect(invoke('other.main_handler', {}, { cwd })).rejects.toThrow(
    'other.ts was loaded, but it has no export main_handler. It exports answer: write other.answer.',
  );
  writeFileSync(join(cwd, 'text.ts'), 'export const main_handler: string = "";\n');
  await expect(invoke('text.main_handler', {}, { cwd })).rejects.toThrow(
    'Export a function: export const main_handler = async (event, context) => {…}.',
  );
});

test('where nothing builds it, what to install is told', () => {
  expect(builderFor([join(temporaryDirectory(), 'index.ts')])).toBeUndefined();
});

test('packages stay packages; aliases of the tsconfig.json lead to files', async () => {
  const cwd = project({
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }',
    'lib/one.ts': 'export const one = 1 as const;\n',
    'index.ts': `import { one } from '@lib/one';
import { counted } from 'counter';
export const main_handler = async () => [one, counted()];
`,
    'node_modules/counter/package.json': '{ "main": "./index.js" }',
    'node_modules/counter/index.js': 'let count = 0; exports.counted = () => [++count, __filename];\n',
  });
  expect(await invoke('index.main_handler', {}, { cwd })).toMatchObject({
    result: [1, [1, join(cwd, 'node_modules/counter/index.js')]],
  });
});

test('the command line runs it, and leaves nothing beside it', async () => {
  const cwd = project({ ...files, 'event.json': '{ "name": "Wu" }' });
  const { stdout, exitCode } = await runCli(['invoke', 'src/index.ts', 'event.json'], { cwd });
  expect(stdout).toContain('welcome Wu 1 from beside');
  expect(exitCode).toBe(0);
  // This process still has what it built; a later one takes away what a process that is gone has left.
  const folder = join(cwd, '.scf-fixtures/built');
  const [own = ''] = readdirSync(folder);
  expect(own).toMatch(new RegExp(`^${process.pid}-`));
  expect(existsSync(join(folder, own, '.gitignore'))).toBe(true);
  const gone = `${spawnSync(process.execPath, ['--version']).pid}-gone`;
  mkdirSync(join(folder, gone));
  writeFileSync(join(cwd, 'other.ts'), 'export const main_handler = async () => 1;\n');
  await invoke('other.main_handler', {}, { cwd });
  expect(readdirSync(folder)).not.toContain(gone);
});
