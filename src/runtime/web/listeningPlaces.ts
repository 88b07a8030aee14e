import { join } from 'node:path';
import { isObject, parsedJson } from '../../kernel/json.js';
import { parsedSources } from '../parsedSource.js';
import { bootstrapName } from './bootstrapName.js';
import { type Listening, listeningIn, listeningInPython, listeningOf } from './listening.js';
import { commandsOf, entryOf, type StartCommand } from './startCommand.js';
import type { WebPackage } from './webPackage.js';

/** Where the server of a package listens, as far as its code tells. */
export function listeningPlaces(
  given: WebPackage,
  {
    start,
    isScript,
    env,
  }: {
    readonly start: StartCommand | undefined;
    /** scf_bootstrap is the program itself. */
    readonly isScript: boolean;
    readonly env: Readonly<Record<string, string>>;
  },
): { readonly places: readonly Listening[]; readonly isNextTwice: boolean } {
  const command = start === undefined || isScript ? start : scriptOf(start, given);
  const server = command === undefined || isScript ? undefined : listeningOf(command, bootstrapName);
  if (server !== undefined) return { places: [server], isNextTwice: false };
  const entry = isScript ? bootstrapName : command && entryOf(command);
  const file =
    entry && ['', '.js', '.cjs', '.mjs'].map((end) => `${entry}${end}`).find((name) => given.has(name));
  if (file === undefined || file === '') return { places: [], isNextTwice: false };
  if (file.endsWith('.py'))
    return { places: listeningInPython(file, given.read(file) ?? '', env), isNextTwice: false };
  const sources = parsedSources(join(given.folder, file));
  return {
    places: listeningIn(sources, given.folder, env),
    isNextTwice: sources.some(({ text }) => text.includes('next/dist/cli/next-start')),
  };
}

/** The command behind `npm run start`, which package.json has. */
function scriptOf(start: StartCommand, given: WebPackage): StartCommand {
  const { program, args } = start;
  if (!/^(npm|pnpm|yarn)$/.test(program)) return start;
  const name = args.filter((word) => !word.startsWith('-')).find((word) => word !== 'run') ?? '';
  const project = parsedJson(given.read('package.json') ?? '');
  const script = isObject(project) && isObject(project.scripts) ? project.scripts[name] : undefined;
  const command = typeof script === 'string' ? commandsOf(script).at(-1) : undefined;
  return command === undefined
    ? start
    : { ...command, line: start.line, env: { ...start.env, ...command.env } };
}
