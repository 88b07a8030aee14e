import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildGroup } from './childGroup.js';
import { canEnclose, enclosed } from './enclosure.js';
import type { Engine } from './engine.js';
import { GroupWatcher, ownerVariable } from './groupWatcher.js';
import { HeldNetwork } from './heldNetwork.js';
import { ProcessEngine } from './processEngine.js';
import type { ProcessPlan, ProcessStarter, StartedProcess } from './processPlan.js';
import type { FunctionHost, Platform } from './runtime.js';
import { whileAlive } from './whileAlive.js';

/** Starts the processes of one function, each with a /tmp of its own, and leaves nothing of them. */
export class ProcessHost implements FunctionHost, ProcessStarter {
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
    const { root, command } = this.plan;
    const [program, ...args] = command;
    const own = { PATH: process.env.PATH ?? '/usr/bin:/bin', [ownerVariable]: home };
    const places = { root, tmp, network: network?.words };
    const plain = { program, args, cwd: root };
    const child = await ChildGroup.start(
      this.#hasWalls || network !== undefined
        ? enclosed({ ...plain, env: { ...own, ...env } }, places)
        : { ...plain, env: { ...own, TMPDIR: tmp, ...env } },
    );
    this.#watch(child, tmp);
    return { child, notes: this.#hasWalls ? [] : [withoutWalls] };
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
    this.#hasWalls = canEnclose({ root: this.plan.root, tmp });
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
