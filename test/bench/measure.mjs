// How figures are taken: as ratios within one run, the two sides in turn, the median of the ratios.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Median ratio of the times of two functions, called in turn; each is called often enough to take some milliseconds. */
export function ratioOf(one, other, { rounds = 21, calls = 1 } = {}) {
  const time = (run) => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) run(i);
    return performance.now() - start;
  };
  for (let i = 0; i < 3; i++) time(one) + time(other);
  return median(Array.from({ length: rounds }, () => time(one) / time(other)));
}

/** Median ratio of the wall times of two whole processes, run in turn. A command is a function that gives [file, ...args]. */
export function processRatio(one, other, rounds = 15) {
  const time = (command, round) => {
    const [file, ...args] = command(round);
    const start = performance.now();
    const { status, stderr } = spawnSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) throw new Error(`${[file, ...args].join(' ')}: ${stderr}`);
    return performance.now() - start;
  };
  time(one, 0);
  time(other, 0);
  return median(Array.from({ length: rounds }, (_, round) => time(one, round + 1) / time(other, round + 1)));
}

/** Peak memory of a whole process in KiB. */
export function peakMemory(...args) {
  const report =
    'process.on("exit", () => require("fs").writeSync(2, "\\nPEAK " + process.resourceUsage().maxRSS + "\\n"))';
  const hook = `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire("file:///"); ${report}`)}`;
  const { stderr, status } = spawnSync(process.execPath, ['--import', hook, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const peak = /PEAK (\d+)/.exec(stderr);
  if (status !== 0 || peak === null) throw new Error(stderr);
  return Number(peak[1]);
}
