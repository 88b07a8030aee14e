import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../cli/program.js';
import { chinese } from '../../cli/texts/chinese/chinese.js';
import { commandMisuses } from '../../cli/texts/chinese/commandMisuses.js';
import { commands } from '../../cli/texts/chinese/commands.js';
import { findings } from '../../cli/texts/chinese/findings.js';
import { fragments } from '../../cli/texts/chinese/fragments.js';
import { functionMisuses } from '../../cli/texts/chinese/functionMisuses.js';
import { addedTextOf } from '../../cli/texts/chinese/helpInChinese.js';
import { lines } from '../../cli/texts/chinese/lines.js';
import { misuses } from '../../cli/texts/chinese/misuses.js';
import { moreOptions } from '../../cli/texts/chinese/moreOptions.js';
import { notes } from '../../cli/texts/chinese/notes.js';
import { nouns } from '../../cli/texts/chinese/nouns.js';
import { options } from '../../cli/texts/chinese/options.js';
import { packageNotes } from '../../cli/texts/chinese/packageNotes.js';
import { paragraphs } from '../../cli/texts/chinese/paragraphs.js';
import { problems } from '../../cli/texts/chinese/problems.js';
import { reportLines } from '../../cli/texts/chinese/reportLines.js';
import { secretNames } from '../../cli/texts/chinese/secretNames.js';
import { words } from '../../cli/texts/chinese/words.js';
import { columnsOf, wrapped } from '../../cli/texts/chinese/wrapped.js';
import { languageIn } from '../../cli/texts/language.js';
import { triggers } from '../../src/index.js';
import { type CliOptions, collectedIo, runCli, temporaryDirectory } from './runCli.js';

/** A command and all commands in it. */
function allIn(command: Command): Command[] {
  return [command, ...command.createHelp().visibleCommands(command).flatMap(allIn)];
}

const program = await createProgram(collectedIo({}).io, undefined, ['-h']);
const all = allIn(program);

/** The words of a command line that ask for the help of a command. */
function wordsOf(command: Command): string[] {
  return command.parent === null ? [] : [...wordsOf(command.parent), command.name()];
}

