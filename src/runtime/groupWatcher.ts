import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** By this name in the environment of a process it is known whose it is, though it has left its group. */
export const ownerVariable = 'SCF_FIXTURES_INSTANCE';

/**
 * A shell that is told which process groups there are, on standard input, and ends them with all they have started when
 * that ends: also when the process that told it has died.
 */
const script = `
trap '' INT TERM HUP
groups=
while read -r sign id; do
  rest=
  for one in $groups; do [ "$one" = "$id" ] || rest="$rest $one"; done
  if [ "$sign" = + ]; then groups="$rest $id"; else groups=$rest; fi
done
for id in $groups; do kill -KILL -- "-$id"; done
for try in 1 2 3 4 5; do
  for file in $(grep -slaF "${ownerVariable}=$1" /proc/[0-9]*/environ); do
    id=\${file#/proc/}
    kill -KILL "\${id%/environ}"
  done
  rm -rf -- "$1" && exit
  sleep 0.1
done
`;

/** Ends the processes of a host, come what may, and takes its folder away. */
export class GroupWatcher {
  readonly #shell: ChildProcess;

  constructor(home: string) {
    const env = { PATH: process.env.PATH };
    this.#shell = spawn('/bin/sh', ['-c', script, 'sh', home], {
      cwd: '/',
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#shell.on('error', () => undefined);
    this.#shell.unref();
    const input = this.#shell.stdin as Writable & { unref?: () => void };
    input.on('error', () => undefined);
    input.unref?.();
  }

  started(group: number): void {
    this.#shell.stdin?.write(`+ ${group}\n`);
  }

  ended(group: number): void {
    this.#shell.stdin?.write(`- ${group}\n`);
  }

  async close(): Promise<void> {
    if (this.#shell.exitCode !== null || this.#shell.pid === undefined) return;
    const ended = once(this.#shell, 'exit');
    this.#shell.ref();
    this.#shell.stdin?.end();
    await ended;
  }
}
