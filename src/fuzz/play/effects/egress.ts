import childProcess, { ChildProcess } from 'node:child_process';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import workerThreads from 'node:worker_threads';
import { deepError, type Patch, replaced, shared } from '../../../runtime/patches.js';
import { PlayedNames } from './databases/playedNames.js';
import { protocolOf } from './databases/protocolOf.js';
import { notedDerivations } from './databases/saltedPasswords.js';
import { serveInProcess } from './databases/serveInProcess.js';
import { connectOver, playedUpgrades } from './databases/tlsUpgrades.js';
import { guardedLookups } from './guardedLookups.js';
import { isOwnServer, notedServers, type Target } from './ownServers.js';
import { currentRecorder, type Recorder, Refusal } from './recorder.js';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Keeps what a fuzzed handler does within this process: connections (TCP, TLS, HTTP/2, sockets of the file system),
 * datagrams, look-ups of names, other processes and threads, and signals to processes are refused, and noted as outside
 * calls by name. Databases are played in this process. Servers of this process may be reached, and what the fuzz allows.
 *
 * It stays for the life of the process, since a handler may leave timers behind; code that belongs to no fuzzed handler
 * does not notice it.
 */
export function guardEgress(): void {
  takeGuard();
}

const takeGuard = shared(() => {
  const names = new PlayedNames();
  return [
    { apply: () => undefined, undo: syncBuiltinESMExports },
    notedServers(),
    guardedConnect(names),
    ...playedUpgrades(),
    ...notedDerivations(),
    guardedSend(),
    ...guardedLookups(names),
    guardedSpawn(),
    ...(['spawnSync', 'execFileSync', 'execSync'] as const).map(guardedSpawnSync),
    guardedWorker(),
    guardedKill(),
    guardedExit(),
    { apply: syncBuiltinESMExports, undo: () => undefined },
  ];
});

/** The process is not one handler's: what ends it after the answer is noted, and the process goes on. */
function guardedExit(): Patch {
  return replaced(process, 'exit', (original) => {
    const exit = (code?: number | string | null): undefined => {
      const recorder = currentRecorder();
      if (recorder === undefined) return original()(code);
      recorder.note('process.exit', [code ?? null], { kind: 'append' }, 'done');
      return undefined;
    };
    return exit as typeof process.exit;
  });
}

function guardedConnect(names: PlayedNames): Patch {
  return replaced(net.Socket.prototype, 'connect', (original) => {
    const connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
      if (connectOver(this, args)) return this;
      const recorder = currentRecorder();
      const target = recorder && names.named(targetOf(args));
      if (recorder === undefined || target === undefined || mayReach(recorder, target))
        return Reflect.apply(original(), this, args) as net.Socket;
      const makePeer = protocolOf(target, () => deepError().stack ?? '');
      const listener = (Array.isArray(args[0]) ? args[0] : args).at(-1);
      // A connection by TLS begins its handshake so, which is left out here.
      const isPlain = makePeer === undefined || !(this instanceof tls.TLSSocket);
      if (typeof listener === 'function' && isPlain) this.once('connect', listener as () => void);
      if (makePeer !== undefined && 'host' in target) {
        recorder.surroundings.databases.play(target.host);
        serveInProcess(this, hostAndPort(target), { opener: recorder, makePeer });
        return this;
      }
      // Until the refusal comes, what is written waits, as on a connection that is being made.
      Reflect.set(this, 'connecting', true);
      void recorder.refuse(addressOf(target)).then((error) => this.destroy(error));
      return this;
    };
    return connect as net.Socket['connect'];
  });
}

/** Where the arguments of `connect` lead; Node itself passes them as one list. */
function targetOf(args: readonly unknown[]): Target | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first as { path?: unknown; host?: unknown; port?: unknown };
    if (typeof path === 'string') return { path };
    return { host: typeof host === 'string' && host !== '' ? host : 'localhost', port: Number(port) };
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first };
  if (first === undefined) return undefined;
  return { host: typeof second === 'string' ? second : 'localhost', port: Number(first) };
}

