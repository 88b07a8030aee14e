import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { readTriggers, requestsOf } from '../../src/triggerdesc/index.js';
import type { Io } from '../shared/io.js';
import type { Project } from '../shared/project.js';
import { readText } from '../shared/readText.js';
import type { Turn } from '../shared/turn.js';
import { turnsOf } from './config.js';

/** What is fixed for drawn events outside of the command line. */
export interface Settings {
  /** Directory to write to, absolute. */
  readonly out?: string;
  /** By kind: what its events take turns with. */
  readonly turns: ReadonlyMap<string, readonly Turn[]>;
}

/**
 * What the configuration file of the project says of events, or the triggers of `--from-config`.
 *
 * @throws Misuse when one of them cannot be used.
 */
export async function loadSettings(triggerFile: string | undefined, io: Io): Promise<Settings> {
  const fixed = io.project === undefined ? { turns: new Map() } : await projectSettings(io.project);
  if (triggerFile === undefined) return fixed;
  return { ...fixed, turns: await sentBy(readText(resolve(io.cwd, triggerFile), triggerFile)) };
}

/** What the events of a kind take turns with in this project. */
export async function turnsFor(kind: string, { project }: Pick<Io, 'project'>): Promise<readonly Turn[]> {
  const turns = project === undefined ? [] : await turnsOf(project.config, kind, project.directory);
  return turns.length === 0 ? [{}] : turns;
}

async function projectSettings({ config, directory }: Project): Promise<Settings> {
  const turns = new Map<string, readonly Turn[]>();
  for (const kind of Object.keys(config.kinds ?? {})) turns.set(kind, await turnsOf(config, kind, directory));
  return { turns, ...(config.out === undefined ? {} : { out: resolve(directory, config.out) }) };
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