/** The sources of the command line, without the catalogue. */
const sources = readdirSync('cli', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('texts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

/** Where the library words what commands cannot do, too. */
const libraryText = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && !/generated|chinese/.test(entry.parentPath),
  )
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');
const sentences = {
  ...{ ...misuses, ...commandMisuses, ...functionMisuses },
  ...{ ...findings, ...notes, ...packageNotes, ...fragments, ...secretNames, ...lines },
};

/** Every text of the program, in English. */
function textsOf(command: Command): string[] {
  const help = command.createHelp();
  const title = (group: string | undefined) => (group === undefined || group === '' ? [] : [group]);
  return [
    ...[command.summary(), ...(command.summary() === '' ? [command.description()] : [])],
    ...command.registeredArguments.map(({ description }) => description),
    ...help.visibleOptions(command).map(({ description }) => description),
    ...title(command.helpGroup()),
    ...textsBelow(addedTextOf(command)),
  ].filter((text) => text !== '');
}

function textsBelow(text: string): string[] {
  return text.split('\n\n').flatMap((paragraph) => {
    const lines = paragraph.trim().split('\n');
    if (lines[0] !== 'Examples:') return lines.join(' ');
    return ['Examples:', ...lines.map((line) => /\S {2,}(\S.*)$/.exec(line)?.[1] ?? '')];
  });
}

/** The titles of commander itself. */
const titles = ['Usage:', 'Arguments:', 'Options:', 'Commands:'];
/** What is said of an option in the help of one kind. */
const ofKinds = triggers.flatMap((trigger) =>
  Object.values(trigger.options).map(({ about }) => `${trigger.name}: ${about}`),
);
const texts = [...new Set([...ofKinds, ...titles, 'answer what that script asks', ...all.flatMap(textsOf)])];

describe('the catalogue', () => {
  test('has every text of every help', () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => chinese.of(text) === undefined)).toEqual([]);
  });

  test('has none that no help says', () => {
    const keys = Object.keys({ ...commands, ...options, ...moreOptions, ...paragraphs });
    const isSaid = (key: string) => {
      const parts = key.split(/\{\{\w+\}\}/);
      return texts.some((text) => {
        let at = 0;
        return parts.every((part) => {
          const found = text.indexOf(part, at);
          at = found + part.length;
          return found >= 0;
        });
      });
    };
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });

  test('has no sentence that no source says', () => {
    const wordsIn = (text: string) =>
      text
        .toLowerCase()
        .split(/\W+/)
        .filter((word) => word !== '');
    const threesIn = (words: readonly string[]) =>
      words.map((_, at) => words.slice(at, at + 3).join(' ')).slice(0, Math.max(1, words.length - 2));
    const all = wordsIn(`${sources}${libraryText}`);
    const said = new Set(all.flatMap((_, at) => [1, 2, 3].map((size) => all.slice(at, at + size).join(' '))));
    // What is one text here can be made of several there, which meet in few places.
    const isSaid = (sentence: string) => {
      const threes = sentence
        .split(/\{\{\w+\}\}/)
        .flatMap((part) => threesIn(wordsIn(part)))
        .filter((three) => three !== '');
      return threes.filter((three) => said.has(three)).length >= 0.4 * threes.length;
    };
    expect(Object.keys(sentences).filter((sentence) => !isSaid(sentence))).toEqual([]);
  });

  test('has no words that nothing prints', () => {
    const isWritten = (text: string) => sources.includes(`'${text}'`);
    expect(Object.keys(words).filter((text) => !isWritten(text))).toEqual([]);
    expect(Object.keys(nouns).filter((noun) => !isWritten(noun))).toEqual([]);
  });

  test('keeps every value of a text', () => {
    const namesIn = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
    const all = { ...options, ...moreOptions, ...problems, ...sentences, ...reportLines, ...words };
    for (const [english, text] of Object.entries(all)) {
      const left = english === '{{count}} {{kind}} {{event}}' ? ['{{event}}'] : [];
      expect([...namesIn(text), ...left].sort(), english).toEqual(namesIn(english));
    }
  });

  test('gives a text with its values', () => {
    expect(chinese.of('environment of the API: release, test')).toBe('API 的发布环境：release, test');
    expect(chinese.of('nothing of the kind')).toBeUndefined();
    expect(chinese.of('toString')).toBeUndefined();
  });
});

