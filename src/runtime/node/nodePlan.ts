import { nodeMainText } from '../../generated/nodeMainText.js';
import { platformEnv } from '../context.js';
import type { Call } from '../engine.js';
import { refusesModules } from '../esModules.js';
import type { EventChannel } from '../eventChannel.js';
import { type FunctionFolder, functionFolder } from '../functionFolder.js';
import { loadEnd } from '../loadEnd.js';
import { findHandler, type HandlerFile } from '../loadHandler.js';
import { environmentOf, namesHereOnly } from '../nodeEnvironment.js';
import { nodeVersionOf } from '../nodeVersion.js';
import type { End } from '../outcome.js';
import type { ProcessPlan } from '../processPlan.js';
import type { Platform } from '../runtime.js';
import { type FoundNode, findNode, majorOf, oldestMajor } from './findNode.js';
import { NodeChannel } from './nodeChannel.js';
import { permissionFlags } from './permissionFlags.js';

/** Its pipes stand before. */
const programDescriptor = 5;

/** What is known of a function once it was looked for. */
interface Found {
  readonly file: HandlerFile;
  readonly folder: FunctionFolder;
  readonly node: FoundNode;
  /** Its code has what the runtime lacks, and no Node of that version is here. */
  readonly isOlderWanted: boolean;
}

/** How a function in JavaScript is started: loaded with `require` by a Node of its own, as on SCF. */
export class NodePlan implements ProcessPlan {
  readonly spec: string;
  readonly pipes = 2;
  readonly file = { name: 'bootstrap.js', text: nodeMainText };
  readonly #cwd: string;
  readonly #platform: Platform;
  readonly #unloadable: 'run' | 'refuse';
  #found: Found | undefined;
  #call: Call | undefined;

  constructor(
    spec: string,
    platform: Platform,
    { cwd, unloadable }: { readonly cwd: string; readonly unloadable: 'run' | 'refuse' },
  ) {
    this.spec = spec;
    this.#cwd = cwd;
    this.#platform = platform;
    this.#unloadable = unloadable;
  }

  get root(): string {
    return this.#known().folder.root;
  }

  get code(): string {
    return this.#known().folder.code;
  }

  /** Behind walls the folder of the program is hidden: there it is read by descriptor. */
  get command(): readonly [string, ...string[]] {
    const { node } = this.#known();
    return [node.path, ...this.#flags(), '--preserve-symlinks-main', `/proc/self/fd/${programDescriptor}`];
  }

  heldByItself({ tmp, file }: { readonly tmp: string; readonly file: string }) {
    const { node } = this.#known();
    const { flags, note } = permissionFlags(node, tmp);
    return { command: [node.path, ...flags, ...this.#flags(), file] as const, note };
  }

  envOf(call: Call): Readonly<Record<string, string>> {
    const { timeZone } = this.#platform;
    return { TZ: call.trial?.timeZone ?? timeZone, ...givenTo(call) };
  }

  async open(): Promise<EventChannel> {
    const { file } = this.#known();
    const call = this.#call as Call;
    const { deployed } = this.#platform;
    const given = givenTo(call);
    const surroundings = { hereOnly: namesHereOnly(given), hidesZone: given.TZ === undefined };
    return new NodeChannel(file, { deployed, surroundings, notes: this.#notes() });
  }

  /** Looks for the function and for what runs it, which a cold start does each time. */
  async obstacle(call: Call): Promise<End | undefined> {
    this.#call = call;
    const { deployed, version, program } = this.#platform;
    try {
      const file = findHandler(this.spec, this.#cwd);
      const folder = functionFolder(file.path);
      const node = findNode(folder.root, {
        named: program,
        runtime: version === undefined ? undefined : call.runtime,
      });
      const mayDiffer = version !== undefined && !fits(node, call.runtime);
      const problems =
        mayDiffer || this.#unloadable === 'refuse'
          ? (await import('../codeProblems.js')).codeProblems(file, call.runtime)
          : [];
      this.#found = { file, folder, node, isOlderWanted: mayDiffer && problems.length > 0 };
      const loadError =
        this.#unloadable === 'refuse'
          ? problems.find((one) => one.loadError !== undefined)?.loadError
          : undefined;
      return loadError === undefined ? undefined : { type: 'load', error: loadError };
    } catch (error) {
      return loadEnd(error, { deployed });
    }
  }

  #known(): Found {
    if (this.#found === undefined) throw new Error(`${this.spec} was not looked for`);
    return this.#found;
  }

  /** Lets Node refuse ES modules that are required, as it did before 20.19. */
  #flags(): string[] {
    const { node } = this.#known();
    const call = this.#call as Call;
    return refusesModules(call.runtime) && requiresModules(node.version)
      ? ['--no-experimental-require-module']
      : [];
  }

  #notes(): string[] {
    const { node, isOlderWanted } = this.#known();
    if (!node.isOwn) return [`Node ${node.version} runs it, that of ${node.path}.`];
    const { runtime } = this.#call as Call;
    const major = majorOf(nodeVersionOf(runtime));
    if (!isOlderWanted || major === undefined || major < oldestMajor) return [];
    return [
      `Node ${node.version} runs it here, and ${runtime} on the platform: npm i -D node@${major}, nvm or --node lets that version run it here.`,
    ];
  }
}

function fits({ version }: FoundNode, runtime: Call['runtime']): boolean {
  return majorOf(nodeVersionOf(runtime)) === Number.parseInt(version, 10);
}

/** The environment of a function, as it sees it. */
function givenTo(call: Call): Readonly<Record<string, string>> {
  return environmentOf(call.env ?? platformEnv(call.data));
}

/** Whether a version requires ES modules unless it is told not to: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require */
function requiresModules(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}
