import type { FoundNode } from './findNode.js';

/** What a function may do on SCF beside reading files. */
const allowed = ['--allow-child-process', '--allow-worker', '--allow-addons', '--allow-wasi', '--allow-net'];

const more = 'and addons, can write outside of /tmp here, which fails on SCF';

/** What Node says of the flags themselves. */
const warnings = ['--disable-warning=ExperimentalWarning', '--disable-warning=SecurityWarning'];

/**
 * How Node itself keeps a function from writing, on a machine where the system does not.
 *
 * @param tmp the only folder that may be written.
 */
export function permissionFlags(
  node: FoundNode,
  tmp: string,
): { readonly flags: readonly string[]; readonly note: string } {
  const known = (name: string): boolean => node.isOwn && process.allowedNodeEnvironmentFlags.has(name);
  const name = ['--permission', '--experimental-permission'].find(known);
  const lacking = 'this machine gives processes no file system of their own';
  if (name === undefined)
    return {
      flags: [],
      note: `${lacking}: writing is refused by the functions of node:fs alone; programs and threads that it starts, ${more}`,
    };
  const flags = [
    name,
    '--allow-fs-read=*',
    `--allow-fs-write=${tmp}/*`,
    ...allowed.filter(known),
    ...(known('--disable-warning') ? warnings : []),
  ];
  return {
    flags,
    note: `${lacking}: writing is refused by Node's permission model (${name}); programs that it starts, ${more}`,
  };
}
