import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { githubOf } from '../../cli/fuzz/forms/github.js';
import { gitlabOf } from '../../cli/fuzz/forms/gitlab.js';
import { htmlOf } from '../../cli/fuzz/forms/html/html.js';
import { junitOf } from '../../cli/fuzz/forms/junit.js';
import { sarifOf } from '../../cli/fuzz/forms/sarif.js';
import { placesOf } from '../../cli/fuzz/places.js';
import type { ToldRun } from '../../cli/fuzz/reports.js';
import { reportTargets, writeReports } from '../../cli/fuzz/reportTargets.js';
import type { ReportedFailure, RunReport } from '../../src/fuzz/index.js';
import { runCli, temporaryDirectory } from './runCli.js';

const broken = `const read = (text) =>
  JSON.parse(text).job;
exports.main_handler = async (event) => read(event.Message);
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const fuzz = (cwd: string, words: readonly string[], env: Record<string, string> = {}) =>
  runCli(['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '2', '--no-store', ...words], {
    cwd,
    env,
  });

describe('reports of one run', () => {
  test('go each to its file and one to standard output, and tell the same failures', async () => {
    const cwd = folderWith({ 'index.js': broken });
    const files = [
      'junit=out/fuzz.xml',
      'html=fuzz.html',
      'text=fuzz.txt',
      'gitlab=gl.json',
      'sarif=a.sarif',
    ];
    const { stdout, stderr, exitCode } = await fuzz(
      cwd,
      ['json', ...files].flatMap((report) => ['--report', report]),
    );
    expect(exitCode).toBe(1);
    const report = JSON.parse(stdout) as RunReport;
    const causes = report.failures.map(({ what }) => what);
    expect(causes).toEqual(expect.arrayContaining([expect.stringMatching(/^SyntaxError/)]));
    const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
    expect(read('out/fuzz.xml').match(/<failure /g)).toHaveLength(causes.length);
    expect(read('out/fuzz.xml')).toMatch(
      /<testcase classname="fuzz\.timer" name="crash: SyntaxError[^"]*" file="index\.js" time="\d+\.\d{3}">/,
    );
    expect(read('fuzz.html').match(/<section class="panel finding"/g)).toHaveLength(causes.length);
    expect(read('fuzz.txt')).toContain('Tried 2 cases of timer with seed 42: ');
    expect(JSON.parse(read('gl.json'))[0].location).toEqual({ path: 'index.js', lines: { begin: 2 } });
    expect(JSON.parse(read('a.sarif')).runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'index.js' },
      region: { startLine: 2 },
    });
    expect(stderr).toContain('Tried 2 cases of timer with seed 42: ');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test.each([[['--report', 'junit=fuzz.xml']], [['--report', 'junit', '--out', 'fuzz.xml']]])(
    'that go to files (%j) leave the failures in the log as text',
    async (words) => {
      const cwd = folderWith({ 'index.js': broken });
      const { stdout, exitCode } = await fuzz(cwd, words);
      expect(stdout).toMatch(/^1\. crash: A valid event makes no error/);
      expect(readFileSync(join(cwd, 'fuzz.xml'), 'utf8')).toContain('<failure message="SyntaxError');
      expect(exitCode).toBe(1);
    },
  );

  test.each([
    [['--report', 'json', '--report', 'junit'], 'Cannot write the reports json and junit to one place:'],
    [['--report', 'json=a', '--report', 'html=./a'], 'Cannot write two reports to a:'],
    [['--report', 'json=a', '--out', 'b'], 'Cannot take --out b: every report has a file.'],
    [['--report', 'json='], 'Cannot write --report json=: it names no file.'],
    [['--report', 'pdf=a.pdf'], 'Cannot report as pdf: take one of text, json, junit, html, gitlab, sarif.'],
    [['--report', 'json=a', '--report', 'html=folder'], 'Cannot write folder: it is a directory.'],
    [['--report', 'json=a', '--report', 'html=index.js/a.html'], 'index.js is a file, not a directory.'],
    [['--report', 'json=a', '--write-test', 'folder'], 'Cannot write folder: it is a directory.'],
  ])('that cannot be written (%j) are refused before the search', async (words, sentence) => {
    const cwd = folderWith({ 'index.js': 'globalThis.wasLoaded = true;\nexports.main_handler = () => 1;\n' });
    mkdirSync(join(cwd, 'folder'));
    const { stdout, stderr, exitCode } = await fuzz(cwd, words);
    expect(stderr.replace(`${cwd}/`, '')).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([stdout, exitCode, 'wasLoaded' in globalThis]).toEqual(['', 2, false]);
    expect(readdirSync(cwd).sort()).toEqual(['folder', 'index.js']);
  });

  test('of which one turns out not to be writable leave nothing half-written', async () => {
    const cwd = folderWith({ 'a.xml': 'before' });
    const targets = reportTargets(['junit=a.xml', 'json=b.json'], undefined, cwd);
    mkdirSync(join(cwd, 'b.json'));
    await expect(writeReports(targets, ran())).rejects.toThrow(/EISDIR/);
    expect(readFileSync(join(cwd, 'a.xml'), 'utf8')).toBe('before');
    expect(readdirSync(cwd).sort()).toEqual(['a.xml', 'b.json']);
  });

  test('follow a link, and leave it there', async () => {
    const cwd = folderWith({ 'index.js': broken, 'real.xml': '' });
    symlinkSync('real.xml', join(cwd, 'link.xml'));
    await fuzz(cwd, ['--report', 'junit=link.xml', '--report', 'html=/dev/null']);
    expect(readFileSync(join(cwd, 'real.xml'), 'utf8')).toContain('<testsuite ');
    expect(readFileSync(join(cwd, 'link.xml'), 'utf8')).toContain('<testsuite ');
    expect(existsSync('/dev/null.partial')).toBe(false);
  });
});

describe('in a workflow of GitHub', () => {
  test('failures are annotations at their lines, on standard error', async () => {
    const cwd = folderWith({ 'index.js': broken });
    const root = join(cwd, '..');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root };
    const { stdout, stderr } = await fuzz(cwd, ['--report', 'json'], env);
    JSON.parse(stdout);
    const file = `${cwd.slice(root.length + 1)}/index.js`;
    expect(stderr).toContain(
      `\n::error file=${file},line=2,title=scf-fixtures fuzz%3A crash::crash: A valid event makes no error that the language or its own library throws.%0A  The handler ends with SyntaxError`.slice(
        1,
      ),
    );
    expect((await fuzz(cwd, [], {})).stderr).not.toContain('::error');
  });
});

const failure = (text: string, what = 'a <b> & "c"'): ReportedFailure => ({
  oracle: 'crash',
  what,
  case: { event: {} },
  run: 0,
  text,
});
const ran = (parts: Partial<RunReport> = {}): ToldRun => ({
  report: {
    trigger: 'timer',
    seed: '42',
    runs: 3,
    invocations: 4,
    failures: [],
    verdict: 'nothing-found',
    weakness: [],
    asked: {},
    dropped: [],
    warnings: [],
    ...parts,
  },
  subject: { file: 'src/a b.js', line: 1 },
  placeOf: () => ({ file: 'src/a b.js', line: 7 }),
  frameOf: () => undefined,
  againOf: () => 'npx scf-fixtures replay a.json',
  seconds: 1.5,
});

describe('every form tells what is to be noted, and why a run proves little', () => {
  const told = ran({
    warnings: ['50% & <more>'],
    weakness: ['Nothing\nwas seen.'],
    verdict: 'proves-little',
  });

  test('JUnit', () => {
    expect(junitOf(told)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="scf-fixtures fuzz timer" tests="1" failures="1" errors="0" skipped="0" file="src/a b.js" time="1.500">
  <testcase classname="fuzz.timer" name="3 cases, seed 42" file="src/a b.js" time="1.500">
    <failure message="proves little">Nothing
was seen.</failure>
  </testcase>
  <system-out>Note: 50% &amp; &lt;more&gt;</system-out>
</testsuite>
`);
  });

  test('HTML', async () => {
    const page = await htmlOf(told);
    expect(page).toContain('<li>50% &amp; &lt;more&gt;</li>');
    expect(page).toContain(
      '<strong>Nothing found, and that proves little</strong></p><p>Nothing\nwas seen.</p>',
    );
  });

  test('GitHub', () => {
    expect(githubOf(told)).toBe(
      '::warning file=src/a b.js,line=1,title=scf-fixtures fuzz%3A proves-little::Nothing%0Awas seen.\n' +
        '::notice file=src/a b.js,line=1,title=scf-fixtures fuzz%3A note::50%25 & <more>\n',
    );
  });

  test('GitLab and SARIF', () => {
    expect(JSON.parse(gitlabOf(told))).toMatchObject([
      { check_name: 'proves-little', severity: 'minor', description: 'Nothing\nwas seen.' },
      { check_name: 'note', severity: 'info', description: '50% & <more>' },
    ]);
    const { version, runs } = JSON.parse(sarifOf(told));
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['proves-little', 'note']);
    expect(runs[0].results).toMatchObject([
      { ruleId: 'proves-little', level: 'warning' },
      { ruleId: 'note', level: 'note' },
    ]);
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('src/a%20b.js');
  });
});

