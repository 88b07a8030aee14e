import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { type Config, Misuse } from '../../src/core.js';
import { firstAbove } from '../shared/firstAbove.js';
import { readConfig } from './config.js';

type LoadConfigFromFile = (
  env: { command: 'serve'; mode: string },
  file: string,
  root: undefined,
  logLevel: 'silent',
) => Promise<{ config: unknown } | null>;

/**
 * Loads a configuration file.
 *
 * @throws Misuse in one sentence, when it cannot be loaded or is no configuration.
 */
export async function loadConfig(file: string): Promise<Config> {
  const shown = basename(file);
  if (!existsSync(file))
    throw new Misuse(
      'NO_CONFIG',
      `Cannot find the configuration file ${shown}: there is no such file. Name one that is there, or take --no-config.`,
    );
  const { lilconfig } = await import('lilconfig');
  const loaders = { '.ts': loadTypeScript, '.mts': loadTypeScript };
  const files = lilconfig('scf-fixtures', { loaders, ignoreEmptySearchPlaces: false, cache: false });
  let exported: unknown;
  try {
    exported = (await files.load(file))?.config;
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse('INVALID_CONFIG', `Cannot load ${shown}: ${reasonOf(error)}. Mend that place.`, {
      cause: error,
    });
  }
  return readConfig(exported, shown);
}

/** What an error says in its first line; of vite's, which counts errors there, the first one and its line. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG')
    return 'it is larger than 512 MB';
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const [first = '', second = first] = text.split('\n').filter((line) => line.trim() !== '');
  if (!first.startsWith('Build failed')) return first;
  const line = /:(\d+):\d+ \]/.exec(text)?.[1];
  return `${second.replace(/^\[\w+\] /, '')}${line === undefined ? '' : ` in line ${line}`}`;
}

/** Lets Node strip the types where it can and takes the file for a module, and vite of the user's project otherwise. */
async function loadTypeScript(file: string): Promise<unknown> {
  const isRun = Boolean(Reflect.get(process.features, 'typescript'));
  const vite = isRun && isModule(file) ? undefined : viteFor(file);
  if (vite === undefined && isRun) {
    const loaded: { default?: unknown } = await import(pathToFileURL(file).href);
    return loaded.default;
  }
  if (vite === undefined) {
    throw new Misuse(
      'TYPESCRIPT_CONFIG',
      `Cannot load ${basename(file)}: Node ${process.version} does not run TypeScript, and there is no vite that would translate it. Install vitest, take Node 22.18 or newer, or write it as scf-fixtures.config.js.`,
    );
  }
  const { loadConfigFromFile }: { loadConfigFromFile: LoadConfigFromFile } = await import(
    pathToFileURL(vite).href
  );
  return (await loadConfigFromFile({ command: 'serve', mode: 'development' }, file, undefined, 'silent'))
    ?.config;
}

/** Where the file says nothing else, Node goes by the nearest package.json. */
function isModule(file: string): boolean {
  if (file.endsWith('.mts')) return true;
  const manifest = firstAbove(dirname(file), (directory) => existsSync(join(directory, 'package.json')));
  if (manifest === undefined) return false;
  const read = join(manifest, 'package.json');
  try {
    const { type } = JSON.parse(readFileSync(read, 'utf8')) as { type?: unknown };
    return type === 'module';
  } catch (error) {
    throw new Misuse(
      'INVALID_MANIFEST',
      `Cannot load ${basename(file)}: ${read} is no JSON object (${(error as Error).message}). Mend that place.`,
    );
  }
}

/** The vite that the file's project has, be it by way of vitest, which pnpm keeps out of sight. */
function viteFor(file: string): string | undefined {
  try {
    return createRequire(file).resolve('vite');
  } catch {
    try {
      return createRequire(createRequire(file).resolve('vitest/package.json')).resolve('vite');
    } catch {
      return undefined;
    }
  }
}
