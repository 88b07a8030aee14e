// Bundles the program of a thread into one text.
import { rolldown } from 'rolldown';

/** Programs that an older Node runs as well, and the language of the oldest (private methods are left as they are for `node12`, which has none). */
const olderNodes = { 'src/runtime/node/nodeMain.ts': 'es2019' };

/** A program with all it imports, as a template literal of a CommonJS script. */
export async function textOfProgram(root, file) {
  const bundle = await rolldown({
    cwd: root,
    input: file,
    platform: 'node',
    external: /^node:/,
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: olderNodes[file] ?? 'node20' },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    comments: false,
    ...(file in olderNodes ? { minify: true } : {}),
  });
  await bundle.close();
  const [{ code: bundled }] = output;
  // Before 14.18 no module of Node's has the prefix.
  const code = file in olderNodes ? bundled.replace(/require\((["'`])node:/g, 'require($1') : bundled;
  return `\`'use strict';\n${code.trimEnd().replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
}
