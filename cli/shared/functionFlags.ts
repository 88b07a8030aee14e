import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import type { InstanceOptions, ScfRuntime } from '../../src/runtime/index.js';
import { deployedProblems, isWebFunction, scfRuntimes } from '../../src/runtime/index.js';
import type { DescribedFunction } from '../../src/triggerdesc/index.js';
import type { ToldCommand } from './command.js';
import {
  deploymentIn,
  functionsBelow,
  handlerPath,
  type ReadDeployment,
  toldFiles,
} from './deploymentFile.js';
import { imageOf } from './imageFlags.js';
import type { Io } from './io.js';
import { functionOfFile, functionOfFolder, isSameFunction } from './namedFunction.js';
import { repeated, wholeNumber } from './options.js';
import { readText } from './readText.js';

/** What the command line tells of a function and of what surrounds it. */
export interface FunctionFlags {
  readonly timeout?: string;
  readonly initTimeout?: string;
  readonly memory?: string;
  readonly env: readonly string[];
  readonly envFile?: string;
  readonly tz?: string;
  readonly runtime?: string;
  readonly python?: string;
  readonly command?: string;
  readonly functionPort?: string;
}

/** A function as it is to be run, and what a user should know of where that comes from. */
export interface ToldFunction {
  /** Its name, also where a folder was named. */
  readonly spec: string;
  readonly options: Required<Pick<InstanceOptions, 'timeoutMs' | 'memoryMb' | 'env'>> &
    Pick<InstanceOptions, 'runtime' | 'program' | 'initTimeoutMs' | 'command' | 'port'>;
  readonly notes: readonly string[];
}

/** Adds the flags that tell what surrounds a function. */
export function functionFlags(
  command: ToldCommand,
  {
    port = '--port, --function-port <n>',
  }: {
    /** The flag of the function's port, where the command has a port of its own. */ readonly port?: string;
  } = {},
): ToldCommand {
  return command
    .option('--timeout <ms>', 'time limit in milliseconds (3000)')
    .option('--init-timeout <ms>', 'how long it may take to be ready, in a process of its own (65000)')
    .option('--memory <MB>', 'memory size in MB (128)')
    .option('--env <name=value>', 'an environment variable; may be repeated', repeated, [])
    .option('--env-file <file>', 'environment variables, one NAME=value a line')
    .option('--tz <zone>', 'time zone of the function (UTC)')
    .option('--runtime <name>', 'what the platform calls its runtime: Nodejs18.15, Python3.10')
    .option('--python <path>', 'the Python that runs it (python3)')
    .option(
      '--command <command>',
      'what starts the server of an image function, in its folder, as the shell takes it',
    )
    .option(
      port,
      'port of an image function: with --command the one it listens on, otherwise that of a server which runs already',
    );
}

/**
 * Reads what flags tell of a function, and for the rest what the deployment file beside it says.
 *
 * @param spec its name, its file or its folder.
 * @throws Misuse for a flag that cannot be taken, and for a folder that names no function.
 */