/** Code and names of products that consist of words. */
const code =
  /--[\w-]+ [\w.'*-]+|scf-fixtures(?: [\w<>./-]+)*|serve (?:index\.main_handler|\.\/web-function)|terraform show -json|npm install/g;

test.each(all.map((command) => [wordsOf(command)]))('%j has its help in Chinese', async (words) => {
  const { stdout, stderr, exitCode } = await runCli([...words, '--help', '--lang', 'zh']);
  expect([stderr, exitCode]).toEqual(['', 0]);
  const [usage = '', ...rest] = stdout.split('\n');
  expect(usage).toMatch(/^用法：/);
  expect(stdout).toContain('\n选项：\n');
  const prose = rest
    .filter((line) => !/^ {2}(?:scf-fixtures|cat|terraform|source) /.test(line))
    .map((line) => line.replace(/^ {2}\S.*? {2,}/, '').replaceAll(code, ''));
  expect(prose.flatMap((line) => line.match(/\b[a-z]{2,}(?: [a-z]{2,})+\b/g) ?? [])).toEqual([]);
  for (const line of rest)
    if (!line.includes('scf-fixtures ')) expect(columnsOf(line)).toBeLessThanOrEqual(80);
});

describe('the language', () => {
  const chineseEnv = { LANG: 'zh_CN.UTF-8' };
  const isChinese = async (args: readonly string[], env: Record<string, string> = {}) =>
    (await runCli(args, { env })).stdout.startsWith('用法：');

  test('is that of --lang, anywhere, and otherwise of the environment', async () => {
    expect(await isChinese(['--lang', 'zh', 'gen', '--help'])).toBe(true);
    expect(await isChinese(['gen', '--lang=zh', '--help'])).toBe(true);
    expect(await isChinese(['help', 'gen', '--lang', 'zh'])).toBe(true);
    expect(await isChinese(['gen', '--help'], chineseEnv)).toBe(true);
    expect(await isChinese(['gen', '--help', '--lang', 'en'], chineseEnv)).toBe(false);
    expect(await isChinese(['gen', '--help'])).toBe(false);
  });

  test.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh' }, 'zh'],
    [{ LANG: 'zha_CN' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'C' }, 'zh'],
    [{ LC_ALL: 'C', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }, 'en'],
  ])('of %j is %s', (env, language) => {
    expect(languageIn(env)).toBe(language);
  });

  test('that nobody has written is refused', async () => {
    expect(await runCli(['list', '--lang', 'fr'])).toEqual({
      stdout: '',
      stderr: 'scf-fixtures: Cannot take --lang fr: there are texts in en and zh. Take one of them.\n',
      exitCode: 2,
    });
    expect((await runCli(['list', '--lang'], { env: chineseEnv })).stderr).toBe(
      'scf-fixtures: --lang 没有指定语言：请使用 en 或 zh。\n',
    );
  });

  test.each([
    [['gen', '--cuont', '3'], '未知选项 --cuont（是否想用 --count？）。用法见 scf-fixtures gen --help。'],
    [['geen'], '未知命令 geen（是否想用 gen？）。用法见 scf-fixtures --help。'],
    [['check'], '缺少必需的参数 <paths>。用法见 scf-fixtures check --help。'],
    [['check', '--kind'], '选项 --kind <kind> 缺少值。用法见 scf-fixtures check --help。'],
    [
      ['explain', 'a', 'b'],
      'explain 的参数过多：需要 1 个，给出了 2 个。用法见 scf-fixtures explain --help。',
    ],
    [
      ['cron', '* * * * * * *', '--dialect', 'x'],
      '选项 --dialect <page> 的值 x 无效，可选 current, guide。用法见 scf-fixtures cron --help。',
    ],
    [['gen', 'tiemr'], '没有类型 "tiemr"：是否想用 "timer"？'],
    [['gen', 'timer', '--count', '0'], '无法使用 --count 0：必须是 1 到 1,000,000 之间的整数。'],
    [['replay'], '没有可重放的内容：请指定已保存的失败，或使用 --all。'],
    [['gen', '--config'], '--config 没有指定文件：请指定一个，例如 --config scf-fixtures.config.json。'],
    [['check', '/missing.json'], '无法打开 /missing.json：没有这样的文件或目录（ENOENT）。'],
  ])('%j is refused in Chinese', async (args, sentence) => {
    const { stderr, exitCode } = await runCli(args, { env: chineseEnv });
    expect([stderr, exitCode]).toEqual([`scf-fixtures: ${sentence}\n`, 2]);
  });

  test('of completions is the same', async () => {
    const { stdout } = await runCli(['complete', '--', 'gen', '--shar'], { env: chineseEnv });
    expect(stdout).toContain('--shard\t只生成 n 个分片中的第 i 片\n');
  });
});

test('lines are as wide as two columns for each character of Chinese, and begin with no closing punctuation', () => {
  expect(columnsOf('类型 kind')).toBe(9);
  expect(wrapped('事件的类型，不再自动识别', 10)).toBe('事件的类\n型，不再自\n动识别');
  expect(wrapped('用 --allow-host 允许（可重复）', 14)).toBe('用\n--allow-host\n允许（可重复）');
});

