import { join, sep } from 'node:path';

/** Where the scripts lie that are built of TypeScript, from the folder of their project. */
export const folderOfBuilds = join('.scf-fixtures', 'built');

/** True for a script that was built of TypeScript. */
export function isBuiltScript(path: string): boolean {
  return path.includes(`${sep}${folderOfBuilds}${sep}`);
}
