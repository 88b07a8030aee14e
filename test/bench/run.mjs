// Prints the figures of every file in this folder that has rows: npm run bench [-- name …] [-- --quick].
// With --strict a figure that misses what is good makes it exit 1.
import { readdirSync } from 'node:fs';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const quick = process.argv.includes('--quick');
const strict = process.argv.includes('--strict');
const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.mjs') && !['run.mjs', 'measure.mjs', 'fuzzLibrary.mjs'].includes(file),
);

for (const file of files) {
  const name = file.replace('.mjs', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { rows, title = name } = await import(`./${file}`);
  if (rows === undefined) continue;
  console.log(`\n## ${title}\n\n| what | measured | good | goal | |\n| --- | --- | --- | --- | --- |`);
  // Some take an hour: each row stands there as soon as it is known.
  for await (const { what, measured, good, goal, moreIsBetter = false } of await rows({ quick })) {
    const reaches = (bar) => bar === undefined || (moreIsBetter ? measured >= bar : measured <= bar);
    const verdict = good === undefined ? '' : reaches(goal) ? 'goal' : reaches(good) ? 'good' : 'missed';
    if (strict && verdict === 'missed') process.exitCode = 1;
    const shown = typeof measured === 'number' ? Number(measured.toPrecision(3)) : measured;
    console.log(`| ${what} | ${shown} | ${good ?? ''} | ${goal ?? ''} | ${verdict} |`);
  }
}
