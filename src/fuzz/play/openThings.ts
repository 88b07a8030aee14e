import { readdirSync, readlinkSync } from 'node:fs';

/** What an instance has open between two events, and how much of it: `connection to db.example.com:3306` → 2. */
export type OpenThings = ReadonlyMap<string, number>;

/** The key under which open files count. */
const openFiles = 'file';
/** What the keys of connections, and of listeners of the process, begin with; a server or an event follows. */
export const [connectionTo, listenerFor] = ['connection to ', 'listener for '] as const;

const descriptors = '/proc/self/fd';

/**
 * What is open now: connections, and where all is asked for, listeners of the process and files as well, which takes a
 * while; files only where the system lists what is open (Linux).
 *
 * @param connections how many connections to each server that is played are open.
 */
export function openThings(connections: ReadonlyMap<string, number>, isAll: boolean): OpenThings {
  const open = new Map<string, number>();
  for (const [address, count] of connections) if (count > 0) open.set(`${connectionTo}${address}`, count);
  if (!isAll) return open;
  for (const name of process.eventNames())
    open.set(`${listenerFor}${String(name)}`, process.listenerCount(name));
  open.set(openFiles, countOfFiles());
  return open;
}

/** How many files of the file system are open; pipes, sockets and devices are none. */
function countOfFiles(): number {
  let count = 0;
  for (const name of namesIn(descriptors)) {
    try {
      if (/^\/(?!dev\/|proc\/)/.test(readlinkSync(`${descriptors}/${name}`))) count++;
    } catch {
      // The one that lists them is closed by now.
    }
  }
  return count;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What there is more of after each event than after the one before. */
export interface Growth {
  readonly key: string;
  /** How much of it there is after each event. */
  readonly counts: readonly number[];
}

/** What grows with every event. */
export function growing(after: readonly OpenThings[]): Growth | undefined {
  const [first, ...later] = after;
  if (first === undefined || later.length === 0) return undefined;
  for (const key of later.at(-1)?.keys() ?? []) {
    const counts = after.map((open) => open.get(key) ?? 0);
    const rises = counts.every((count, index) => index === 0 || count > (counts[index - 1] ?? 0));
    if (rises) return { key, counts };
  }
  return undefined;
}
