import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commentIn, described } from './docComments.mjs';
import { fenced, madeBy, paged } from './markdown.mjs';

/**
 * The report of an entry: what it exports, each with its declaration and what its comment says. A change of the public
 * API is then a change of a committed file.
 *
 * @param types the folder of the declarations; `name` is the entry's in `dist`: index, core, runtime;
 * `elsewhere` are the names that any entry exports
 */
export function apiPage(specifier, types, name, elsewhere) {
  const file = entryFile(types, name);
  const { statements } = moduleOf(file);
  const ambient = statements
    .filter(({ text }) => /^declare (?:global|module)\b/.test(text))
    .map(({ full }) => full);
  const exported = byName(exportsOf(file));
  const namespaces = exported.filter(([, { namespace }]) => namespace !== undefined);
  const own = exported.filter(([, { text }]) => text !== undefined);
  const hidden = byName(namedIn(exported, elsewhere));
  return paged([
    madeBy('the declarations in dist/types'),
    `# ${specifier}`,
    ...(own.length === 0 ? [] : [`\`import { … } from '${specifier}'\` has:`]),
    ...groups.flatMap(({ heading, has }) =>
      under(`## ${heading}`, own.filter(([, { text }]) => has.test(text)).flatMap(entry)),
    ),
    ...namespaces.flatMap(([alias, { namespace }]) => under(`## ${alias}`, byName(namespace).flatMap(entry))),
    ...under('## Named in these, and exported by no entry', hidden.flatMap(entry)),
    ...under(
      `\`import '${specifier}'\` adds:`,
      ambient.length === 0 ? [] : [fenced('ts', shown(ambient.join('\n')))],
    ),
  ]);
}

/** What an entry exports, as a reader looks for it. */
const groups = [
  { heading: 'Functions', has: /^(?:async )?function\b/ },
  { heading: 'Values', has: /^(?:const|let|enum)\b/ },
  { heading: 'Classes', has: /^(?:abstract )?class\b/ },
  { heading: 'Types', has: /^(?:interface|type)\b/ },
];

const byName = (exported) => [...exported].sort(([a], [b]) => (a < b ? -1 : 1));
const under = (heading, parts) => (parts.length === 0 ? [] : [heading, ...parts]);
const shown = (text) => text.replaceAll(/import\("[^"]+"\)\./g, '');
const entry = ([name, { full, comment }]) => [
  `### ${name}`,
  ...described(comment),
  fenced('ts', shown(full)),
];

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
  for (const statement of statements) {
    const { text } = statement;
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
          : { ...declared.get(own), file };
        if (what?.text === undefined)
          throw new Error(`Cannot report ${own} of ${file}: no declaration found.`);
        const as = alias === name ? '' : ` // as ${alias}`;
        found.set(alias, { ...what, text: what.text + as, full: what.full + as });
      }
    } else if (text.startsWith('export ')) {
      const name = nameOf(text);
      const before = found.get(name);
      const joined = (key) => [before?.[key], plain(statement[key])].filter(Boolean).join('\n');
      const comment = before?.comment ?? statement.comment;
      found.set(name, { text: joined('text'), full: joined('full'), comment, file });
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
  if (declared.has(name)) return { ...declared.get(name), file };
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
  for (const { text } of statements) {
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
  for (const { text, full, comment } of statements) {
    const name = nameOf(text);
    if (name !== undefined) declared.set(name, { text: plain(text), full: plain(full), comment });
  }
  return { statements, declared };
}

/**
 * The statements of a declaration file: each as `text` without comments, as `full` with those inside of it, and the
 * `comment` that stands before it.
 */
function statementsOf(source) {
  const statements = [];
  let text = '';
  let full = '';
  let comment;
  let depth = 0;
  // Comments, strings and templates whole, everything else a character at a time.
  for (const [token] of source.matchAll(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\s\S]/g,
  )) {
    if (token.startsWith('/*') || token.startsWith('//')) {
      if (text.trim() !== '') full += token.startsWith('/**') ? token : '';
      else if (token.startsWith('/**')) comment = commentIn(token);
      continue;
    }
    text += token;
    full += token;
    if ('{(['.includes(token)) depth += 1;
    if ('})]'.includes(token)) depth -= 1;
    if (depth > 0 || !(token === ';' || (token === '}' && endsWithBrace(text)))) continue;
    statements.push({ text: tidy(text), full: tidy(full), comment });
    [text, full, comment] = ['', '', undefined];
  }
  return statements.filter((statement) => statement.text !== '' && statement.text !== 'export {};');
}

const endsWithBrace = (text) =>
  /^\s*(?:export )?(?:declare )?(?:abstract )?(?:interface|class|enum|namespace|module|global)\b/.test(text);

/** Without empty lines and what is private, and with two spaces a level. */
const tidy = (text) =>
  withoutPrivate(text.trim().split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^ +/, (spaces) => ' '.repeat(Math.ceil(spaces.length / 2))).trimEnd())
    .join('\n');

/** Lines without those of private members and of the comments that stand before them. */
function withoutPrivate(lines) {
  const kept = [];
  for (const line of lines) {
    if (!/^\s*(?:private |#private)/.test(line)) kept.push(line);
    else if (kept.at(-1)?.trimEnd().endsWith('*/'))
      kept.length = kept.findLastIndex((before) => before.trimStart().startsWith('/**'));
  }
  return kept;
}