export async function readFunction(
  spec: string,
  flags: FunctionFlags,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<ToldFunction> {
  const isFolder = existsSync(resolve(cwd, spec)) && statSync(resolve(cwd, spec)).isDirectory();
  const folder = isFolder ? resolve(cwd, spec) : cwd;
  const image = imageOf(spec, flags, cwd);
  const deployment = await deploymentIn(folder);
  const ofFolder = isFolder ? describedAt(folder, deployment) : undefined;
  const named = image.spec ?? (isFolder ? specIn(folder, ofFolder, cwd) : functionOfFile(spec, cwd));
  const facts = ofFolder ?? (isFolder ? undefined : describedAs(named ?? spec, deployment));
  const timeoutMs = flags.timeout ?? facts?.timeoutMs;
  const memoryMb = flags.memory ?? facts?.memoryMb;
  const initTimeoutMs = flags.initTimeout ?? facts?.initTimeoutMs;
  // What starts a web function is named by scf_bootstrap, in any language.
  const isWeb = isFolder && isWebFunction(folder);
  const runtime = flags.runtime ?? (isWeb ? undefined : facts?.runtime);
  const zone = flags.tz === undefined ? {} : { TZ: knownZone(flags.tz) };
  const file = flags.envFile === undefined ? {} : variablesIn(flags.envFile, cwd);
  return {
    spec: named ?? spec,
    options: {
      ...readLimits({ timeout: timeoutMs, memory: memoryMb }),
      env: { ...facts?.env, ...file, ...Object.fromEntries(flags.env.map(variable)), ...zone },
      ...(runtime === undefined ? {} : { runtime: runtimeNamed(runtime) }),
      ...(flags.python === undefined ? {} : { program: programAt(flags.python, cwd) }),
      ...image.options,
      ...(initTimeoutMs === undefined
        ? {}
        : { initTimeoutMs: wholeNumber('--init-timeout', initTimeoutMs, 1, 86_400_000) }),
    },
    notes: [
      ...(deployment?.note === undefined ? [] : [deployment.note]),
      ...(facts === undefined ? [] : [factsTold(facts)]),
    ],
  };
}

/** A program by its path from here; a mere name is looked for on the PATH. */
function programAt(program: string, cwd: string): string {
  return /[\\/]/.test(program) ? resolve(cwd, program) : program;
}

/** Reads the limits of an invocation. */
export function readLimits({
  timeout = '3000',
  memory = '128',
}: {
  readonly timeout?: string | undefined;
  readonly memory?: string | undefined;
}): Required<Pick<InstanceOptions, 'timeoutMs' | 'memoryMb'>> {
  return {
    timeoutMs: wholeNumber('--timeout', timeout, 1, 86_400_000),
    memoryMb: wholeNumber('--memory', memory, 8, 122_880),
  };
}

/** The time zone that a function runs in. */
export function zoneOf({ env }: ToldFunction['options']): string {
  return env.TZ ?? 'UTC';
}

/**
 * Why a function does not run on the platform as it does here, as far as its files tell; nothing for another language.
 *
 * @throws Misuse for one that is not there.
 */
export function problemsOf(
  spec: string,
  { runtime, command }: ToldFunction['options'],
  { cwd }: Pick<Io, 'cwd'>,
): readonly string[] {
  return deployedProblems(spec, { cwd, runtime, command }).map(({ text }) => text);
}

/** The same as words of a command line, for another process. */
export function functionWords(flags: FunctionFlags): string[] {
  const words = (
    [
      ['--timeout', flags.timeout],
      ['--init-timeout', flags.initTimeout],
      ['--memory', flags.memory],
      ['--env-file', flags.envFile],
      ['--tz', flags.tz],
      ['--runtime', flags.runtime],
      ['--python', flags.python],
      ['--command', flags.command],
      ['--function-port', flags.functionPort],
    ] as const
  ).flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
  return [...words, ...flags.env.flatMap((one) => ['--env', one])];
}

/** Reads the name of a runtime. */
function runtimeNamed(name: string): ScfRuntime {
  const found = scfRuntimes.find((runtime) => runtime === name);
  if (found !== undefined) return found;
  throw new Misuse(
    'UNKNOWN_RUNTIME',
    `Cannot take --runtime ${name}: SCF has none of that name. Take one of ${scfRuntimes.join(', ')}.`,
  );
}

function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Misuse(
      'INVALID_ZONE',
      `Cannot take --tz ${zone}: there is no such time zone. Write --tz Asia/Shanghai.`,
    );
  }
}

/** Reads an environment variable, `NAME=value`. */
function variable(text: string): [name: string, value: string] {
  const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(text);
  if (match !== null) return [match[1] as string, match[2] as string];
  throw new Misuse('INVALID_ENV', `Cannot take --env ${text}: it is no name=value. Write --env STAGE=test.`);
}

