// What the benches of fuzzing run: the bugs and the fuzzer as one module, as they stand in the sources.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');
const modules = {
  'test/bench/bugs/allBugs.ts': ['allBugs'],
  'test/bench/bugs/correct.ts': ['correctHandlers'],
  'test/bench/bugs/memoryWorld.ts': ['memoryWorld'],
  'test/bench/bugs/world.ts': ['effectKindOf'],
  'src/fuzz/index.ts': ['arbitraryOf', 'findFailures', 'oracles'],
  'src/fuzz/planOf.ts': ['askedOracles', 'settingOf'],
  'src/fuzz/search/trial.ts': ['trialOf'],
  'src/index.ts': ['check', 'triggers'],
};

let library;

export function load() {
  library ??= bundled();
  return library;
}

async function bundled() {
  const folder = join(root, 'node_modules/.cache/scf-fixtures-bench');
  mkdirSync(folder, { recursive: true });
  const input = join(folder, 'input.ts');
  const lines = Object.entries(modules).map(
    ([path, names]) => `export { ${names.join(', ')} } from ${JSON.stringify(join(root, path))};\n`,
  );
  writeFileSync(input, lines.join(''));
  const bundle = await rolldown({ input, platform: 'node', external: /^[^./\0]/, logLevel: 'silent' });
  const file = join(folder, 'fuzz.mjs');
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  return import(pathToFileURL(file).href);
}

/** The options with which a handler of the benchmark is fuzzed. */
export const optionsFor = ({ memoryWorld, effectKindOf, triggers }, kind) => ({
  trigger: triggers.find(({ name }) => name === kind),
  setup: ({ effect }) => memoryWorld(effect),
  effectKindOf,
  directory: '/tmp/scf',
  timeoutMs: 1500,
  http: false,
});

/** One bug in eight, for a quick look. */
export const someOf = (bugs, quick) => (quick ? bugs.filter((_, index) => index % 8 === 0) : bugs);

export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
