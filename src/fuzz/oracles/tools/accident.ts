import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ThrownError } from '../../../runtime/index.js';
import { handlerFrames } from '../../../runtime/ownFrame.js';
import { stackFrameOf } from '../../../runtime/stackFrame.js';

/** How far the place that a source map gives may be from `new`. */
const [before, behind] = [3, 12];

const engineErrors = new Set([
  'TypeError',
  'ReferenceError',
  'RangeError',
  'SyntaxError',
  'URIError',
  'EvalError',
]);

/** True for an error whose class or first stack frame is the engine's or Node's. */
export function isAccident(error: ThrownError): boolean {
  if (error.isAccident !== undefined) return error.isAccident;
  if (isEngines(error)) return true;
  if (engineErrors.has(error.name)) return false;
  // Made here in the place of Node, which makes it on the platform.
  if (error.message.startsWith('EROFS: read-only file system, ')) return true;
  const first = framesOf(error)[0] ?? '';
  return /\(node:|at node:|<anonymous>\)|\(native\)/.test(first);
}

/** True for an error of an engine's class, unless it was made where its first frame is. */
export function isEngines(error: ThrownError): boolean {
  if (error.isAccident !== undefined) return error.isAccident;
  return engineErrors.has(error.name) && !isMadeThere(error);
}

/** True when the code at the place of an error reads `new TypeError`. */
function isMadeThere({ name, stack = '' }: ThrownError): boolean {
  const first = stack.split('\n').find((line) => /^\s*at /.test(line)) ?? '';
  const frame = stackFrameOf(first);
  if (frame === undefined || frame.file.startsWith('node:')) return false;
  try {
    const code = readFileSync(frame.file, 'utf8').split('\n')[frame.line - 1] ?? '';
    const at = frame.column - 1;
    return new RegExp(`\\b${name}\\s*\\(`).test(
      code.slice(Math.max(0, at - before), at + name.length + behind),
    );
  } catch {
    return false;
  }
}

/** True where functions called each other until the stack was full. */
export function isStackOverflow({ message }: Pick<ThrownError, 'message'>): boolean {
  return /call stack size|maximum recursion depth/.test(message);
}

/** The first frame in code that is not Node's, without line numbers that depend on the machine. */
export function errorPlaceOf(error: ThrownError): string {
  // Where the stack comes to its end is chance.
  if (isStackOverflow(error)) return 'stack overflow';
  const [own] = error.frames ?? [];
  if (own !== undefined) return `${own.name} (${basename(own.file)}:${own.line})`;
  const line = framesOf(error).find((text) => !/node:|\(<anonymous>\)|node_modules/.test(text)) ?? '';
  const frame = stackFrameOf(line);
  if (frame === undefined) return line.replace(/^\s*at /, '').trim();
  const place = `(${basename(frame.file)}:${frame.line}:${frame.column}`;
  return frame.name === '' ? place : `${frame.name} ${place})`;
}

/** The handler's frames; a module that every cold start loads anew has the number of the start in its address. */
export function framesOf(error: ThrownError): string[] {
  if (error.frames !== undefined)
    return error.frames.map(
      ({ name, file, line, code }) => `    at ${name} (${file}:${line})${code === '' ? '' : `: ${code}`}`,
    );
  return handlerFrames((error.stack ?? '').replaceAll(/\?instance=\d+/g, ''));
}