/** Reads a file of variables; blank lines and those that begin with # say nothing. */
function variablesIn(file: string, cwd: string): Record<string, string> {
  const lines = readText(resolve(cwd, file), file).split(/\r?\n/);
  const told = lines.map((line, index) => ({ text: line.trim(), number: index + 1 }));
  return Object.fromEntries(
    told
      .filter(({ text }) => text !== '' && !text.startsWith('#'))
      .map(({ text, number }) => {
        const [before = '', ...rest] = text.replace(/^export /, '').split('=');
        const [name, value] = [before.trim(), rest.join('=').trim()];
        if (rest.length === 0 || !/^[A-Za-z_]\w*$/.test(name))
          throw new Misuse(
            'INVALID_ENV',
            `Cannot read --env-file ${file}: line ${number} is no NAME=value. Mend that line.`,
          );
        return [name, value.replace(/^(["'])(.*)\1$/, '$2')];
      }),
  );
}

/** What a deployment file says of a function. */
interface Described {
  readonly file: string;
  readonly handler?: string;
  /** Where the file says that it lies, from the folder of the file. */
  readonly path?: string;
  readonly runtime?: string;
  readonly timeoutMs?: string;
  readonly initTimeoutMs?: string;
  readonly memoryMb?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly unread: readonly string[];
}

/** The only function that the file of a folder describes, or the one whose code that folder is. */
function describedAt(folder: string, deployment: ReadDeployment | undefined): Described | undefined {
  const functions = deployment?.functions.filter(isFunction) ?? [];
  const [only] = functions.length === 1 ? functions : functionsBelow(functions, { from: folder, folder });
  return only && deployment && describedBy(only, deployment.name);
}

/** The function of this name. */
function describedAs(spec: string, deployment: ReadDeployment | undefined): Described | undefined {
  const isMeant = (one: DescribedFunction) =>
    [one.handler, handlerPath(one)].some((name) => name !== undefined && isSameFunction(name, spec));
  const found = deployment?.functions.filter(isMeant) ?? [];
  const [first] = found.filter((one) => isSameFunction(handlerPath(one) ?? '', spec)).concat(found);
  return first && deployment && describedBy(first, deployment.name);
}

/** False for triggers alone, which Terraform has beside its functions. */
function isFunction({ triggers: _, issues: __, unread: ___, env, ...facts }: DescribedFunction): boolean {
  return Object.keys({ ...facts, ...env }).length > 0;
}

function describedBy(found: DescribedFunction, file: string): Described {
  const { handler, runtime, timeoutSeconds, initTimeoutSeconds, memoryMb, env, unread } = found;
  const path = handlerPath(found);
  const inMs = (seconds: number | undefined) => (seconds === undefined ? undefined : String(seconds * 1000));
  const facts = {
    handler,
    path,
    runtime,
    timeoutMs: inMs(timeoutSeconds),
    initTimeoutMs: inMs(initTimeoutSeconds),
    memoryMb: memoryMb === undefined ? undefined : String(memoryMb),
  };
  return {
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...{ file, env, unread },
  };
}

function factsTold({ file, path: _, env, unread, ...facts }: Described): string {
  const names = Object.keys(env);
  const told = [
    ...Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`),
    ...(names.length === 0 ? [] : [`variables ${names.join(', ')}`]),
  ].join(', ');
  const rest = unread.length === 0 ? '' : ` Not read of it: ${unread.join(', ')}.`;
  return `The function is as ${file} has it: ${told}. Flags win.${rest}`;
}

/** The function that a folder holds, as its deployment file or its place names it; undefined where its files say what it is. */
function specIn(folder: string, described: Described | undefined, cwd: string): string | undefined {
  const isNamed = ['bootstrap', 'Dockerfile'].some((file) => existsSync(join(folder, file)));
  if (isNamed || isWebFunction(folder)) return undefined;
  const spec =
    described?.path === undefined
      ? functionOfFolder(folder, cwd)
      : `./${relative(cwd, join(folder, described.path))}`;
  if (spec !== undefined) return spec;
  throw new Misuse(
    'NO_FUNCTION',
    `Cannot tell which function ${relative(cwd, folder) || '.'} is: it has no bootstrap, no Dockerfile, no ${toldFiles} with a handler, and no index.js or index.py with a main_handler. Name its file, such as ./src/fn.js#main_handler or ./src/fn.py:main_handler.`,
  );
}
