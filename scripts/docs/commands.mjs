import { fenced, madeBy, paged } from './markdown.mjs';

/** The command reference, from the help of the program and of every command in it. */
export async function commandsPage(help) {
  const parts = [];
  const visit = async (words) => {
    const text = await help(words);
    parts.push(
      `${'#'.repeat(words.length + 1)} ${['scf-fixtures', ...words].join(' ')}`,
      fenced('text', text),
    );
    for (const name of commandsIn(text)) await visit([...words, name]);
  };
  await visit([]);
  return paged([
    madeBy('the help of every command'),
    ...parts,
    'Exit codes: 0 fine, 1 a problem was found, 2 the command was wrong.',
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
