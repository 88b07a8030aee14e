import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, Server, Socket } from 'node:net';
import { networkRelayText } from '../generated/networkRelayText.js';
import type { CallTrial } from './engine.js';
import { NetworkProxy } from './networkProxy.js';
import type { RelayAnswer, RelayQuestion } from './networkRelay.js';
import { startTimer } from './realTime.js';

/** A network begins without even its loopback; whichever program is there takes it up (SIOCSIFFLAGS is 0x8914). */
const script = `
ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || perl -MSocket -e '
  socket my $any, PF_INET, SOCK_DGRAM, 0 or die;
  my $up = pack "a16 s x22", "lo", 1;
  ioctl $any, 0x8914, $up or die'
exec "$@"
`;
/** How often and how long to wait until what was killed is gone. */
const [maxTries, pauseMs] = [50, 5];

/** What is asked of a relay and not answered yet. */
interface Pending {
  readonly done: (made: Server | Socket) => void;
  readonly failed: (error: Error) => void;
}

/**
 * A network with nothing in it but loopback: what runs in it reaches what this process offers there, and nothing else.
 * A process in it makes the sockets that this one uses.
 */
export class HeldNetwork {
  /** What a process needs to find its way out. */
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly #relay: ChildProcess;
  readonly #proxy: NetworkProxy;
  readonly #forwarders: Server[] = [];
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #strayed = 0;

  private constructor(relay: ChildProcess, proxy: NetworkProxy, env: Readonly<Record<string, string>>) {
    this.#relay = relay;
    this.pid = relay.pid as number;
    this.#proxy = proxy;
    this.env = env;
  }

  /**
   * @param allowed what may be reached all the same, each as `host:port` or `host`.
   * @param mark stands in the environment of the relay.
   */
  static async start(
    allowed: readonly string[],
    mark: Readonly<Record<string, string>>,
  ): Promise<HeldNetwork> {
    const [program, ...args] = inNetwork(process.execPath, '-e', networkRelayText);
    const relay = spawn(program, args, {
      cwd: '/',
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...mark },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
    });
    relay.unref();
    relay.channel?.unref();
    await Promise.race([
      once(relay, 'message'),
      once(relay, 'exit').then(() => Promise.reject(new Error('a network of its own cannot be had'))),
    ]);
    const proxy = new NetworkProxy(allowed);
    const env: Record<string, string> = {};
    const network = new HeldNetwork(relay, proxy, env);
    network.#listenToRelay();
    const own = await network.listen(0);
    const address = own.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    proxy.listen(own);
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'])
      env[name] = `http://127.0.0.1:${port}`;
    for (const name of ['NO_PROXY', 'no_proxy']) env[name] = 'localhost,127.0.0.1,::1';
    for (const target of allowed) await network.#forward(target);
    return network;
  }

  /** Sets the call whose doings all that goes out is. */
  belongsTo(trial: CallTrial | undefined): void {
    this.#proxy.trial = trial;
  }

  /** Listens in the network; on a free port when it is 0. */
  async listen(port: number): Promise<Server> {
    return (await this.#ask({ listen: port })) as Server;
  }

  /** Connects to what listens in the network. */
  async connect(port: number): Promise<Socket> {
    return (await this.#ask({ connect: port })) as Socket;
  }

  /** The words in front of a command line that is to run in the network. */
  get words(): Words {
    const own = `/proc/${this.pid}/ns`;
    const user = isRoot() ? [] : [`--user=${own}/user`, '--preserve-credentials'];
    return ['nsenter', `--net=${own}/net`, ...user];
  }

  /** How often something in the network has tried to leave it by itself since this was asked last; 0 where nobody tells. */
  takeStrayed(): number {
    const all = strayedIn(this.pid);
    const since = all - this.#strayed;
    this.#strayed = all;
    return Math.max(0, since);
  }

  /** Ends what still runs in the network; false when something is left of it all the same. */
  async clear(): Promise<boolean> {
    this.#proxy.trial = undefined;
    for (let tries = 0; tries < maxTries && this.#relay.exitCode === null; tries++) {
      const others = this.#others();
      if (others.length === 0) return true;
      for (const pid of others) kill(pid);
      await new Promise((again) => startTimer(again, pauseMs).unref());
    }
    return false;
  }

  async close(): Promise<void> {
    this.#proxy.close();
    for (const server of this.#forwarders) server.close();
    if (this.#relay.exitCode !== null || this.#relay.signalCode !== null) return;
    const ended = once(this.#relay, 'exit');
    this.#relay.ref();
    kill(-this.pid);
    await ended;
  }

  #listenToRelay(): void {
    this.#relay.on('message', (answer, made) => this.#hear(answer as RelayAnswer, made));
    this.#relay.once('exit', () => {
      for (const { failed } of this.#pending.values()) failed(new Error('the relay has ended'));
      this.#pending.clear();
    });
  }

  #hear(answer: RelayAnswer, made: unknown): void {
    if (answer.type === 'up') return;
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.type === 'failed')
      pending?.failed(Object.assign(new Error(answer.code), { code: answer.code }));
    else if (made instanceof Server || made instanceof Socket) pending?.done(made);
    else pending?.failed(Object.assign(new Error('the socket is closed'), { code: 'ECONNRESET' }));
  }

  #ask(question: { readonly listen: number } | { readonly connect: number }): Promise<Server | Socket> {
    const id = this.#nextId++;
    return new Promise((done, failed) => {
      this.#pending.set(id, { done, failed });
      this.#relay.send({ id, ...question } satisfies RelayQuestion, (error) => {
        if (error === null) return;
        this.#pending.delete(id);
        failed(error);
      });
    });
  }

  /** Lets a server of this machine that may be reached be reached by its own address. */
  async #forward(target: string): Promise<void> {
    const [, port] = /^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(target) ?? [];
    if (port === undefined) return;
    const server = await this.listen(Number(port));
    this.#forwarders.push(server.unref());
    server.on('connection', (inner) => {
      const outer = connect({ host: '127.0.0.1', port: Number(port) });
      inner.unref().pipe(outer.unref()).pipe(inner);
      inner.on('error', () => outer.destroy());
      outer.on('error', () => inner.destroy());
    });
  }

  /** Processes in the network beside the relay. */
  #others(): number[] {
    const own = networkOf(this.pid);
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== this.pid && own !== undefined && networkOf(pid) === own);
  }
}

