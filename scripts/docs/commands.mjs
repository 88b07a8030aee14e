import { fenced, madeBy, paged } from './markdown.mjs';

const exitCodes = {
  en: 'Exit codes: 0 fine, 1 a problem was found, 2 the command was wrong.',
  zh: '退出码：0 表示正常，1 表示发现了问题，2 表示命令有误。',
};
const otherLanguage = { en: '[简体中文](commands.zh-CN.md)', zh: '[English](commands.md)' };

/** The command reference in a language, from the help of the program and of every command in it. */
export async function commandsPage(help, language) {
  const parts = [];
  const visit = async (words) => {
    parts.push(
      `${'#'.repeat(words.length + 1)} ${['scf-fixtures', ...words].join(' ')}`,
      fenced('text', await help(words, language)),
    );
    // The titles of the English help tell which commands there are.
    for (const name of commandsIn(await help(words, 'en'))) await visit([...words, name]);
  };
  await visit([]);
  const [title, ...rest] = parts;
  return paged([
    madeBy('the help of every command'),
    title,
    otherLanguage[language],
    ...rest,
    exitCodes[language],
  ]);
}

/** The names of the commands in a command, below whichever titles, without the one that only shows help. */
function commandsIn(text) {
  if (!/^Usage: .*\[command\]$/m.test(text)) return [];
  const lists = text
    .split(/^(?=\w+:$)/m)
    .filter((part) => !part.startsWith('Options:') && part.includes(':\n'));
  return lists
    .flatMap((list) => [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)])
    .map(([, name]) => name)
    .filter((name) => name !== 'help');
}