describe('a failure', () => {
  const text = 'crash: A law.\n  It ends.\nWhat happened:\n  other.js:9';

  test('has the same fingerprint where only its line differs, and another where its cause does', () => {
    const printOf = (what: string, line: number) => {
      const told = { ...ran({ failures: [failure(text, what)] }), placeOf: () => ({ file: 'a.js', line }) };
      const [{ fingerprint }] = JSON.parse(gitlabOf(told)) as [{ fingerprint: string }];
      const { results } = JSON.parse(sarifOf(told)).runs[0];
      expect(results[0].partialFingerprints).toEqual({ 'scfFixtures/v1': fingerprint });
      return fingerprint;
    };
    expect(printOf('a', 1)).toBe(printOf('a', 2));
    expect(printOf('a', 1)).not.toBe(printOf('b', 1));
  });

  test('is told without its story where a line has little room, and its law is the rule', () => {
    const told = ran({ failures: [failure(text)] });
    expect(githubOf(told)).toMatch(/::crash: A law\.%0A {2}It ends\.\n$/);
    expect(JSON.parse(sarifOf(told)).runs[0].tool.driver.rules).toEqual([
      { id: 'crash', shortDescription: { text: 'A law.' } },
    ]);
    expect(junitOf(told)).toContain('message="a &lt;b&gt; &amp; &quot;c&quot;"');
  });

  test('is placed at the first line of the project that it names', () => {
    const cwd = folderWith({ 'index.js': '', 'late.py': '' });
    mkdirSync(join(cwd, 'node_modules'));
    writeFileSync(join(cwd, 'node_modules/a.js'), '');
    const { placeOf, subject } = placesOf('./index.js#main_handler', { cwd, env: {} });
    const at = (detail: string) => placeOf(failure(`crash: A law.\n  ${detail}\nThe event:\n  index.js:99`));
    expect(at(`at f (${cwd}/index.js:3:10)`)).toEqual({ file: 'index.js', line: 3 });
    expect(at(`at f (file://${cwd}/index.js:4:1)`)).toEqual({ file: 'index.js', line: 4 });
    expect(at(`at f (${cwd}/node_modules/a.js:2:1)\n  at g (${cwd}/late.py:5): x`)).toEqual({
      file: 'late.py',
      line: 5,
    });
    expect(at('at f (/elsewhere/index.js:3:10), in gone.js:4')).toEqual(subject);
    expect(subject).toEqual({ file: 'index.js', line: 1 });
  });

  test.each([
    ['index.main_handler', 'index.js'],
    ['./job.py:run', 'job.py'],
    ['job.run', 'job.py'],
    ['./fn', 'fn/bootstrap'],
    ['./fn/web.js#app', 'fn/web.js'],
  ])('of %s is one of %s, seen from the root of a checkout', (spec, file) => {
    const cwd = folderWith({ 'index.js': '', 'job.py': '' });
    mkdirSync(join(cwd, 'fn'));
    for (const name of ['bootstrap', 'web.js']) writeFileSync(join(cwd, 'fn', name), '');
    expect(placesOf(spec, { cwd, env: {} }).subject.file).toBe(file);
    const env = { CI_PROJECT_DIR: join(cwd, '..') };
    expect(placesOf(spec, { cwd, env }).subject.file).toBe(`${cwd.split('/').at(-1)}/${file}`);
    expect(placesOf(spec, { cwd, env: { CI_PROJECT_DIR: '/elsewhere' } }).subject.file).toBe(file);
  });
});
