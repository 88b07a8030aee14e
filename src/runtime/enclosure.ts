import { spawnSync } from 'node:child_process';
import type { Command } from './childGroup.js';

/**
 * A shell that makes all but /tmp read-only for the process that it becomes, and gives it a /tmp of 512 MB, before it
 * becomes that: https://cloud.tencent.com/document/product/583/11637
 */
const script = `
set -e
root=$1 own=$2
shift 2
mount -t tmpfs -o size=512m,mode=1777 tmpfs "$own"
case $root/ in
  /tmp/*)
    place=$own/\${root#/tmp/}
    mkdir -p "$place"
    ;;
  *) place=$root ;;
esac
mount --bind "$root" "$place"
mount -o remount,bind,ro "$place"
mount --rbind "$own" /tmp
while read -r _ _ _ _ point _; do
  case $point in
    / | /tmp | /tmp/* | /proc | /proc/* | /sys | /sys/* | /dev | /dev/* | "$own" | "$own"/*) ;;
    *) mount -o remount,bind,ro "$point" 2>/dev/null || : ;;
  esac
done </proc/self/mountinfo
mount -o remount,bind,ro /
cd "$root"
exec "$@"
`;

/** The folder that is deployed, and an empty one that stands for its /tmp. */
export interface Places {
  readonly root: string;
  readonly tmp: string;
}

/** The same command behind walls of its own: only its /tmp can be written. */
export function enclosed(command: Command, { root, tmp }: Places): Command {
  const namespaces = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const { program, args } = command;
  const own = ['/bin/sh', '-c', script, 'sh', root, tmp, program, ...args];
  return {
    ...command,
    program: 'unshare',
    args: ['--mount', '--propagation', 'private', ...namespaces, ...own],
  };
}

/** Whether this machine lets processes have such walls: Linux, mostly. */
export function canEnclose(places: Places): boolean {
  if (process.platform !== 'linux') return false;
  const env = { PATH: process.env.PATH ?? '' };
  const { program, args } = enclosed({ program: 'true', args: [], cwd: '/', env }, places);
  return spawnSync(program, args, { cwd: '/', env, stdio: 'ignore' }).status === 0;
}
