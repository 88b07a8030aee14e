// The declarations in dist: one tree, in which what depends on packages that have types for each form stands twice.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const tree = 'dist/types';
/** Their classes have private members, so those of one form are no types of the other. */
const twofold = /^(?:fast-check|msw|vitest|expect|@jest\/globals)(?:\/|$)/;
/** An import or export of a declaration file, with its specifier. */
const specifiers = /(\bfrom '|\bimport\('|\bimport '|\bdeclare module ')([^']+)(?=')/g;

/**
 * Writes dist/types and, for each entry, `<name>.d.ts` of the ES module and `<name>.d.cts` of CommonJS.
 *
 * @param entries the source of each entry by its name
 */
export function writeTypes(entries) {
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  // What is wrong in them `npm run typecheck` says, for the whole repository.
  const args = [tsc, '-p', 'scripts/tsconfig.types.json', '--noCheck', '--singleThreaded'];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
  const shown = Object.entries(entries).filter(([name]) => !['main', 'allMatchers'].includes(name));
  const roots = shown.map(([, file]) => resolve(tree, file.replace(/^src\/(.*)\.ts$/, '$1.d.ts')));
  const imports = importsFrom(roots);
  removeOthers(imports);
  const twins = twinsIn(imports);
  for (const file of twins) writeFileSync(file.replace(/\.d\.ts$/, '.d.mts'), twinOf(file, twins));
  // Types of CommonJS can be imported from both forms; those of ES modules only from such.
  writeFileSync(`${tree}/package.json`, '{ "type": "commonjs" }\n');
  for (const [index, [name, file]] of shown.entries()) {
    const isTwin = twins.has(roots[index]);
    const path = `./types/${file.slice(4, -3)}`;
    const door = (specifier) =>
      ['vitest', 'jest'].includes(name) ? `import '${specifier}';\n` : `export * from '${specifier}';\n`;
    writeFileSync(`dist/${name}.d.ts`, door(`${path}${isTwin ? '.mjs' : '.js'}`));
    writeFileSync(`dist/${name}.d.cts`, door(`${path}.js`));
  }
}

/** What each file that is reached imports: declaration files by path, packages by name. */
function importsFrom(roots) {
  const imports = new Map();
  const waiting = [...roots];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (imports.has(file)) continue;
    const named = [...readFileSync(file, 'utf8').matchAll(specifiers)].map(([, , specifier]) =>
      specifier.startsWith('.') ? declarationOf(file, specifier) : specifier,
    );
    imports.set(file, named);
    waiting.push(...named.filter((one) => existsSync(one)));
  }
  return imports;
}

const declarationOf = (file, specifier) => resolve(dirname(file), specifier.replace(/\.js$/, '.d.ts'));

/** Declarations that no entry shows. */
function removeOthers(imports) {
  for (const name of readdirSync(tree, { recursive: true })) {
    const file = resolve(tree, name);
    if (file.endsWith('.d.ts') && !imports.has(file)) rmSync(file);
  }
}

/** The files that import such a package, themselves or through others. */
function twinsIn(imports) {
  const twins = new Set();
  for (let before = -1; before !== twins.size; ) {
    before = twins.size;
    for (const [file, named] of imports)
      if (named.some((one) => twofold.test(one) || twins.has(one))) twins.add(file);
  }
  return twins;
}

function twinOf(file, twins) {
  return readFileSync(file, 'utf8').replace(specifiers, (whole, start, specifier) =>
    specifier.startsWith('.') && twins.has(declarationOf(file, specifier))
      ? `${start}${specifier.replace(/\.js$/, '.mjs')}`
      : whole,
  );
}
