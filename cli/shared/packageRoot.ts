import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The directory of this package, with `templates` and `package.json` in it, whether it runs built or from source. */
export function packageRoot(): URL {
  let directory = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', directory))) {
    const parent = new URL('..', directory);
    if (parent.href === directory.href)
      throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`);
    directory = parent;
  }
  return directory;
}

/** The version of this package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot()), 'utf8')) as {
    version: string;
  };
  return version;
}
