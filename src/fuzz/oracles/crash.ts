import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonBytes } from '../../kernel/json.js';
import type { ThrownError } from '../../runtime/index.js';
import { handlerFrames } from '../../runtime/local/ownFrame.js';
import { faultStories } from './faults.js';
import type { Oracle } from './oracle.js';

const engineErrors = new Set([
  'TypeError',
  'ReferenceError',
  'RangeError',
  'SyntaxError',
  'URIError',
  'EvalError',
]);

/** Who gets so much may well answer as much. */
const largeEventBytes = 1_000_000;

/** An error that nobody threw on purpose. */
export const crash: Oracle = {
  name: 'crash',
  holds: 'A valid event makes no error that the engine or a library of Node throws.',
  domain:
    'Every trigger, also while one outside call fails. An error that the handler throws itself (new Error, new TypeError, a class of its own) counts as its answer.',
  isRelation: false,
  applies: () => true,
  async judge(trial) {
    const story = await trial.base();
    for (const { outcome } of story.visits) {
      if (outcome.statusCode === 407 && jsonBytes(trial.case.event) < largeEventBytes) {
        return { what: 'answer too large', detail: 'The answer is larger than 6 MB.', story };
      }
      if (outcome.statusCode === 443) {
        const { name, message } = outcome.error;
        return { what: `load ${name}`, detail: `The handler cannot be loaded: ${name}: ${message}`, story };
      }
      if (outcome.statusCode !== 430 || !isAccident(outcome.error)) continue;
      const { error } = outcome;
      return {
        what: `${error.name} ${placeOf(error)}`,
        detail: [
          `The handler ends with ${error.name}: ${error.message}`,
          ...framesOf(error).slice(0, 3),
        ].join('\n'),
        story,
      };
    }
    if (trial.isQuick) return undefined;
    for (const failing of await faultStories(trial)) {
      const outcome = failing.visits[0]?.outcome;
      if (outcome?.statusCode !== 430 || outcome.answeredBy === 'uncaught') continue;
      const { error } = outcome;
      if (!isEngines(error) || /fetch|network|socket|ECONN|abort/i.test(error.message)) continue;
      const failed = failing.visits[0]?.calls.find((call) => call.state === 'refused');
      return {
        what: `after a failure ${error.name} ${placeOf(error)}`,
        detail: [
          `${failed?.name} fails, and the handler ends with an error of its own, ${error.name}: ${error.message}`,
          ...framesOf(error).slice(0, 3),
        ].join('\n'),
        story: failing,
      };
    }
    return undefined;
  },
};

/** True for an error whose class or first stack frame is the engine's or Node's. */
export function isAccident(error: ThrownError): boolean {
  if (isEngines(error)) return true;
  if (engineErrors.has(error.name)) return false;
  const first = framesOf(error)[0] ?? '';
  return /\(node:|at node:|<anonymous>\)|\(native\)/.test(first);
}

/** True for an error of an engine's class, unless it was made where its first frame is. */
function isEngines(error: ThrownError): boolean {
  return engineErrors.has(error.name) && !isMadeThere(error);
}

/** How far the place that a source map gives may be from `new`. */
const [before, behind] = [3, 12];

/** True when the code at the place of an error reads `new TypeError`. */
function isMadeThere({ name, stack = '' }: ThrownError): boolean {
  const first = stack.split('\n').find((line) => /^\s*at /.test(line)) ?? '';
  const [, file, line, column] = /\(?((?:file:\/\/)?[^\s()]+?)(?:\?[^:]*)?:(\d+):(\d+)\)?$/.exec(first) ?? [];
  if (file === undefined || /^node:/.test(file)) return false;
  try {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    const code = readFileSync(path, 'utf8').split('\n')[Number(line) - 1] ?? '';
    const at = Number(column) - 1;
    return new RegExp(`\\b${name}\\s*\\(`).test(
      code.slice(Math.max(0, at - before), at + name.length + behind),
    );
  } catch {
    return false;
  }
}

/** The first frame in code that is not Node's, without line numbers that depend on the machine. */
function placeOf(error: ThrownError): string {
  // Where the stack comes to its end is chance.
  if (/call stack size/.test(error.message)) return 'stack overflow';
  const frame = framesOf(error).find((line) => !/node:|<anonymous>|node_modules/.test(line)) ?? '';
  return frame
    .replace(/^\s*at /, '')
    .replace(/\(?(?:file:\/\/)?[^ (]*[\\/]/, '(')
    .trim();
}

/** The handler's frames; a module that every cold start loads anew has the number of the start in its address. */
function framesOf(error: ThrownError): string[] {
  return handlerFrames((error.stack ?? '').replaceAll(/\?instance=\d+/g, ''));
}
