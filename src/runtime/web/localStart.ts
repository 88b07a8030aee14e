import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Misuse } from '../../kernel/misuse.js';
import { bootstrapName } from './bootstrapName.js';
import { languageOf } from './startCommand.js';

/** Says another port than 9000 to a script that names that one. */
export const portVariable = 'SCF_FIXTURES_PORT';

/** What starts a scf_bootstrap on this machine. */
export interface LocalStart {
  readonly command: readonly [program: string, ...args: string[]];
  /** What stands for what here, a sentence each. */
  readonly notes: readonly string[];
}

/** How a scf_bootstrap is started. */
export interface StartOptions {
  readonly root: string;
  /** The Python that stands for every Python of the platform. */
  readonly python?: string | undefined;
}

/** A program of this machine. */
interface Interpreter {
  readonly program: string;
  readonly version: string;
}

const onPlatform = /\/var\/lang\/[\w.]+\/bin\/[\w.]+/g;
const shells = ['bash', 'sh', 'dash', 'ksh', 'zsh'];
const file = `./${bootstrapName}`;

/**
 * The command that starts a script with the interpreters of this machine in place of those under /var/lang.
 *
 * @throws Misuse INTERPRETER_NOT_HERE.
 */
export function localStart(text: string, options: StartOptions): LocalStart {
  const notes = new Set<string>();
  const mapped = text.replaceAll(onPlatform, (path) => {
    if (existsSync(path)) return path;
    const { program, version } = interpreterHere(path, options);
    notes.add(`${bootstrapName} starts ${path}, for which ${program} (${version}) stands here`);
    return shellWord(program);
  });
  const [first = '', ...args] = (/^#!\s*(.*)/.exec(mapped)?.[1] ?? '').trim().split(/\s+/);
  if (!isShell([first, ...args])) return { command: [first, ...args, file], notes: [...notes] };
  const script = withPort(mapped.replaceAll(/\/var\/user(?=[/\s"';&]|$)/gm, shellWord(options.root)));
  return { command: [first, ...args, '-c', script, file], notes: [...notes] };
}

/** A script whose port can be another: its own where nobody says one. */
function withPort(script: string): string {
  return namesPort(script) ? script.replaceAll(/\b9000\b/g, `\${${portVariable}:-9000}`) : script;
}

/** Whether port 9000 stands in a script where a shell would read a variable. */
export function namesPort(script: string): boolean {
  const code = script.replaceAll(/(^|\s)#.*$/gm, '');
  return /\b9000\b/.test(code) && !script.includes("'");
}

function isShell(words: readonly string[]): boolean {
  const [program = '', argument = ''] = words.map((word) => basename(word));
  return shells.includes(program === 'env' ? argument : program);
}

function shellWord(path: string): string {
  return path.replaceAll(/[^\w./-]/gu, (sign) => `\\${sign}`);
}

/** @throws Misuse INTERPRETER_NOT_HERE. */
function interpreterHere(path: string, { python }: StartOptions): Interpreter {
  const name = basename(path);
  const language = languageOf(name);
  if (language === 'node') return { program: process.execPath, version: process.version };
  const names = [name, ...(language === undefined ? [] : [`${language}3`, language])];
  const programs = language === 'python' && python !== undefined ? [python] : names.flatMap(onPath);
  for (const program of programs) {
    const version = versionOf(program);
    if (version !== undefined) return { program, version };
  }
  throw new Misuse(
    'INTERPRETER_NOT_HERE',
    `Cannot start ${bootstrapName}: it starts ${path}, and there is no ${language ?? name} on this machine. Install it, so that it is found on the PATH.`,
  );
}

/** Where programs of a name are found. */
function onPath(name: string): string[] {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return folders.map((folder) => join(folder, name)).filter(existsSync);
}

/** What a program says of itself; undefined for one that does not run. */
function versionOf(program: string): string | undefined {
  const options = { encoding: 'utf8', timeout: 5000 } as const;
  const { status, stdout, stderr } = spawnSync(program, ['--version'], options);
  return status === 0 ? `${stdout}${stderr}`.trim().split('\n')[0] : undefined;
}
