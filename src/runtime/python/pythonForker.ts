import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Misuse } from '../../kernel/misuse.js';
import { onJsonLine } from '../jsonLines.js';
import type { FoundFunction, Platform } from '../runtime.js';
import type { PythonHome } from './pythonHome.js';
import type { ForkerMessage, InstanceMessage } from './pythonMessages.js';
import { PythonProcess } from './pythonProcess.js';

/** Older ones cannot tell of what a function does with files: https://peps.python.org/pep-0578/ */
const oldest = [3, 8] as const;
const maxSaid = 4000;

/** As many processes wait for another instance. */
const maxIdle = 8;

/** A process that others are forked from, each with a connection of its own. */
export class PythonForker {
  readonly #found: FoundFunction;
  readonly #platform: Platform;
  readonly #hashSeed: number | undefined;
  readonly #shared: PythonHome;
  #home: string | undefined;
  #server: Server | undefined;
  #forker: ChildProcess | undefined;
  #starting: Promise<void> | undefined;
  #said = '';
  #nextId = 1;
  readonly #processes = new Map<number, PythonProcess>();
  readonly #idle: PythonProcess[] = [];

  /** @param hashSeed what orders its sets; undefined for what each process draws by itself. */
  constructor(
    found: FoundFunction,
    platform: Platform,
    { hashSeed, home }: { readonly hashSeed: number | undefined; readonly home: PythonHome },
  ) {
    this.#found = found;
    this.#platform = platform;
    this.#hashSeed = hashSeed;
    this.#shared = home;
  }

  /** A process for an instance: one that was given back, or a new one. */
  async take(): Promise<PythonProcess> {
    return this.#idle.pop() ?? this.#fork();
  }

  async close(): Promise<void> {
    const forker = this.#forker;
    for (const one of this.#processes.values()) one.kill();
    if (forker !== undefined && forker.exitCode === null && forker.signalCode === null) {
      forker.ref();
      await new Promise<void>((done) => {
        forker.once('exit', () => done());
        (forker.stdin as Writable).end();
      });
    }
    this.#server?.close();
    this.#starting = undefined;
    this.#forker = undefined;
    if (this.#home !== undefined) rmSync(this.#home, { recursive: true, force: true });
    this.#home = undefined;
  }

  /** Keeps a process for the next instance, where that may be. */
  give(child: PythonProcess): void {
    const mayKeep = this.#platform.reusesProcesses === true && child.exit === undefined;
    if (mayKeep && this.#idle.length < maxIdle) this.#idle.push(child);
    else child.kill();
  }

  /** Forks a process, and waits until it has said hello. */
  async #fork(): Promise<PythonProcess> {
    this.#starting ??= this.#start();
    await this.#starting;
    const id = this.#nextId++;
    const home = this.#home as string;
    const where = join(home, `where-${id}`);
    const loads = join(home, `loads-${id}`);
    const child = new PythonProcess({ where, loads });
    this.#processes.set(id, child);
    const { reach } = this.#platform;
    this.#tell({
      id,
      root: this.#found.root,
      tmp: join(home, `tmp-${id}`),
      cache: this.#shared.compiled,
      where,
      loads,
      guard: reach !== undefined,
      allowed: reach ?? { net: [], run: [] },
    });
    await child.connected;
    return child;
  }

  async #start(): Promise<void> {
    if (process.platform === 'win32') throw onWindows(this.#found.spec);
    this.#home = this.#shared.folder();
    this.#server = createServer((socket) => this.#welcome(socket)).unref();
    await new Promise<void>((listening) => {
      this.#server?.listen(join(this.#home as string, 'socket'), listening);
    });
    await this.#startForker(this.#home);
  }

