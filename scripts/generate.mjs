// Makes src/generated from the contracts in src/**/*.schema.json. Run it after editing a contract.
// With --check it writes nothing and exits 1 when a committed file is not what it would write.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { chineseOf, inEnglish } from './chinese.mjs';
import { contractsIn } from './contracts.mjs';
import { nodeFeatures } from './nodeFeatures.mjs';
import { makePools } from './pools.mjs';
import { textOfProgram } from './programs.mjs';
import { validatorOf } from './validators.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale = [];

const banner = (source) => `// Made by scripts/generate.mjs from ${source}; do not edit.\n`;

async function put(path, text) {
  const file = join(root, path);
  const now = await readFile(file, 'utf8').catch(() => undefined);
  if (now === text) return;
  if (check) return void stale.push(path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`wrote ${path}`);
}

/** A text literal; parsing JSON from a text costs less at start-up than an object literal that nobody reads. */
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const fieldsText = (texts) => {
  const rows = Object.entries(texts).map(
    ([english, chinese]) => `  ${quoted(english)}: ${quoted(chinese)},\n`,
  );
  return `export const fields: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`;
};

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The schema without our own annotations, for the types. */
function plain(node) {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, value]) => [key, plain(value)]),
  );
}

/** A described reference becomes a union of one, so that it names the type it refers to and not a copy of it. */
function named(node) {
  if (Array.isArray(node)) return node.map(named);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, named(value)]);
  const { $ref, ...beside } = Object.fromEntries(entries);
  if (typeof $ref !== 'string') return Object.fromEntries(entries);
  return Object.keys(beside).length === 0 ? { $ref } : { ...beside, allOf: [{ $ref }] };
}

