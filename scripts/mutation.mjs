// Plants faults in our own code and counts how many the tests notice:
//   npm run mutation [-- folder or file …] [--changed] [--sample N | --all] [--raise] [--concurrency N] [--minutes N]
// Without a folder: all of them, which is for the night. --changed: the files that differ from the main branch.
// --minutes: after so many no further folder is begun.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { folders } from './mutation/folders.mjs';
import { complaintsOf, linesOf, outdated, raised, sumOf, tableOf, tallyOf } from './mutation/judge.mjs';
import { runStryker } from './mutation/runStryker.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pathOfScores = join(root, 'test/mutation/scores.json');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const scores = readJson(pathOfScores);
const tolerated = readJson(join(root, 'test/mutation/tolerated.json'));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changed: { type: 'boolean' },
    sample: { type: 'string' },
    all: { type: 'boolean' },
    raise: { type: 'boolean' },
    concurrency: { type: 'string', default: String(availableParallelism()) },
    minutes: { type: 'string', default: '120' },
  },
});

const complaints = outdated(tolerated, sourceOf);
const rows = [];
for (const job of jobsOf(wantedPaths())) {
  if (performance.now() > Number(options.minutes) * 60_000)
    complaints.push(
      `Cannot judge ${job.folder}: the ${options.minutes} minutes are over. Give more with --minutes, or try fewer mutants in scripts/mutation/folders.mjs.`,
    );
  else rows.push(...(await rowOf(job)));
  if (options.raise) writeFileSync(pathOfScores, `${JSON.stringify(raised(scores, rows), null, 2)}\n`);
}
console.log(`\n${tableOf(rows)}`);
for (const complaint of complaints) console.log(complaint);
console.log(sumOf(rows, complaints));
process.exitCode = complaints.length > 0 ? 1 : 0;

/** Runs one job and prints its survivors; none where its tests fail without a mutant, which is a complaint. */
async function rowOf({ folder, mutate, isWhole }) {
  const sample = options.all ? Number.MAX_SAFE_INTEGER : Number(options.sample ?? folders[folder].sample);
  console.log(`\n${folder}`);
  const start = performance.now();
  let results;
  try {
    results = await runStryker({ folder, mutate, sample, concurrency: Number(options.concurrency) });
  } catch (error) {
    complaints.push(
      `Cannot judge ${folder}: ${error.message} Mend its tests, or take those that cannot run here out of scripts/mutation/folders.mjs.`,
    );
    return [];
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  const tally = tallyOf({ results, tolerated, sourceOf });
  console.log(linesOf(tally.survivors));
  complaints.push(...complaintsOf({ folder, tally, sample, kept: isWhole ? scores[folder] : undefined }));
  return [{ folder, sample, isWhole, seconds, tally }];
}

/** The paths to mutate, from the root of the project. */
function wantedPaths() {
  if (options.changed) return changedFiles().filter((path) => folderOf(path) !== undefined);
  const paths = positionals.map((path) => relative(root, resolve(path))).flatMap(foldersIn);
  const unknown = paths.find((path) => folderOf(path) === undefined || !existsSync(join(root, path)));
  if (unknown !== undefined)
    throw new Error(
      `Cannot mutate "${unknown}": it is in none of ${Object.keys(folders).join(', ')}. Name its tests in scripts/mutation/folders.mjs.`,
    );
  return paths.length === 0 ? Object.keys(folders) : paths;
}

/** Files that differ from the main branch, those that are not committed too. */
function changedFiles() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const [base] = git('merge-base', 'HEAD', 'main');
  const files = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];
  return files.filter((file) => file.endsWith('.ts') && existsSync(join(root, file)));
}

/** The folders that a path stands for: `src/fuzz` for those in it as well. */
function foldersIn(path) {
  const inside = Object.keys(folders).filter((folder) => `${folder}/`.startsWith(`${path}/`));
  return inside.length === 0 ? [path] : inside;
}

/** The innermost folder that a path lies in. */
function folderOf(path) {
  return Object.keys(folders)
    .filter((folder) => `${path}/`.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** A folder is mutated without those in it that have tests of their own. */
function patternsOf(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const inner = Object.keys(folders).filter((folder) => folder.startsWith(`${path}/`));
  return [`${path}/**/*.ts`, ...inner.map((folder) => `!${folder}/**/*.ts`)];
}

/** What to mutate of which folder: all of it, or the files that were named. */
function jobsOf(paths) {
  const byFolder = new Map();
  for (const path of paths) byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), path]);
  return [...byFolder].map(([folder, named]) => ({
    folder,
    mutate: named.flatMap(patternsOf),
    isWhole: named.includes(folder),
  }));
}

/** The text of a file as it is now; undefined where there is none. */
function sourceOf(file) {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
