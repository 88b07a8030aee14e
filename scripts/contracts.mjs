import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { inEnglish } from './chinese.mjs';
import { withSources } from './sources.mjs';

/** The contracts below src, each with the path of its file and the name that its `$id` gives it. */
export function contractsIn(root) {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('schema.json'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
    .map((file) => {
      const schema = withSources(JSON.parse(readFileSync(join(root, file), 'utf8')));
      return { file, name: basename(schema.$id, '.schema.json'), schema };
    });
}

/** Writes the schemas that the package publishes. */
export function publishSchemas(root, folder) {
  const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  for (const { name, schema } of contractsIn(root))
    writeFileSync(
      join(root, folder, `${name}.schema.json`),
      `${JSON.stringify({ ...inEnglish(schema), $id: `${homepage.replace(/\/$/, '')}/schemas/${name}.schema.json` }, null, 2)}\n`,
    );
}
