import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapName } from './bootstrapName.js';
import { configIn } from './webConfig.js';
import { openPackage } from './webPackage.js';

/**
 * True for the folder of a web function: it has a scf_bootstrap, or its configuration says so.
 *
 * @example
 * isWebFunction('test/runtime/webFunctions/right'); // true
 */
export function isWebFunction(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  if (existsSync(join(folder, bootstrapName))) return true;
  return configIn(openPackage(folder, (one) => readdirSync(one)))?.isWeb === true;
}
