// The program of the thread in which checkHandler loads a module; `npm run generate` makes
// src/generated/checkHandlerThreadText.ts of it.
import { parentPort, workerData } from 'node:worker_threads';
import { findExport } from '../../runtime/findExport.js';
import type { CheckStart, Finding } from './checkHandler.js';

const { url, exportName } = workerData as CheckStart;

/** Undefined when the module does not load. */
async function look(): Promise<Finding | undefined> {
  let loaded: unknown;
  try {
    loaded = await import(url);
  } catch {
    return undefined;
  }
  const { found, others } = findExport(loaded, exportName);
  return { isThere: found !== undefined, isFunction: typeof found === 'function', others };
}

void look().then((finding) => parentPort?.postMessage(finding));
