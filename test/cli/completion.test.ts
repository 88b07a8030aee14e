import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ckafka, kinds } from '../../src/index.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** What the shell is offered for the last of the words. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout, stderr, exitCode } = await runCli(['complete', '--', ...words], { cwd: files });
  expect([stderr, exitCode]).toEqual(['', 0]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^:\d+$/);
  return lines.slice(0, -1).map((line) => line.split('\t')[0] ?? '');
}

let files = '';

function project(): void {
  files = temporaryDirectory();
  mkdirSync(join(files, 'src'));
  for (const name of ['event.json', 'serverless.yml', '.hidden', 'src/index.js'])
    writeFileSync(join(files, name), '');
}

describe('complete', () => {
  test('offers commands, but not itself', async () => {
    project();
    const all = await offered('');
    expect(all).toEqual(
      expect.arrayContaining(['init', 'gen', 'check', 'import', 'lint-secrets', 'completion']),
    );
    expect(all).not.toContain('complete');
    expect(await offered('li')).toEqual(['list', 'lint-secrets']);
  });

  test('offers kinds', async () => {
    project();
    expect(await offered('gen', '')).toEqual(kinds);
    expect(await offered('gen', 'timer', 'websocket-c')).toEqual(['websocket-close', 'websocket-connect']);
    expect(await offered('check', '--kind', 'ti')).toEqual(['timer']);
    expect(await offered('list', 'cl')).toEqual(['clb', 'cls']);
  });

  test('offers the names of the edge cases of the kinds on the line', async () => {
    project();
    const names = ckafka.edgeCases.map(({ name }) => name);
    expect(await offered('gen', 'ckafka', '--edge', '')).toEqual(names);
    expect(await offered('gen', 'ckafka', '--edge', 'batch')).toEqual(
      names.filter((name) => name.startsWith('batch')),
    );
    expect(await offered('gen', '--edge', '')).toEqual([]);
  });

  test('offers options, and those of the kinds on the line', async () => {
    project();
    expect(await offered('gen', '--sh')).toEqual(['--shard']);
    expect(await offered('gen', 'timer', '--cr')).toEqual(['--cron']);
    expect(await offered('trigger', '')).toEqual(['check']);
    expect(await offered('trigger', 'check', '--func')).toEqual(['--functions-per-rule']);
  });

  test('offers files, and no space after a directory', async () => {
    project();
    expect(await offered('check', '')).toEqual(['event.json', 'serverless.yml', 'src/']);
    expect(await offered('check', 'src/')).toEqual(['src/index.js']);
    expect(await offered('check', '.h')).toEqual(['.hidden']);
    expect(await offered('gen', '--from-config', 'ser')).toEqual(['serverless.yml']);
    expect(await offered('check', 'none/')).toEqual([]);
    expect((await runCli(['complete', '--', 'check', 's'], { cwd: files })).stdout).toMatch(/:4\n$/);
    expect((await runCli(['complete', '--', 'check', 'sr'], { cwd: files })).stdout).toMatch(/:6\n$/);
  });
});

describe('completion', () => {
  test.each([
    ['bash', 'complete -F'],
    ['zsh', '#compdef scf-fixtures'],
    ['fish', 'complete -c scf-fixtures'],
    ['powershell', 'Register-ArgumentCompleter'],
  ])('prints a script for %s that asks this program', async (shell, expected) => {
    const { stdout, stderr, exitCode } = await runCli(['completion', shell]);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toContain(expected);
    expect(stdout).toContain('scf-fixtures complete');
  });

  test('works in bash', async () => {
    project();
    const { stdout: script } = await runCli(['completion', 'bash']);
    const answers: Record<string, string> = {
      'gen,ti': (await runCli(['complete', '--', 'gen', 'ti'])).stdout,
      li: (await runCli(['complete', '--', 'li'])).stdout,
    };
    const cases = Object.entries(answers).map(([key, text]) => `  "${key}") cat <<'END'\n${text}END\n  ;;`);
    writeFileSync(
      join(files, 'scf-fixtures'),
      `#!/bin/bash\nshift 2\nIFS=,\ncase "$*" in\n${cases.join('\n')}\nesac\n`,
    );
    chmodSync(join(files, 'scf-fixtures'), 0o755);
    writeFileSync(join(files, 'script.bash'), script);
    const complete = (...words: string[]) =>
      execFileSync(
        'bash',
        [
          '--norc',
          '-c',
          `# What the package bash-completion brings.
_get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${words[cword]}; prev=\${words[cword-1]}; }
compopt() { :; }
source script.bash
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=\${#COMP_LINE}
function=$(complete -p scf-fixtures | sed 's/.*-F \\([^ ]*\\).*/\\1/')
"$function" scf-fixtures "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}" 2>&1
printf '%s\\n' "\${COMPREPLY[@]}"`,
          'bash',
          ...words,
        ],
        { cwd: files, encoding: 'utf8', env: { PATH: `${files}:${process.env.PATH}` } },
      ).trim();
    expect(complete('scf-fixtures', 'gen', 'ti')).toMatch(/^timer\b/);
    expect(complete('scf-fixtures', 'li')).toMatch(/^list\b[\s\S]*lint-secrets/);
  });

  test.skipIf(spawnSync('fish', ['--version']).error !== undefined)(
    'works in fish (needs fish)',
    async () => {
      project();
      writeFileSync(join(files, 'script.fish'), (await runCli(['completion', 'fish'])).stdout);
      const { stdout } = await runCli(['complete', '--', 'li']);
      writeFileSync(join(files, 'scf-fixtures'), `#!/bin/sh\ncat <<'END'\n${stdout}END\n`);
      chmodSync(join(files, 'scf-fixtures'), 0o755);
      const offers = execFileSync('fish', ['-c', 'source script.fish; complete -C "scf-fixtures li"'], {
        cwd: files,
        encoding: 'utf8',
        env: { PATH: `${files}:${process.env.PATH}`, HOME: files },
      });
      expect(offers).toMatch(/^lint-secrets\tFind what looks real in fixtures\.\nlist\t/);
    },
  );

  test.each([
    [['completion', 'tcsh'], 'Cannot complete in tcsh'],
    [['completion'], "Missing required argument 'shell'"],
  ])('refuses %j in one sentence', async (args, said) => {
    const { stderr, exitCode } = await runCli(args);
    expect([exitCode, stderr.includes(said), stderr.trim().split('\n').length]).toEqual([2, true, 1]);
  });
});
