import { resolve, sep } from 'node:path';
import { type FileWrite, guardedFiles, isDevice, type WriteVerdict } from '../../../runtime/guardedFiles.js';
import { shared } from '../../../runtime/patches.js';
import type { EffectKind } from './effectKind.js';
import type { Surroundings } from './recorder.js';
import { currentRecorder } from './recorder.js';

/**
 * Takes what a fuzzed handler writes with `node:fs` for effects. As on the platform, nothing can be written but in the
 * temporary directory: elsewhere the call fails with EROFS, and no fuzzed path reaches a file of this machine.
 *
 * @returns ends it.
 */
export const recordFiles = shared(() =>
  guardedFiles({ temp: () => currentRecorder()?.surroundings.temp, judge: recorded }),
);

function recorded({ name, path, changed, data }: FileWrite): WriteVerdict {
  const recorder = currentRecorder();
  if (recorder === undefined) return 'unwatched';
  const allowed = changed.every((one) => mayWrite(recorder.surroundings, one));
  // A stream opens what was given to it where that lies here.
  const named = recorder.surroundings.temp?.told(path) ?? path;
  const shown = typeof data === 'string' || data instanceof Uint8Array ? [named, data] : [named];
  recorder.note(`fs.${name}`, shown, effectKindOf(name, named), allowed ? 'done' : 'refused');
  return allowed ? 'allowed' : 'refused';
}

/** True in the temporary directory: that of the execution, or the one that the user names. */
function mayWrite({ directory, temp }: Surroundings, path: string): boolean {
  if (isDevice(path)) return true;
  if (directory === undefined) return temp?.holds(path) === true;
  const root = resolve(directory);
  return path === root || path.startsWith(`${root}${sep}`);
}

function effectKindOf(name: string, path: string): EffectKind {
  if (name === 'appendFile') return { kind: 'append' };
  return { kind: 'overwrite', key: `file ${path}` };
}
