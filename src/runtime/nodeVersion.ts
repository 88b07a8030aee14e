import type { ScfRuntime } from './context.js';

/** The version of Node in a runtime, as a number that can be compared; undefined for another language. */
export function nodeVersionOf(runtime: ScfRuntime): number | undefined {
  const found = /^Nodejs(\d+)\.(\d+)$/.exec(runtime);
  return found === null ? undefined : versionNumber(`${found[1]}.${found[2]}`);
}

/** A version as a number that can be compared: minor versions count from 0 to 99. */
export function versionNumber(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major + minor / 100;
}
