import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

/**
 * Tells what processor time each file of tests takes, with the processes that it starts and waits for, and how many
 * seconds pass: `SCF_FIXTURES_CPU=cpu.txt npm run check`, then `sort -rn cpu.txt | head -30`. Linux only.
 */
const file = process.env.SCF_FIXTURES_CPU ?? '';

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  // User and system time of children in hundredths of a second stand behind the name of the program.
  const [, fields = ''] = readFileSync('/proc/self/stat', 'latin1').split(') ');
  const [ofUser, ofSystem] = fields.split(' ').slice(13, 15).map(Number);
  return (user + system) / 1e6 + (Number(ofUser) + Number(ofSystem)) / 100;
}

const before = cpuSeconds();
const beganMs = performance.now();
afterAll(() => {
  const { testPath = '' } = expect.getState();
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(2);
  appendFileSync(file, `${(cpuSeconds() - before).toFixed(2)} ${seconds} ${testPath}\n`);
});