  async #startForker(home: string): Promise<void> {
    const program = this.#shared.program ?? this.#platform.program ?? 'python3';
    const network = this.#platform.reach?.net.length === 0 ? ['own-network'] : [];
    const forker = spawn(program, ['-m', '_scf_fixtures', home, ...network], {
      cwd: home,
      env: {
        ...withoutLocale(process.env),
        PYTHONPATH: this.#shared.code,
        PYTHONHASHSEED: this.#hashSeed === undefined ? 'random' : String(this.#hashSeed),
      },
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#forker = forker;
    forker.unref();
    for (const stream of [forker.stdin, forker.stderr, forker.stdio[3]] as { unref?: () => void }[])
      stream.unref?.();
    (forker.stdin as Writable).on('error', () => undefined);
    (forker.stderr as Readable).setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-maxSaid);
    });
    let isUp = false;
    await new Promise<void>((done, fail) => {
      const up = (executable: string): void => {
        isUp = true;
        if (executable !== '') this.#shared.program = executable;
        done();
      };
      onJsonLine(forker.stdio[3] as Readable, (message) => this.#hear(message as ForkerMessage, up));
      forker.once('error', (error: NodeJS.ErrnoException) =>
        fail(noPython(this.#found.spec, program, error)),
      );
      forker.once('exit', () => {
        if (!isUp) fail(brokenPython(this.#found.spec, program, this.#said));
        for (const one of this.#processes.values()) one.hasExited({ code: 1 });
      });
    }).catch(async (error) => {
      await this.close();
      throw error;
    });
  }

  #hear(message: ForkerMessage, up: (executable: string) => void): void {
    if (message.type === 'up') up(message.executable);
    else if (message.type === 'forked') this.#processes.get(message.id)?.wasForked(message.pid);
    else if (message.id !== null) {
      this.#processes.get(message.id)?.hasExited(message);
      this.#processes.delete(message.id);
    }
  }

  /** The first thing that a connection says is whose it is. */
  #welcome(socket: Socket): void {
    let child: PythonProcess | undefined;
    socket.unref();
    socket.on('error', () => undefined);
    onJsonLine(socket, (given) => {
      const message = given as InstanceMessage;
      if (message.type !== 'hello') return void child?.hear(message);
      child = this.#processes.get(message.id);
      child?.connect(socket);
    });
  }

  #tell(message: unknown): void {
    const input = this.#forker?.stdin as Writable | undefined;
    input?.write(`${JSON.stringify(message)}\n`);
  }
}

/** The locale of this machine decides how Python reads and writes texts, and is none of the platform's. */
function withoutLocale(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(LANG|LANGUAGE|LC_\w+)$/.test(name)));
}

function onWindows(spec: string): Misuse {
  return new Misuse(
    'NO_FORK',
    `Cannot invoke ${spec}: instances of a function in Python are forked, which Windows cannot. Run it in WSL or in a container of Linux.`,
  );
}

function noPython(spec: string, program: string, error: NodeJS.ErrnoException): Misuse {
  const reason =
    error.code === 'ENOENT'
      ? `there is no ${program} on the PATH`
      : `${program} does not start (${error.message})`;
  return new Misuse(
    'NO_PYTHON',
    `Cannot invoke ${spec}: ${reason}. Install Python ${oldest.join('.')} or newer, or name one: --python /usr/bin/python3.`,
    { cause: error },
  );
}

/** A Python that ends before it is up is mostly too old. */
function brokenPython(spec: string, program: string, said: string): Misuse {
  const version = versionOf(program);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  if (version !== '' && isOld)
    return new Misuse(
      'PYTHON_TOO_OLD',
      `Cannot invoke ${spec}: ${basename(program)} is Python ${version}, and ${oldest.join('.')} or newer is needed. Name another: --python /usr/bin/python3.`,
    );
  const last = said.trim().split('\n').at(-1) ?? '';
  return new Misuse(
    'NO_PYTHON',
    `Cannot invoke ${spec}: ${program} does not start (${last}). Name a working one: --python /usr/bin/python3.`,
  );
}

function versionOf(program: string): string {
  try {
    const said = execFileSync(program, ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.trim();
  } catch {
    return '';
  }
}
