import { dirname, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { readTriggers, requestsOf } from '../../src/triggerdesc/index.js';
import type { Io } from '../shared/io.js';
import { readText } from '../shared/readText.js';
import type { Turn } from '../shared/turn.js';
import { turnsOf } from './config.js';
import { loadConfig } from './loadConfig.js';

/** What is fixed for `gen` outside its command line. */
export interface Settings {
  readonly seed?: string | number;
  /** Directory to write to, absolute. */
  readonly out?: string;
  /** By kind: what its events take turns with. */
  readonly turns: ReadonlyMap<string, readonly Turn[]>;
}

/**
 * Reads the configuration file of the project, and the triggers of `--from-config`.
 *
 * @throws Misuse when one of them cannot be used.
 */
export async function loadSettings(
  file: string | undefined,
  triggerFile: string | undefined,
  io: Io,
): Promise<Settings> {
  const fixed = file === undefined ? { turns: new Map() } : await projectSettings(file);
  if (triggerFile === undefined) return fixed;
  return { ...fixed, turns: await sentBy(readText(resolve(io.cwd, triggerFile), triggerFile)) };
}

async function projectSettings(file: string): Promise<Settings> {
  const config = await loadConfig(file);
  const directory = dirname(file);
  const turns = new Map<string, readonly Turn[]>();
  for (const kind of Object.keys(config.kinds ?? {})) turns.set(kind, await turnsOf(config, kind, directory));
  return {
    turns,
    ...(config.seed === undefined ? {} : { seed: config.seed }),
    ...(config.out === undefined ? {} : { out: resolve(directory, config.out) }),
  };
}

async function sentBy(text: string): Promise<ReadonlyMap<string, readonly Turn[]>> {
  const turns = new Map<string, Turn[]>();
  const { triggers, isOfWebFunction = false } = await readTriggers(text);
  if (isOfWebFunction)
    throw new Misuse(
      'WEB_FUNCTION',
      'Cannot draw events: the configuration is that of a web function, which HTTP requests reach as they are and no event of a trigger. See whether it starts on SCF: scf-fixtures check its folder.',
    );
  for (const { config } of triggers) {
    for (const { kind, overrides, options } of requestsOf(config)) {
      turns.set(kind, [...(turns.get(kind) ?? []), { overrides, options }]);
    }
  }
  return turns;
}
