import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPage, exportedNames } from './api.mjs';
import { commandsPage } from './commands.mjs';
import { findingsPages } from './findings.mjs';
import { kindPage, kindsTable } from './kinds.mjs';
import { failureOf, matchersPage } from './matchers.mjs';
import { oraclesTable, oraclesTableInChinese } from './oracles.mjs';
import { responsesPage } from './responses.mjs';

/** Folders that hold nothing else than what is made here. */
export const madeFolders = ['docs/kinds', 'docs/api'];

/**
 * Every page that is made of what the code does, by its file.
 *
 * @param library the entries of the package, from dist or from source; `chinese` is src/chinese, `help` gives the help
 * text of a command, `root` is the folder of the repository.
 */
export async function pagesOf(library) {
  const { root, index, responses, fuzz, chinese, help } = library;
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const pages = new Map();
  const chineseOf = new Map();
  for (const trigger of index.triggers) {
    const { name } = trigger;
    chineseOf.set(name, await chinese.chineseFor(name));
    pages.set(`docs/kinds/${name}.md`, kindPage(index, trigger));
    pages.set(`docs/kinds/${name}.zh-CN.md`, kindPage(index, trigger, chineseOf.get(name)));
  }
  pages.set('docs/matchers.md', await matchersPage(library, read('src/matchers/scfMatchers.ts')));
  pages.set('docs/commands.md', await commandsPage(help, 'en'));
  pages.set('docs/commands.zh-CN.md', await commandsPage(help, 'zh'));
  pages.set('docs/responses.md', responsesPage(index, responses));
  for (const [file, page] of await findingsPages(fuzz)) pages.set(file, page);
  pages.set('docs/fuzzing.md', filled(read('docs/fuzzing.md'), 'oracles', oraclesTable(fuzz)));
  const guide = 'docs/fuzzing.zh-CN.md';
  pages.set(guide, filled(read(guide), 'oracles', await oraclesTableInChinese(fuzz, chinese.oracles)));
  for (const [file, spoken] of [
    ['README.md', undefined],
    ['README.zh-CN.md', chineseOf],
  ]) {
    const withKinds = filled(read(file), 'kinds', kindsTable(index, spoken));
    const failure = await failureOf(library, 'toBeValidApigwResponse');
    pages.set(file, filled(withKinds, 'failure', failure));
  }
  return pages;
}

/** The report of every entry, by its file; `types` is the folder of the declarations. */
export function apiPagesOf(root, types) {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const entries = Object.entries(exports).flatMap(([entry, target]) =>
    target.import === undefined
      ? []
      : [[`scf-fixtures${entry.slice(1)}`, target.import.types.replace(/^\.\/dist\/|\.d\.ts$/g, '')]],
  );
  const exported = entries.flatMap(([, name]) => exportedNames(types, name));
  return new Map(
    entries.map(([specifier, name]) => [`docs/api/${name}.md`, apiPage(specifier, types, name, exported)]),
  );
}

function filled(text, name, content) {
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`no <!-- ${name} --> part`);
  return text.replace(pattern, (_, open, close) => `${open}${content}\n${close}`);
}
