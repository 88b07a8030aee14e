import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What package managers and git keep for themselves. */
const foreign = new Set(['node_modules', '.git']);

/** The files below a directory that are wanted by their names, sorted; without dependencies and git's own. */
export function filesBelow(directory: string, isWanted: (name: string) => boolean = () => true): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return foreign.has(entry.name) ? [] : filesBelow(path, isWanted);
      return entry.isFile() && isWanted(entry.name) ? [path] : [];
    })
    .sort();
}
