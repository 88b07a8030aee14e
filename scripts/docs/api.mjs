import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fenced, madeBy, paged } from './markdown.mjs';

/**
 * The report of an entry: what it exports, each with its declaration, without comments. A change of the public API is
 * then a change of a committed file.
 *
 * @param types the folder of the declarations; `name` is the entry's in `dist`: index, core, runtime;
 * `elsewhere` are the names that any entry exports
 */
export function apiPage(specifier, types, name, elsewhere) {
  const file = entryFile(types, name);
  const { statements } = moduleOf(file);
  const ambient = statements.filter((text) => /^declare (?:global|module)\b/.test(text));
  const exported = [...exportsOf(file)].sort(([a], [b]) => (a < b ? -1 : 1));
  const namespaces = exported.filter(([, { namespace }]) => namespace !== undefined);
  const block = (heading, texts) =>
    texts.length === 0
      ? []
      : [heading, fenced('ts', texts.join('\n').replaceAll(/import\("[^"]+"\)\./g, ''))];
  return paged([
    madeBy('the declarations in dist/types'),
    `# ${specifier}`,
    ...block(
      `\`import { … } from '${specifier}'\` has:`,
      exported.filter(([, { text }]) => text !== undefined).map(([, { text }]) => text),
    ),
    ...namespaces.flatMap(([alias, { namespace }]) =>
      block(
        `## ${alias}`,
        [...namespace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { text }]) => text),
      ),
    ),
    ...block(
      'Named in these, and exported by no entry:',
      [...namedIn(exported, elsewhere)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { text }]) => text),
    ),
    ...block(`\`import '${specifier}'\` adds:`, ambient),
  ]);
}

/** The build writes `<entry>.d.ts` for `src/<entry>.ts` or `src/<entry>/index.ts`; the matchers' second door is a file. */
function entryFile(types, name) {
  for (const candidate of [`${name}.d.ts`, `${name}/index.d.ts`, `matchers/${name}.d.ts`]) {
    try {
      readFileSync(join(types, candidate));
      return join(types, candidate);
    } catch {}
  }
  throw new Error(`Cannot report on ${name}: ${types} holds no declarations of it.`);
}

/** What a file exports by name: the text of a declaration, or the exports of a namespace. */
function exportsOf(file) {
  const { statements, declared } = moduleOf(file);
  const found = new Map();
  const target = (specifier) => targetOf(file, specifier);
  for (const text of statements) {
    const whole = /^export \*(?: as (\w+))? from ['"](\..+)['"];$/.exec(text);
    const list = /^export (?:type )?\{([\s\S]*)\}(?: from ['"](.+)['"])?;$/.exec(text);
    if (whole !== null) {
      const [, alias, specifier] = whole;
      const inner = exportsOf(target(specifier));
      if (alias === undefined) for (const [name, what] of inner) found.set(name, what);
      else found.set(alias, { namespace: inner });
    } else if (list !== null) {
      const [, names, specifier] = list;
      for (const { own, alias } of namesIn(names)) {
        const from = specifier ?? imported(statements, own)?.specifier;
        const name = specifier === undefined ? (imported(statements, own)?.name ?? own) : own;
        const what = from?.startsWith('.')
          ? exportsOf(target(from)).get(name)
          : { text: declared.get(own), file };
        if (what?.text === undefined)
          throw new Error(`Cannot report ${own} of ${file}: no declaration found.`);
        found.set(alias, alias === name ? what : { ...what, text: `${what.text} // as ${alias}` });
      }
    } else if (text.startsWith('export ')) {
      const name = nameOf(text);
      const before = found.get(name)?.text;
      const own = plain(text);
      found.set(name, { text: before === undefined ? own : `${before}\n${own}`, file });
    }
  }
  return found;
}

/** The names that an entry exports. */
export const exportedNames = (types, name) => [...exportsOf(entryFile(types, name)).keys()];

/** The types of this package that declarations name without their being exported, and those that these name. */
function namedIn(exported, elsewhere) {
  const all = exported.flatMap(([name, what]) => (what.namespace ? [...what.namespace] : [[name, what]]));
  const known = new Set(elsewhere);
  const hidden = new Map();
  const queue = all.map(([, what]) => what);
  for (const { text, file } of queue) {
    const names = [...text.matchAll(/(?:import\("(\.[^"]+)"\)\.)?\b([A-Z]\w*)\b/g)];
    for (const [, specifier, name] of names) {
      if (known.has(name)) continue;
      const found =
        specifier === undefined ? declarationOf(name, file) : exportsOf(targetOf(file, specifier)).get(name);
      if (found?.text === undefined) continue;
      known.add(name);
      hidden.set(name, found);
      queue.push(found);
    }
  }
  return hidden;
}

/** What a name means in a file of this package. */
function declarationOf(name, file) {
  const { statements, declared } = moduleOf(file);
  if (declared.has(name)) return { text: declared.get(name), file };
  const from = imported(statements, name);
  return from?.specifier.startsWith('.')
    ? exportsOf(targetOf(file, from.specifier)).get(from.name)
    : undefined;
}

const targetOf = (file, specifier) => join(dirname(file), specifier.replace(/\.js$/, '.d.ts'));

const namesIn = (list) =>
  list
    .split(',')
    .map((part) => part.trim().replace(/^type /, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(' as '))
    .map(([own, alias = own]) => ({ own, alias }));

/** Where a name that a file imports comes from. */
function imported(statements, name) {
  for (const text of statements) {
    const [, list, specifier] = /^import (?:type )?\{([\s\S]*)\} from ['"](.+)['"];$/.exec(text) ?? [];
    const match = list && namesIn(list).find(({ alias }) => alias === name);
    if (match) return { name: match.own, specifier };
  }
  return undefined;
}

const nameOf = (text) =>
  /^(?:export )?(?:declare )?(?:abstract )?(?:function|const|let|class|interface|type|enum|namespace) (\w+)/.exec(
    text,
  )?.[1];

const plain = (text) => text.replace(/^export (?:declare )?/, '').replace(/^declare /, '');

const modules = new Map();

function moduleOf(file) {
  if (!modules.has(file)) modules.set(file, readModule(file));
  return modules.get(file);
}

function readModule(file) {
  const statements = statementsOf(readFileSync(file, 'utf8'));
  const declared = new Map();
  for (const text of statements) {
    const name = nameOf(text);
    if (name !== undefined) declared.set(name, plain(text));
  }
  return { statements, declared };
}

/** The statements of a declaration file, comments left out. */
function statementsOf(source) {
  const statements = [];
  let text = '';
  let depth = 0;
  // Comments, strings and templates whole, everything else a character at a time.
  for (const [token] of source.matchAll(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\s\S]/g,
  )) {
    if (token.startsWith('/*') || token.startsWith('//')) continue;
    text += token;
    if ('{(['.includes(token)) depth += 1;
    if ('})]'.includes(token)) depth -= 1;
    if (depth > 0 || !(token === ';' || (token === '}' && endsWithBrace(text)))) continue;
    statements.push(tidy(text));
    text = '';
  }
  return statements.filter((statement) => statement !== '' && statement !== 'export {};');
}

const endsWithBrace = (text) =>
  /^\s*(?:export )?(?:declare )?(?:abstract )?(?:interface|class|enum|namespace|module|global)\b/.test(text);

/** Without empty lines and what is private, and with two spaces a level. */
const tidy = (text) =>
  text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(?:private |#private)/.test(line))
    .map((line) => line.replace(/^ +/, (spaces) => ' '.repeat(spaces.length / 2)).trimEnd())
    .join('\n');