describe('what commands print, in Chinese', () => {
  const told = async (args: readonly string[], options: CliOptions = {}) =>
    runCli([...args, '--lang', 'zh'], options);

  test('is what check has found', async () => {
    const { stderr, exitCode } = await told(['check', '-'], { stdin: '{"a":1}' });
    expect([stderr, exitCode]).toEqual(['检查了 1 个事件：1 个错误，0 个警告。\n', 1]);
  });

  test('is what gen has written, and how to get it again', async () => {
    const cwd = temporaryDirectory();
    expect((await told(['gen', 'timer', '--count', '3'], { cwd })).stderr).toBe(
      '已将 3 个 timer 事件写入 fixtures/timer（新增 3）。再次生成：scf-fixtures gen timer --count 3 --seed 42\n',
    );
    expect((await runCli(['gen', 'timer', '--count', '3'], { cwd })).stderr).toBe(
      'Wrote 3 timer events to fixtures/timer (3 unchanged). Repeat: scf-fixtures gen timer --count 3 --seed 42\n',
    );
  });

  test('is the report of a fuzz and its summary; what the function says stays as it is', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(
      join(cwd, 'index.js'),
      `let last = 0;\nexports.main_handler = async () => 'What happened:'.repeat(++last > 1 ? 2 : 1);\n`,
    );
    const fuzz = ['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '5', '--no-store'];
    const { stdout, stderr, exitCode } = await told(fuzz, { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/\n经过：\n {2}00:00:00 {2}该事件，实例 \d（冷启动）："What happened:"/);
    expect(stdout).toMatch(/\n对照：\n[\s\S]*\n事件：\n[\s\S]*\n重放：种子 "42"，用例 \d+\n/);
    expect(stderr).toMatch(
      /尝试了 timer 的 5 个用例，种子 42：\d+ 处问题。\n下一步：\S+findings\.zh-CN\.md#\S+ 说明如何修复第一处。查看全部：--report text。\n$/,
    );
    expect((await runCli(fuzz, { cwd })).stdout).toMatch(/\nWhat happened:\n/);
    await told([...fuzz, '--report', 'html=fuzz.html'], { cwd });
    expect(readFileSync(join(cwd, 'fuzz.html'), 'utf8')).toContain('<html lang="zh-CN">');
  });

  test('is what was found, in every form for people; the form for programs stays as it is', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'index.js'), 'exports.main_handler = async ({ body }) => JSON.parse(body);');
    const forms = ['text', 'junit', 'sarif', 'gitlab', 'html', 'json'];
    const reports = forms.flatMap((form) => ['--report', `${form}=${form}`]);
    await told(['fuzz', 'index.main_handler', '--kind', 'apigw', '--runs', '5', '--no-store', ...reports], {
      cwd,
    });
    const [json = '', ...others] = forms.toReversed().map((form) => readFileSync(join(cwd, form), 'utf8'));
    for (const text of others) {
      expect(text).toContain('有效的事件不会引发语言本身或其标准库抛出的错误。');
      expect(text).toContain('处理函数以 SyntaxError: ');
    }
    expect(json).toContain('The handler ends with SyntaxError: ');
    expect(json).not.toMatch(/\p{Script=Han}{4}/u);
  });

  test('is why a run proves little, and what is to be noted of it', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(
      join(cwd, 'index.js'),
      "exports.main_handler = () => require('node:child_process').execSync('ls');",
    );
    const { stdout, stderr } = await told(
      ['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '5', '--no-store'],
      { cwd },
    );
    expect(stdout).toMatch(/^说明不了什么：处理函数在 \d+ 个事件中有 \d+ 个失败（多为 /);
    expect(stderr).toMatch(/注意：child_process\.execSync "ls" 被拒绝 \d+ 次：/);
  });

  test('is what deviates, and where that is known from', async () => {
    const { stdout } = await told(['check', '--kind', 'timer', '-'], { stdin: '{"Type":"Timer"}' });
    expect(stdout).toMatch(/-: 错误: Message：期望 有值，实际 没有 {2}\[timer\/\S+\] \(.*抓包\)\n/);
  });

  test('is what import has found', async () => {
    const cwd = temporaryDirectory();
    const { stdout: event } = await runCli(['gen', 'timer', '--out', '-']);
    writeFileSync(join(cwd, 'function.log'), `START\n${event}`);
    expect((await told(['import', 'function.log'], { cwd })).stderr).toBe(
      '找到 1 个事件（1 timer），将 1 个样本写入 fixtures（新增 1，变化 0，不变 0）。\n',
    );
  });

  test('is how replay ends', async () => {
    const { stderr } = await told(['replay', '--all'], { cwd: temporaryDirectory() });
    expect(stderr).toBe('重放了 0 处问题：全部通过。\n');
  });
});

test.each([
  [
    'a code',
    'the process ended with exit code 3 before it was ready, and wrote last: no database',
    '退出码 3',
  ],
  ['a signal', 'the process was ended by SIGSEGV before it was ready, and wrote nothing', '被 SIGSEGV 结束'],
])('why a process was not ready is told in Chinese: %s', (_, english, told) => {
  expect(chinese.note(english)).toContain(told);
});

test('a folder with two functions is told without one that it does not name', () => {
  const english =
    'Cannot tell which function is meant: index.js and index.py both fit. Name the file, such as index.js.';
  expect(chinese.of(english)).toMatch(/^无法判断是哪个函数：/);
});
