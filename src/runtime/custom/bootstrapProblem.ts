import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

/** Why a bootstrap does not start, and what to do. */
export interface BootstrapProblem {
  readonly reason: string;
  readonly advice: string;
  /** What the platform says: it could not start it, or it ended at once. */
  readonly statusCode: 405 | 445;
}

const anyoneExecutes = 0o111;
const beginBytes = 4096;

/** Looks at what can be known of a bootstrap without starting it: https://cloud.tencent.com/document/product/583/47274 */
export function bootstrapProblem(path: string): BootstrapProblem | undefined {
  const { mode } = statSync(path);
  if ((mode & anyoneExecutes) === 0)
    return {
      reason: `bootstrap is not executable (its mode is ${(mode & 0o777).toString(8)})`,
      advice: 'Run chmod 755 bootstrap; a zip that is made on Windows loses the mode',
      statusCode: 405,
    };
  const begin = beginOf(path);
  if (begin.toString('latin1', 0, 4) === '\x7fELF' || isMachO(begin)) return undefined;
  const text = begin.toString('latin1');
  const [line = ''] = text.split('\n', 1);
  if (!line.startsWith('#!'))
    return {
      reason: 'bootstrap is no program: its first line names no interpreter',
      advice: 'Begin it with #!/bin/bash, or build it for Linux on x86-64',
      statusCode: 445,
    };
  if (line.endsWith('\r'))
    return {
      reason: `bootstrap has line ends of Windows (CRLF), so that the interpreter ${JSON.stringify(line.slice(2))} is not found`,
      advice: 'Save it with LF, and keep it so: bootstrap text eol=lf in .gitattributes',
      statusCode: 405,
    };
  return interpreterProblem(line.slice(2).trim());
}

function interpreterProblem(line: string): BootstrapProblem | undefined {
  const [interpreter = '', program] = line.split(/\s+/);
  const missing =
    isAbsolute(interpreter) && !existsSync(interpreter)
      ? interpreter
      : interpreter.endsWith('/env') && program !== undefined && isUnknown(program)
        ? `${program}, which ${interpreter} looks for on the PATH,`
        : undefined;
  if (missing === undefined) return undefined;
  return {
    reason: `the interpreter of bootstrap, ${missing} is not on this machine`,
    advice: 'Install it, or name another in the first line; SCF has bash, and programs below /var/lang',
    statusCode: 405,
  };
}

/** `-S` and other options of env are its own business. */
function isUnknown(program: string): boolean {
  if (program.startsWith('-') || program.includes('=') || program.includes('/')) return false;
  const folders = (process.env.PATH ?? '').split(':');
  return !folders.some((folder) => existsSync(join(resolve(folder), program)));
}

function isMachO(begin: Buffer): boolean {
  return process.platform === 'darwin' && /^c[ef]faed?|^feedfac|^cafebabe/.test(begin.toString('hex', 0, 4));
}

function beginOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const begin = Buffer.alloc(beginBytes);
    return begin.subarray(0, readSync(file, begin, 0, beginBytes, 0));
  } finally {
    closeSync(file);
  }
}