/** Whether this machine lets processes have such networks: Linux, mostly. */
export function canHoldNetwork(): boolean {
  if (process.platform !== 'linux') return false;
  const env = { PATH: process.env.PATH ?? '' };
  const succeeds = ([program, ...args]: Words): boolean =>
    spawnSync(program, args, { cwd: '/', env, stdio: 'ignore' }).status === 0;
  // Its table of routes says whether its loopback is up.
  const isUp = 'grep -q 127.0.0.1 /proc/self/net/fib_trie';
  return succeeds(['nsenter', '--version']) && succeeds(inNetwork('/bin/sh', '-c', isUp));
}

type Words = readonly [program: string, ...args: string[]];

/** A command line that has a network of its own. */
function inNetwork(...words: Words): Words {
  return [
    'unshare',
    '--net',
    ...(isRoot() ? [] : ['--map-root-user']),
    '/bin/sh',
    '-c',
    script,
    'sh',
    ...words,
  ];
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function networkOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return undefined;
  }
}

/**
 * What found no way out, and names that nobody was there to look up, as the kernel counts them:
 * https://docs.kernel.org/networking/snmp_counter.html
 */
function strayedIn(pid: number): number {
  try {
    const lines = readFileSync(`/proc/${pid}/net/snmp`, 'utf8').split('\n');
    const six = /^Ip6OutNoRoutes\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/net/snmp6`, 'utf8'))?.[1];
    return counter(lines, 'Ip:', 'OutNoRoutes') + counter(lines, 'Udp:', 'NoPorts') + Number(six ?? 0);
  } catch {
    return 0;
  }
}

function counter(lines: readonly string[], table: string, name: string): number {
  const [names = '', values = ''] = lines.filter((line) => line.startsWith(`${table} `));
  return Number(values.split(' ')[names.split(' ').indexOf(name)] ?? 0);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