async function typesOf(schema) {
  const { $schema, $id, ...body } = named(plain(schema));
  const text = await compile(body, schema.title, {
    bannerComment: '',
    additionalProperties: true,
    declareExternallyReferenced: true,
    unreachableDefinitions: false,
    ignoreMinAndMaxItems: true,
    format: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  // Open to unknown fields when checked, closed when written: an index signature would hide every misspelt field.
  return text
    .replace(/\n {2,}(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?\[k: string\]: unknown;/g, (match) =>
      match.includes('/**') ? match : '',
    )
    .replace(/\{\s*\}/g, '{ [k: string]: unknown }');
}

/** Where an event may also come in a form that somebody has to turn on, `x-type` names the type of the usual one. */
async function generate({ file: schemaFile, name, schema }) {
  const exported = camel(name);
  const { $schema, ...published } = inEnglish(schema);
  const chinese = chineseOf(schema, schemaFile);
  if (schemaFile.endsWith('/contract.schema.json'))
    await put(`src/generated/chinese/${name}.ts`, `${banner(schemaFile)}${fieldsText(chinese)}`);
  await put(`src/generated/${name}.validate.ts`, `${banner(schemaFile)}${validatorOf(schema, schemaFile)}`);
  await put(
    `src/generated/${name}.ts`,
    `${banner(schemaFile)}import { contractOf, type Contract } from '../kernel/contract.js';\n` +
      `import { validate } from './${name}.validate.js';\n\n${await typesOf(schema)}\n` +
      `export const ${exported}Contract: Contract<${schema['x-type'] ?? schema.title}> = contractOf({\n  name: ${JSON.stringify(name)},\n  validate,\n` +
      `  schema: () => JSON.parse(${quoted(JSON.stringify({ $schema, ...published }))}),\n});\n`,
  );
}

const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const contract of contractsIn(root)) {
  if (only.length === 0 || only.some((name) => contract.file.includes(`/${name}/`))) await generate(contract);
}

/** The triggers by kind, each behind an import of its own. */
function lazyTriggers(index) {
  const rows = [...index.matchAll(/export\s*\{([^}]*)\}\s*from '\.\/([\w-]+)\/(\w+)\.js'/g)].map(
    ([, names, kind, file]) => {
      const name = names
        .split(',')
        .map((part) => part.trim())
        .find((part) => part === camel(kind));
      if (name === undefined)
        throw new Error(`src/triggers/index.ts exports no ${camel(kind)} from ./${kind}`);
      return `  '${kind}': async () => (await import('./${kind}/${file}.js')).${name},`;
    },
  );
  return `export const lazyTriggers = {\n${rows.sort().join('\n')}\n};\n`;
}

if (only.length === 0)
  await put(
    'src/triggers/lazy.ts',
    `${banner('src/triggers/index.ts')}${lazyTriggers(await readFile(join(root, 'src/triggers/index.ts'), 'utf8'))}`,
  );
/** What is said of each kind in Chinese, each behind an import of its own. */
function lazyChinese() {
  const kinds = contractsIn(root).flatMap(
    ({ file }) => /^src\/triggers\/([^/]+)\/contract\.schema\.json$/.exec(file)?.slice(1) ?? [],
  );
  const rows = kinds
    .sort()
    .map(
      (kind) =>
        `  ${/^\w+$/.test(kind) ? kind : `'${kind}'`}: async () => (await import('./${kind}/chinese.js')).chinese,`,
    );
  return `export const lazyChinese = {\n${rows.join('\n')}\n};\n`;
}

if (only.length === 0)
  await put('src/triggers/lazyChinese.ts', `${banner('the folders beside it')}${lazyChinese()}`);
if (only.length === 0) await put('src/generated/pools.ts', makePools(banner('@faker-js/faker')));

if (only.length === 0)
  await put(
    'src/generated/nodeFeatures.ts',
    `${banner('@mdn/browser-compat-data')}${featuresText(nodeFeatures())}`,
  );

/** The tables of versions, each as one text. */
function featuresText(tables) {
  return Object.entries(tables)
    .map(([name, table]) => {
      const rows = Object.entries(table).map(([feature, version]) => `${feature} ${version}`);
      return `/** Version of Node that brought each of the ${name}. */\nexport const ${name} =\n  '${rows.join(',')}';\n`;
    })
    .join('\n');
}

/** Programs of threads and processes, which travel as text: so they need no file of their own, from source and from any bundle. */
const programs = [
  'src/runtime/worker/workerMain.ts',
  'src/runtime/node/nodeMain.ts',
  'src/fuzz/play/watchdogThread.ts',
  'src/fakes/serve/checkHandlerThread.ts',
  'src/runtime/networkRelay.ts',
  'src/runtime/buildMain.ts',
];
if (only.length === 0) {
  for (const file of programs) {
    const name = `${basename(file, '.ts')}Text`;
    const text = await textOfProgram(root, file);
    await put(
      `src/generated/${name}.ts`,
      `${banner(`${file} and what it imports`)}export const ${name}: string = ${text};\n`,
    );
  }
}

/** Programs in other languages, which travel as texts, too. */
const bootstraps = [['pythonBootstrapFiles', 'src/runtime/python/bootstrap', '.py']];
if (only.length === 0) {
  for (const [name, folder, ending] of bootstraps) {
    const files = (await readdir(join(root, folder))).filter((file) => file.endsWith(ending)).sort();
    const rows = [];
    for (const file of files)
      rows.push(`  '${file}': ${literal(await readFile(join(root, folder, file), 'utf8'))},\n`);
    await put(
      `src/generated/${name}.ts`,
      `${banner(folder)}export const ${name}: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`,
    );
  }
}

/** The styles of pages that are one file: the colours of the explorer, and their own. */
for (const [folder, own] of only.length > 0
  ? []
  : [
      ['cli/fuzz/forms/html', 'report'],
      ['cli/serve/inspect', 'inspect'],
    ]) {
  const files = ['src/explorer/tokens.css', `${folder}/${own}.css`];
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const style = texts
    .join('')
    .replaceAll(/\/\*.*?\*\/|^ +/gms, '')
    .replaceAll(/([{;,])\n/g, '$1')
    .replaceAll(/;\}/g, '}');
  await put(
    `${folder}/style.ts`,
    `${banner(files.join(' and '))}export const style: string = ${literal(style)};\n`,
  );
}

/** A text that may have several lines. */
function literal(text) {
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
}

if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run generate.`);
  process.exitCode = 1;
}
