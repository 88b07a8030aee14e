import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildGroup, type Command } from './childGroup.js';
import { canEnclose, enclosed } from './enclosure.js';
import type { Engine } from './engine.js';
import { GroupWatcher, ownerVariable } from './groupWatcher.js';
import { HeldNetwork } from './heldNetwork.js';
import { ProcessEngine } from './processEngine.js';
import type { ProcessPlan, ProcessStarter } from './processPlan.js';
import type { FunctionHost, Platform } from './runtime.js';
import type { StartedProcess } from './startedProcess.js';
import { whileAlive } from './whileAlive.js';

/** What a process is started with. */
interface StartPlace {
  readonly tmp: string;
  readonly network: HeldNetwork | undefined;
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the processes of one function, each with a /tmp of its own, and leaves nothing of them. */
export class ProcessHost implements FunctionHost, ProcessStarter {
  readonly isSlowToStart = true;
  readonly plan: ProcessPlan;
  readonly platform: Platform;
  #home: string | undefined;
  #watcher: GroupWatcher | undefined;
  #hasWalls = false;
  #next = 1;
  readonly #running = new Set<ChildGroup>();
  readonly #engines = new Set<ProcessEngine>();
  readonly #networks = new Set<HeldNetwork>();
  readonly #costs: number[] = [];
  readonly notes = new Set<string>();
  readonly #idleNetworks: HeldNetwork[] = [];
  isDeafToSigterm = false;

  constructor(plan: ProcessPlan, platform: Platform) {
    this.plan = plan;
    this.platform = platform;
  }

  createEngine(): Engine {
    const engine = new ProcessEngine(this);
    return {
      isOwnThread: true,
      invoke: (call) => {
        this.#engines.add(engine);
        return engine.invoke(call);
      },
      close: async () => {
        await engine.close();
        this.#engines.delete(engine);
      },
    };
  }

  async takeNetwork(): Promise<HeldNetwork | undefined> {
    const { reach } = this.platform;
    const isHeld = reach !== undefined && !reach.net.includes('*');
    if (!isHeld && (await this.plan.needsNetwork?.()) !== true) return undefined;
    const idle = this.#idleNetworks.pop();
    if (idle !== undefined) return idle;
    const home = this.#openHome();
    const network = await HeldNetwork.start(isHeld ? reach.net : [], { [ownerVariable]: home });
    this.#networks.add(network);
    this.#watcher?.started(network.pid);
    return network;
  }

  async giveNetwork(network: HeldNetwork): Promise<void> {
    if (await network.clear()) this.#idleNetworks.push(network);
    else await this.#closeNetwork(network);
  }

  async #closeNetwork(network: HeldNetwork): Promise<void> {
    this.#networks.delete(network);
    await network.close();
    this.#watcher?.ended(network.pid);
  }

  note(sentence: string): void {
    this.notes.add(sentence);
  }

  hasCost(cpuMs: number): void {
    this.#costs.push(cpuMs);
  }

  takeCosts(): readonly number[] {
    return this.#costs.splice(0);
  }

  async start(
    env: Readonly<Record<string, string>>,
    network: HeldNetwork | undefined,
  ): Promise<StartedProcess> {
    const home = this.#openHome();
    const tmp = join(home, `tmp-${this.#next++}`);
    mkdirSync(tmp);
    const file = this.#fileIn(home);
    const own = { PATH: process.env.PATH ?? '/usr/bin:/bin', [ownerVariable]: home };
    const { command, notes } = this.#commandIn({
      tmp,
      network,
      file: file?.path ?? '',
      env: { ...own, ...env },
    });
    const { pipes } = this.plan;
    const child = await ChildGroup.start({ ...command, pipes, file: file?.descriptor }).finally(() => {
      if (file !== undefined) closeSync(file.descriptor);
    });
    this.#watch(child, tmp);
    return { child, temp: notes.length === 0 ? '/tmp' : tmp, notes };
  }

  /** What starts a process: behind walls, or where there are none, as well as its plan can do. */
  #commandIn({ tmp, network, file, env }: StartPlace): {
    readonly command: Command;
    readonly notes: readonly string[];
  } {
    const { root, code, command } = this.plan;
    const [program, ...args] = command;
    const plain = { program, args, cwd: root, env };
    if (this.#hasWalls || network !== undefined)
      return { command: enclosed(plain, { root, code, tmp, network: network?.words }), notes: [] };
    const held = this.plan.heldByItself?.({ tmp, file });
    if (held === undefined)
      return { command: { ...plain, env: { TMPDIR: tmp, ...env } }, notes: [withoutWalls] };
    const [own, ...ownArgs] = held.command;
    return { command: { ...plain, program: own, args: ownArgs }, notes: [held.note] };
  }

  /** Opens the file that a process reads by descriptor. */
  #fileIn(home: string): { readonly path: string; readonly descriptor: number } | undefined {
    const { file } = this.plan;
    if (file === undefined) return undefined;
    const path = join(home, file.name);
    if (!existsSync(path)) writeFileSync(path, file.text);
    return { path, descriptor: openSync(path, 'r') };
  }

  close(): Promise<void> {
    return whileAlive(() => this.#close());
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#engines].map((engine) => engine.close()));
    await Promise.all([...this.#running].map(({ exited }) => exited));
    await Promise.all([...this.#networks].map((network) => this.#closeNetwork(network)));
    this.#idleNetworks.length = 0;
    await this.#watcher?.close();
    this.#watcher = undefined;
    if (this.#home !== undefined) rmSync(this.#home, { recursive: true, force: true });
    this.#home = undefined;
  }

  #openHome(): string {
    if (this.#home !== undefined) return this.#home;
    const name = `scf-fixtures-${process.pid}-${randomBytes(4).toString('hex')}`;
    this.#home = join(realpathSync(tmpdir()), name);
    // Who takes it away is there before it is.
    this.#watcher = new GroupWatcher(this.#home);
    mkdirSync(this.#home, { mode: 0o700 });
    const tmp = join(this.#home, 'tmp-0');
    mkdirSync(tmp);
    this.#hasWalls = canEnclose({ root: this.plan.root, code: this.plan.code, tmp });
    return this.#home;
  }

  #watch(child: ChildGroup, tmp: string): void {
    this.#running.add(child);
    this.#watcher?.started(child.pid);
    void child.exited.then(() => {
      this.#running.delete(child);
      this.#watcher?.ended(child.pid);
      rmSync(tmp, { recursive: true, force: true });
    });
  }
}

const withoutWalls =
  'this machine gives processes no file system of their own: what the function writes outside of /tmp succeeds here and fails on SCF, and its own temporary directory is named by TMPDIR';