function hostAndPort(target: Target): string {
  if ('path' in target) return target.path;
  return `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
}

function addressOf(target: Target): string {
  return 'path' in target ? `socket ${target.path}` : `tcp ${hostAndPort(target)}`;
}

function mayReach(recorder: Recorder, target: Target): boolean {
  if (isOwnServer(target)) return true;
  const allowed = recorder.surroundings.allowed.net;
  if ('path' in target) return allowed.includes(target.path);
  return allowed.includes(target.host) || allowed.includes(`${target.host}:${target.port}`);
}

function guardedSend(): Patch {
  return replaced(dgram.Socket.prototype, 'send', (original) => {
    const send = function (this: dgram.Socket, ...args: unknown[]): void {
      const recorder = currentRecorder();
      if (recorder === undefined) return void Reflect.apply(original(), this, args);
      const [port, host] = args.filter((arg) => typeof arg === 'number' || typeof arg === 'string').slice(-2);
      const target = { host: typeof host === 'string' ? host : '127.0.0.1', port: Number(port) };
      if (mayReach(recorder, target)) return void Reflect.apply(original(), this, args);
      const done = args.at(-1);
      // Who gives no callback does not ask whether it arrives.
      void recorder.refuse(`udp ${target.host}:${target.port}`).then((error) => {
        if (typeof done === 'function') Reflect.apply(done, undefined, [error]);
      });
    };
    return send as dgram.Socket['send'];
  });
}

/** All that starts a process, but for the functions that wait for it, starts it so. */
function guardedSpawn(): Patch {
  return replaced(ChildProcess.prototype as ChildProcess & { spawn: Call }, 'spawn', (original) => {
    const spawn: Call = function (this: unknown, ...args) {
      const recorder = currentRecorder();
      const command = recorder && commandOf(args[0]);
      if (recorder === undefined || command === undefined || mayRun(recorder, command))
        return Reflect.apply(original(), this, args);
      block(recorder, `child_process.${command.isShell ? 'exec' : 'spawn'}`, command.shown);
      // A program that cannot be there: the handler hears of it as of any that is missing.
      return Reflect.apply(original(), this, [{ ...Object(args[0]), file: refusedProgram, envPairs: [] }]);
    };
    return spawn;
  });
}

const refusedProgram = '/refused by scf-fixtures';

interface Command {
  readonly file: string;
  readonly isShell: boolean;
  /** The line of a shell, or the program and its arguments. */
  readonly shown: readonly [string] | readonly [string, readonly string[]];
}

/** What the internal options of a process start. */
function commandOf(options: unknown): Command {
  const { file = '', args = [] } = Object(options) as { file?: string; args?: readonly string[] };
  const isShell = args[1] === '-c' && args.length === 3;
  if (isShell) return { file: (args[2] ?? '').trim().split(/\s/)[0] ?? '', isShell, shown: [args[2] ?? ''] };
  return { file, isShell, shown: [file, args.slice(1)] };
}

function mayRun(recorder: Recorder, { file, shown }: Pick<Command, 'file'> & Partial<Command>): boolean {
  // Node looks whether a module can be parsed and runs nothing; loading asks for that.
  if (file === process.execPath && shown?.[1]?.[0] === '--check') return true;
  return recorder.surroundings.allowed.run.some((one) => one === file || file.endsWith(`/${one}`));
}

function guardedSpawnSync(name: 'spawnSync' | 'execFileSync' | 'execSync'): Patch {
  return replaced(childProcess as Record<typeof name, unknown>, name, (original) => {
    const spawnSync: Call = function (this: unknown, ...args) {
      const recorder = currentRecorder();
      const file = String(args[0]);
      const command = name === 'execSync' ? (file.trim().split(/\s/)[0] ?? '') : file;
      if (recorder === undefined || mayRun(recorder, { file: command }))
        return Reflect.apply(original() as Call, this, args);
      const shown = name === 'execSync' ? [file] : [file, Array.isArray(args[1]) ? args[1] : []];
      block(recorder, `child_process.${name}`, shown);
      const error = new Refusal(command, 'EPERM');
      if (name !== 'spawnSync') throw error;
      return {
        pid: 0,
        output: [null, null, null],
        stdout: null,
        stderr: null,
        status: null,
        signal: null,
        error,
      };
    };
    return spawnSync;
  });
}

function guardedWorker(): Patch {
  return replaced(workerThreads, 'Worker', (original) => {
    return new Proxy(original(), {
      construct(_target, args, self) {
        const recorder = currentRecorder();
        if (recorder === undefined || mayRun(recorder, { file: 'worker' }))
          return Reflect.construct(original(), args, self);
        block(recorder, 'new Worker', [String(args[0]).slice(0, 200)]);
        throw new Refusal('a worker thread', 'EPERM');
      },
    });
  });
}

/** Signals to other processes; 0 only asks whether there is one, and its own process is the execution's. */
function guardedKill(): Patch {
  return replaced(process, 'kill', (original) => (pid, signal) => {
    const recorder = currentRecorder();
    if (recorder === undefined || signal === 0 || pid === process.pid) return original()(pid, signal);
    block(recorder, 'process.kill', [pid, signal ?? 'SIGTERM']);
    throw Object.assign(new Refusal(`process ${pid}`, 'EPERM'), { syscall: 'kill' });
  });
}

function block(recorder: Recorder, name: string, args: readonly unknown[]): void {
  recorder.note(name, args, { kind: 'append' }, 'blocked');
}
