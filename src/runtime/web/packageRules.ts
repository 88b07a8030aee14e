import { bootstrapName } from './bootstrapName.js';
import { commandsOf, entryOf, interpreters, languageOf, type StartCommand } from './startCommand.js';
import type { WebConfig } from './webConfig.js';
import type { WebPackage } from './webPackage.js';
import { writtenBootstrap } from './writtenBootstrap.js';

/** What keeps a web function from starting, or may do so. */
export interface WebProblem {
  /** `web/line-ends`. */
  readonly rule: string;
  /** An error where the function does not start, or is not reached. */
  readonly severity: 'error' | 'warning';
  /** The file, from the root of the package, and the line from 1. */
  readonly file: string;
  readonly line?: number;
  /** What is wrong and what to do, in sentences. */
  readonly text: string;
  /** The status that the platform ends with, where it does not start. */
  readonly status?: 405 | 445 | 446;
  readonly source: string;
}

/** Where the vendor says what holds for it. */
export const pages = {
  bootstrap: 'https://cloud.tencent.com/document/product/583/56126',
  overview: 'https://cloud.tencent.com/document/product/583/56124',
  status405: 'https://cloud.tencent.com/document/product/583/97808',
  status: 'https://cloud.tencent.com/document/product/583/42611',
} as const;

/** The script that starts the function. */
export interface Bootstrap {
  readonly text: string;
  readonly mode: number | undefined;
}

/** That there is none, or one by another name. */
export function missingBootstrap({ names }: WebPackage, config: WebConfig | undefined): WebProblem[] {
  const file = bootstrapName;
  const written = writtenBootstrap(config);
  const unknown = written === undefined ? config?.entryFile : undefined;
  if (written !== undefined || unknown !== undefined)
    return [
      {
        rule: 'web/bootstrap',
        severity: 'warning',
        file,
        text: `${written === undefined ? `There is no scf_bootstrap, and what the component writes for ${config?.runtime}, to start ${unknown}, is not known` : upper(written.note)}. A start command of the console does not count then. Write it yourself to know what starts.`,
        source: written?.source ?? pages.bootstrap,
        ...(written === undefined ? { status: 445 } : {}),
      },
    ];
  const other = names.find((name) => /^(scf[-_ ]?bootstrap(\.\w+)?|bootstrap)$/i.test(name));
  return [
    {
      rule: 'web/bootstrap',
      severity: 'error',
      file: other ?? file,
      text:
        other === undefined
          ? 'There is no scf_bootstrap in the root of the package, and nothing is started. Write one that starts your server.'
          : `${other} is not looked at: the file must have the name scf_bootstrap. Rename it.`,
      status: 445,
      source: pages.bootstrap,
    },
  ];
}

function upper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What can be told of the script as a file. */
export function fileProblems({ text, mode }: Bootstrap): WebProblem[] {
  const common = { file: bootstrapName, severity: 'error', status: 405, source: pages.status405 } as const;
  const problems: WebProblem[] = [];
  if (mode !== undefined && (mode & 0o555) !== 0o555)
    problems.push({
      ...common,
      rule: 'web/mode',
      text: `Its permissions are ${mode.toString(8)}, and it cannot be executed. Set them: chmod 755 scf_bootstrap (git update-index --chmod=+x scf_bootstrap; in a zip file they must be kept).`,
      source: pages.bootstrap,
    });
  const carriage = text.indexOf('\r');
  if (carriage >= 0)
    problems.push({
      ...common,
      rule: 'web/line-ends',
      line: lineAt(text, carriage),
      text: 'A line ends with CR LF, as Windows writes it, and the interpreter of the first line is not found so. End all lines with LF (sed -i "s/\\r$//" scf_bootstrap).',
    });
  if (text.startsWith('\ufeff') || !text.startsWith('#!'))
    problems.push({
      ...common,
      rule: 'web/first-line',
      line: 1,
      text: `${text.startsWith('\ufeff') ? 'It begins with a byte order mark' : 'Its first line names no interpreter'}. Begin with #!/bin/bash.`,
      source: pages.bootstrap,
    });
  if (text !== '' && !text.endsWith('\n'))
    problems.push({
      ...common,
      severity: 'warning',
      rule: 'web/last-line',
      line: text.split('\n').length,
      text: 'Its last line does not end with LF, as it should. End it with one.',
      source: pages.bootstrap,
    });
  return problems;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** The command of the script that starts the server: its last one. */
export function startOf({ text }: Bootstrap): StartCommand | undefined {
  return commandsOf(text.replace(/^#!.*/, '')).at(-1);
}

/** What can be told of the command. */
export function commandProblems(
  start: StartCommand | undefined,
  given: WebPackage,
  runtime: string | undefined,
): WebProblem[] {
  const common = { file: bootstrapName, status: 405, source: pages.bootstrap } as const;
  if (start === undefined)
    return [
      {
        ...common,
        rule: 'web/start-command',
        severity: 'error',
        text: 'It starts nothing, and a process that ends has failed. Start your server in its last line.',
      },
    ];
  const problems: WebProblem[] = [];
  const { program, line } = start;
  const path = interpreterFor(program, runtime);
  if (languageOf(program) !== undefined && path !== program) {
    const known = Object.values(interpreters).includes(program);
    const where = path === undefined ? 'by its absolute path under /var/lang' : `by ${path}`;
    problems.push({
      ...common,
      line,
      rule: 'web/interpreter',
      severity: program.startsWith('/') && !known && path !== undefined ? 'error' : 'warning',
      text: program.startsWith('/')
        ? `${program} is ${known ? `that of another runtime than ${runtime}` : 'no path that the vendor names'}. Start it ${where}.`
        : `${program} is looked for on the PATH, which may find another version than that of the runtime${runtime === undefined ? '' : ` ${runtime}`}, or none. Start it ${where}.`,
    });
  }
  const entry = entryOf(start);
  const extensions = ['', '.js', '.cjs', '.mjs'];
  if (entry !== undefined && !entry.startsWith('/') && !extensions.some((end) => given.has(`${entry}${end}`)))
    problems.push({
      ...common,
      line,
      rule: 'web/entry',
      severity: 'error',
      text: `It starts ${entry}, which is not in the package. Pack it, or start another file.`,
    });
  return problems;
}

/** Where the platform has what a program is; undefined where nobody knows. */
function interpreterFor(program: string, runtime: string | undefined): string | undefined {
  const path = runtime === undefined ? undefined : interpreters[runtime];
  if (path !== undefined && languageOf(path) === languageOf(program)) return path;
  return Object.values(interpreters).find((known) => known === program);
}
