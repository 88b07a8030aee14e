// Bundles the program of a thread into one text.
import { rolldown } from 'rolldown';

/** A program with all it imports, as a template literal of a CommonJS script. */
export async function textOfProgram(root, file) {
  const bundle = await rolldown({
    cwd: root,
    input: file,
    platform: 'node',
    external: /^node:/,
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'node20' },
  });
  const { output } = await bundle.generate({ format: 'cjs', comments: false });
  await bundle.close();
  const [{ code }] = output;
  return `\`'use strict';\n${code.trimEnd().replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
}
