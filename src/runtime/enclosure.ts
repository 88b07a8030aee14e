import { spawnSync } from 'node:child_process';
import type { Command } from './childGroup.js';

/**
 * A shell that makes all but /tmp read-only for the process that it becomes, and gives it a /tmp of 512 MB, before it
 * becomes that: https://cloud.tencent.com/document/product/583/11637
 */
const script = `
set -e
root=$1 code=$2 own=$3 held=$4
shift 4
case $code/ in
  /tmp/*)
    mount -t tmpfs -o size=512m,mode=1777 tmpfs "$own"
    place=$own/\${code#/tmp/}
    mkdir -p "$place"
    mount --bind "$code" "$place"
    mount -o remount,bind,ro "$place"
    mount --rbind "$own" /tmp
    ;;
  *) mount -t tmpfs -o size=512m,mode=1777 tmpfs /tmp ;;
esac
while read -r _ _ _ _ point _; do
  case $point in
    / | /tmp | /tmp/* | /proc | /proc/* | /sys | /sys/* | /dev | /dev/* | "$own" | "$own"/*) ;;
    *) mount -o remount,bind,ro "$point" 2>/dev/null || : ;;
  esac
done </proc/self/mountinfo
mount -o remount,bind,ro /
if [ -w "$code" ]; then
  mount --bind "$code" "$code"
  mount -o remount,bind,ro "$code"
fi
if [ -n "$held" ]; then
  for sockets in /run /var/run; do
    if [ -d $sockets ] && [ ! -L $sockets ]; then mount -t tmpfs -o ro tmpfs $sockets; fi
  done
fi
cd "$root"
exec "$@"
`;

/** The folder that is deployed, and an empty one that stands for its /tmp. */
export interface Places {
  readonly root: string;
  /** What holds that folder and all that its code may need; the folder itself when left out. */
  readonly code?: string | undefined;
  readonly tmp: string;
  /** What leads into a network of its own; there it is not to find sockets of this machine either. */
  readonly network?: readonly [program: string, ...args: string[]] | undefined;
}

/** The same command behind walls of its own: only its /tmp can be written. */
export function enclosed(command: Command, { root, code = root, tmp, network }: Places): Command {
  // Who has entered a network has the rights that its owner has there.
  const namespaces = process.getuid?.() === 0 || network !== undefined ? [] : ['--map-root-user'];
  const own = ['/bin/sh', '-c', script, 'sh', root, code, tmp, network === undefined ? '' : 'held'];
  const walls = ['unshare', '--mount', '--propagation', 'private', ...namespaces, ...own];
  const [program = '', ...args] = [...(network ?? []), ...walls, command.program, ...command.args];
  return { ...command, program, args };
}

/** Whether this machine lets processes have such walls: Linux, mostly. */
export function canEnclose(places: Places): boolean {
  if (process.platform !== 'linux' || '/tmp/'.startsWith(`${places.code ?? places.root}/`)) return false;
  const env = { PATH: process.env.PATH ?? '' };
  const { program, args } = enclosed({ program: 'true', args: [], cwd: '/', env }, places);
  return spawnSync(program, args, { cwd: '/', env, stdio: 'ignore' }).status === 0;
}
