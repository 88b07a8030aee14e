// The program that bundles a function written in TypeScript; `npm run generate` makes src/generated/buildMainText.ts of it.
import { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { BuildOrder, BuildResult } from './builtScript.js';

/** What is used of esbuild, https://esbuild.github.io/api/. */
interface Esbuild {
  build(
    options: object,
  ): Promise<{ readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> } }>;
}

/** What is used of rolldown, https://rolldown.rs/reference/. */
interface Rolldown {
  rolldown(options: object): Promise<{
    write(
      options: object,
    ): Promise<{ readonly output: readonly { readonly moduleIds?: readonly string[] }[] }>;
  }>;
}

const order = JSON.parse(process.argv[1] ?? '') as BuildOrder;
const { requireFrom, entry, outfile, target } = order;
const fromEntry = createRequire(entry);

/** A package that the function would require where it is deployed; what it cannot require becomes part of the bundle. */
function isPackage(name: string): boolean {
  if (isBuiltin(name)) return true;
  if (/^\.{0,2}\/|^[A-Za-z]:/.test(name)) return false;
  try {
    fromEntry.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** A bundle lies elsewhere than its source, which reads what lies beside it. */
const define = {
  __dirname: JSON.stringify(dirname(entry)),
  __filename: JSON.stringify(entry),
  'import.meta.url': JSON.stringify(pathToFileURL(entry).href),
  'import.meta.dirname': JSON.stringify(dirname(entry)),
  'import.meta.filename': JSON.stringify(entry),
};

async function byEsbuild({ build }: Esbuild): Promise<readonly string[]> {
  const packages = {
    name: 'packages',
    setup(setup: { onResolve(filter: object, resolve: (asked: { path: string }) => unknown): void }) {
      setup.onResolve({ filter: /^[^./]/ }, ({ path }) =>
        isPackage(path) ? { path, external: true } : undefined,
      );
    },
  };
  const { metafile } = await build({
    absWorkingDir: dirname(entry),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target,
    sourcemap: 'inline',
    define,
    metafile: true,
    logLevel: 'silent',
    plugins: [packages],
  });
  return Object.keys(metafile.inputs);
}

async function byRolldown({ rolldown }: Rolldown): Promise<readonly string[]> {
  const bundle = await rolldown({
    cwd: dirname(entry),
    input: entry,
    platform: 'node',
    external: isPackage,
    resolve: {
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'], '.mjs': ['.mts', '.mjs'], '.cjs': ['.cts', '.cjs'] },
    },
    transform: { target, define },
    tsconfig: true,
    logLevel: 'silent',
  });
  const { output } = await bundle.write({
    file: outfile,
    format: 'cjs',
    exports: 'named',
    sourcemap: 'inline',
    codeSplitting: false,
  });
  return output.flatMap(({ moduleIds = [] }) => moduleIds);
}

async function build(): Promise<BuildResult> {
  try {
    const module: { readonly default?: object } = await import(pathToFileURL(requireFrom).href);
    const builder = Object.assign({}, module.default, module) as Esbuild & Rolldown;
    const inputs = order.builder === 'esbuild' ? await byEsbuild(builder) : await byRolldown(builder);
    return { inputs };
  } catch (error) {
    return { problem: problemOf(error as BuildError) };
  }
}

/** What both throw, which differ in where they tell the place. */
interface BuildError extends Error {
  readonly errors?: readonly {
    readonly text?: string;
    readonly message?: string;
    readonly location?: { readonly file: string; readonly line: number };
  }[];
}

function problemOf(error: BuildError): string {
  const [first] = error.errors ?? [];
  const { file, line } = first?.location ?? {};
  const place = line === undefined ? placeIn(first?.message ?? '') : `${file}, line ${line}: `;
  const [said = ''] = stripVTControlCharacters(first?.text ?? first?.message ?? error.message).split('\n');
  return `${place}${said.replace(/^\[\w+\] /, '')}`;
}

/** As rolldown draws it: `[ index.ts:2:12 ]`. */
function placeIn(message: string): string {
  const [, drawn = ''] = stripVTControlCharacters(message).split('[ ', 2);
  const [place = ''] = drawn.split(' ]', 1);
  const parts = place.split(':');
  return parts.length < 3 ? '' : `${parts.slice(0, -2).join(':')}, line ${parts.at(-2)}: `;
}

void build().then((result) => process.stdout.write(JSON.stringify(result)));
