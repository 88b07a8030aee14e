import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stackFrameOf } from './stackFrame.js';

const file = fileURLToPath(import.meta.url);
const [ownFolder = `${dirname(file)}${sep}`] = /^.*[\\/](?:src|dist)[\\/]/.exec(file) ?? [];

/** What the names of this package's files begin with, as paths and as addresses. */
export const ownFiles: readonly string[] = [ownFolder, pathToFileURL(ownFolder).href];

/** The name under which code of this package that calls a handler shows in stacks; what lies below is Node's and ours. */
export const startName = 'scf-fixtures-start.js';

/** True for a line of a stack that is code of this package, built or not, and none of the handler's. */
export function isOwnFrame(line: string): boolean {
  return stackFrameOf(line)?.file.startsWith(ownFolder) === true || line.includes(startName);
}

/** The lines of a stack that tell where a handler's code was, from the innermost on. */
export function handlerFrames(stack: string): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const start = frames.findIndex((line) => line.includes(startName));
  const inside = start < 0 ? frames : frames.slice(0, start);
  return inside.filter((line) => !isOwnFrame(line));
}
