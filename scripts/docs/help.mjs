import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** What every command says of itself, from source and in this process: a process for each takes longer than all else. */
export async function loadHelp(root) {
  const bundle = await rolldown({
    cwd: resolve(root),
    input: './cli/program.ts',
    platform: 'node',
    external: (id) => !isAbsolute(id) && /^[^./]/.test(id),
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  // Its packages are found from there, and the repository above it.
  const folder = resolve(root, 'node_modules/.cache');
  const file = join(folder, `program-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, output[0].code);
  try {
    const { runProgram } = await import(pathToFileURL(file).href);
    return (words, language) => helpFrom(runProgram, [...words, '--lang', language, '--help']);
  } finally {
    rmSync(file);
  }
}

async function helpFrom(runProgram, words) {
  let text = '';
  const output = {
    isTerminal: false,
    write(part) {
      text += part;
    },
  };
  const io = { cwd: process.cwd(), env: { LC_ALL: 'C' }, stdin: process.stdin, exitCode: 0, program: '' };
  await runProgram(words, { ...io, stdout: output, stderr: output });
  return text;
}
