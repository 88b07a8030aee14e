import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { canHoldNetwork } from '../../src/runtime/heldNetwork.js';
import { builtProgram } from '../built.js';
import { runCli, temporaryDirectory } from './runCli.js';

const [fails, passes] = [': fails\n', ': passes\n'];

/** A folder with a handler in which something has been found. */
async function found(code: string, ...flags: readonly string[]): Promise<string> {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), code);
  const args = ['fuzz', 'index.main_handler', '--trigger', 'timer', '--runs', '1', ...flags];
  expect((await runCli(args, { cwd })).stdout).toContain('crash: ');
  return cwd;
}

const replay = async (cwd: string, ...flags: readonly string[]) =>
  (await runCli(['replay', '--all', ...flags], { cwd })).stdout;

describe('replay', () => {
  test('runs in UTC, whatever this machine has, unless a zone is named', async () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    onTestFinished(() => void vi.unstubAllEnvs());
    const cwd = await found(
      'exports.main_handler = async () => new Date().getTimezoneOffset() === 0 ? undefined.x : 1;',
    );
    expect(await replay(cwd)).toContain(fails);
    expect(await replay(cwd, '--tz', 'Asia/Tokyo')).toContain(passes);
    expect(new Date().getTimezoneOffset()).toBe(-480);
  });

  test.each([
    ['in this process', undefined],
    ['in a process of its own', builtProgram],
  ])('takes what surrounds the function, %s', async (_, program) => {
    const code = 'exports.main_handler = async () => process.env.STAGE === "test" ? undefined.x : 1;';
    const cwd = await found(code, '--env', 'STAGE=test');
    const given = { cwd, ...(program === undefined ? {} : { program }) };
    expect((await runCli(['replay', '--all'], given)).stdout).toContain(passes);
    const again = await runCli(['replay', '--all', '--env', 'STAGE=test'], given);
    expect([again.stdout, again.exitCode]).toEqual([expect.stringContaining(fails), 1]);
    writeFileSync(join(cwd, 'stage.env'), 'STAGE=test\n');
    const file = await runCli(['replay', '--all', '--env-file', 'stage.env'], given);
    expect(file.stdout).toContain(fails);
  });

  test.skipIf(!canHoldNetwork())('finds a function by its folder (needs network namespaces)', async () => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'fn'));
    writeFileSync(join(cwd, 'fn/bootstrap'), '#!/bin/sh\nexit 3\n');
    chmodSync(join(cwd, 'fn/bootstrap'), 0o755);
    const args = ['fuzz', './fn', '--trigger', 'timer', '--runs', '1'];
    expect((await runCli(args, { cwd })).stdout).toContain('not-started: ');
    expect(await replay(cwd)).toContain(fails);
  });

  test('refuses flags in one sentence', async () => {
    const { stderr, exitCode } = await runCli(['replay', 'x.json', '--timeout', '0'], {
      cwd: temporaryDirectory(),
    });
    expect(stderr).toMatch(/^scf-fixtures: Cannot .+\n$/);
    expect(exitCode).toBe(2);
  });
});
