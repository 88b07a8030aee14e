import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parsedJson } from '../kernel/json.js';
import { parsedSources } from './parsedSource.js';
import { type Listening, listeningIn, listeningInPython, listeningOf } from './web/listening.js';
import {
  type Bootstrap,
  bootstrapName,
  commandProblems,
  fileProblems,
  missingBootstrap,
  pages,
  startOf,
  type WebProblem,
} from './web/packageRules.js';
import { commandsOf, entryOf, languageOf, type StartCommand } from './web/startCommand.js';
import { configIn, type WebConfig } from './web/webConfig.js';
import { openPackage, type WebPackage } from './web/webPackage.js';

export type { WebProblem } from './web/packageRules.js';

/** The only port that the platform asks. */
const port = 9000;
const local = ['127.0.0.1', 'localhost', '::1'];

/**
 * Checks the package of a web function, which listens on port 9000 and is started by scf_bootstrap, without running it.
 *
 * @param path its folder, or the zip file that is uploaded; of that only scf_bootstrap is looked at.
 * @returns what keeps it from starting, or from being reached, with the status that the platform ends with.
 * @throws Misuse NO_PACKAGE.
 * @example
 * await checkWebFunction('test/runtime/webFunctions/right'); // []
 */
export async function checkWebFunction(path: string): Promise<readonly WebProblem[]> {
  const given = openPackage(path, (folder) => readdirSync(folder));
  const config = configIn(given);
  const text = given.read(bootstrapName);
  if (text === undefined) return [...missingBootstrap(given, config), ...imageProblems(given)];
  const bootstrap: Bootstrap = { text, mode: given.modeOf(bootstrapName) };
  const start = startOf(bootstrap);
  const isScript = languageOf(text.split(/\s/, 1)[0] ?? '') !== undefined;
  return [
    ...fileProblems(bootstrap),
    ...(isScript ? [] : commandProblems(start, given, config?.runtime)),
    ...listeningProblems(given, { start, isScript, config }),
    ...imageProblems(given),
  ];
}

/**
 * True for the folder of a web function: it has a scf_bootstrap, or its configuration says so.
 *
 * @example
 * isWebFunction('test/runtime/webFunctions/right'); // true
 */
export function isWebFunction(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  if (existsSync(join(folder, bootstrapName))) return true;
  return configIn(openPackage(folder, (one) => readdirSync(one)))?.isWeb === true;
}

/** Where the server listens, if that is not where the platform asks; nothing where one of its servers is right. */
function listeningProblems(
  given: WebPackage,
  {
    start,
    isScript,
    config,
  }: {
    readonly start: StartCommand | undefined;
    readonly isScript: boolean;
    readonly config: WebConfig | undefined;
  },
): WebProblem[] {
  const env = { ...config?.env, ...start?.env };
  const { places, isNextTwice } = listeningPlaces(given, { start, isScript, env });
  const twice: WebProblem[] = isNextTwice
    ? [
        {
          rule: 'web/next-twice',
          severity: 'warning',
          file: bootstrapName,
          text: 'To require next/dist/cli/next-start starts a server by itself, since Next.js 12, which takes port 9000 from the one that is wanted. Run next start -p 9000.',
          source: 'https://github.com/serverless/serverless-tencent/issues/204',
        },
      ]
    : [];
  const isRight = ({ port: at, variable, host }: Listening) =>
    variable === undefined && (at === undefined || at === port) && !local.includes(host ?? '');
  return [...twice, ...(places.some(isRight) ? [] : places.map(misplaced))];
}

function misplaced({ file, line, port: at, variable, host }: Listening): WebProblem {
  const common = { severity: 'error', file, line, status: 446, source: pages.bootstrap } as const;
  if (variable !== undefined)
    return {
      ...common,
      rule: 'web/port',
      text: `It listens on process.env.${variable}, which nobody sets on the platform. Write export ${variable}=9000 in scf_bootstrap.`,
    };
  const isLocal = local.includes(host ?? '');
  const place = [host, at].filter((part) => part !== undefined).join(':');
  const mend = [
    ...(isLocal ? ['on 0.0.0.0'] : []),
    ...(at === undefined || at === port ? [] : ['on port 9000']),
  ].join(', ');
  return {
    ...common,
    rule: isLocal ? 'web/address' : 'web/port',
    text: `It listens on ${place}, and the platform asks port 9000 from outside. Listen ${mend}.`,
  };
}

function listeningPlaces(
  given: WebPackage,
  {
    start,
    isScript,
    env,
  }: {
    readonly start: StartCommand | undefined;
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
  if (file === undefined || file === '' || given.folder === undefined)
    return { places: [], isNextTwice: false };
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

/** What an image needs must not lie in /tmp, in whose place the platform puts an empty one. */
function imageProblems(given: WebPackage): WebProblem[] {
  const lines = given.read('Dockerfile')?.split(/\r?\n/) ?? [];
  return lines.flatMap((text, index): WebProblem[] => {
    if (!/^\s*(?:(?:COPY|ADD)\s.*\s|WORKDIR\s+)["']?\/tmp(?:\/|["']?\s*$)/i.test(text)) return [];
    return [
      {
        rule: 'web/image-tmp',
        severity: 'error',
        file: 'Dockerfile',
        line: index + 1,
        text: 'What the image has in /tmp is not there: the platform puts an empty one in its place. Put it somewhere else.',
        status: 405,
        source: pages.bootstrap,
      },
    ];
  });
}
