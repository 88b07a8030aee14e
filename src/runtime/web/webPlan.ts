import { readdirSync } from 'node:fs';
import { Misuse } from '../../kernel/misuse.js';
import { platformEnv } from '../context.js';
import type { Call } from '../engine.js';
import type { EventChannel } from '../eventChannel.js';
import { canHoldNetwork, type HeldNetwork } from '../heldNetwork.js';
import type { End } from '../outcome.js';
import { type ReservedPort, reservePort } from '../ports.js';
import type { ProcessPlan } from '../processPlan.js';
import type { FoundFunction, Platform } from '../runtime.js';
import { ServerPort } from '../serverPort.js';
import { bootstrapName } from './bootstrapName.js';
import { listeningPlaces } from './listeningPlaces.js';
import { listeningProblems } from './listeningProblems.js';
import { type LocalStart, localStart, namesPort } from './localStart.js';
import { fileProblems, missingBootstrap, startOf, type WebProblem } from './packageRules.js';
import { languageOf } from './startCommand.js';
import { usualPort, WebChannel } from './webChannel.js';
import { configIn, type WebConfig } from './webConfig.js';
import { openPackage, type WebPackage } from './webPackage.js';
import { type WrittenBootstrap, writtenBootstrap } from './writtenBootstrap.js';

const host = '127.0.0.1';
const otherPort = usualPort + 1;

/** How the processes of a web function are started. */
export class WebPlan implements ProcessPlan {
  readonly spec: string;
  readonly root: string;
  readonly #platform: Platform;
  #start: LocalStart | undefined;
  #isAlone: boolean | undefined;
  #configured: Readonly<Record<string, string>> | undefined;
  /** What was reserved while it was asked for networks. */
  readonly #reserved: ReservedPort[] = [];

  constructor({ spec, root }: FoundFunction, platform: Platform) {
    this.spec = spec;
    this.root = root;
    this.#platform = platform;
  }

  /** @throws Misuse INTERPRETER_NOT_HERE. */
  get command(): readonly [program: string, ...args: string[]] {
    return this.#started().command;
  }

  /** True where its server listens on port 9000 whatever it is told, so that this machine has room for one. */
  get isAlone(): boolean {
    this.#isAlone ??= this.#keepsPort();
    return this.#isAlone;
  }

  envOf(call: Call): Readonly<Record<string, string>> {
    this.#configured ??= this.#package().config?.env ?? {};
    return {
      TZ: call.trial?.timeZone ?? this.#platform.timeZone,
      USER: 'qcloud',
      ...this.#configured,
      ...(call.env ?? platformEnv(call.data)),
      USER_CODE_ROOT: `${this.root}/`,
    };
  }

  async needsNetwork(): Promise<boolean> {
    [this.#start, this.#isAlone] = [undefined, undefined];
    this.#started();
    const reserved = (await reservePort(usualPort)) ?? (this.isAlone ? undefined : await reservePort(0));
    if (reserved !== undefined) this.#reserved.push(reserved);
    return reserved === undefined && canHoldNetwork();
  }

  /** @throws Misuse PORT_TAKEN. */
  async open(network: HeldNetwork | undefined): Promise<EventChannel> {
    const reserved = network === undefined ? this.#reserved.shift() : undefined;
    if (network === undefined && reserved === undefined)
      throw new Misuse(
        'PORT_TAKEN',
        `Cannot start ${this.spec}: something listens on port ${usualPort} already, and the function takes no other. End that, or let the function read its port: listen(process.env.PORT || ${usualPort}).`,
      );
    const { port = usualPort, release } = reserved ?? {};
    const { notes } = this.#started();
    const note = noteOf(port, network);
    const told = note === undefined ? notes : [...notes, note];
    const server = new ServerPort({ host, port }, { network, release });
    return new WebChannel(server, told, () => this.#findings());
  }

  obstacle(): End | undefined {
    const { given, config, text, written } = this.#package();
    if (written !== undefined) return undefined;
    const problems =
      text === undefined
        ? missingBootstrap(given, config)
        : fileProblems({ text, mode: given.modeOf(bootstrapName) });
    const first = problems.find(({ severity }) => text === undefined || severity === 'error');
    return first && { type: 'not-started', statusCode: first.status ?? 445, reason: toldOf(first) };
  }

  #started(): LocalStart {
    if (this.#start !== undefined) return this.#start;
    const { program: python } = this.#platform;
    const { text = '', written } = this.#package();
    const { command, notes } = localStart(text, { root: this.root, python });
    this.#start = { command, notes: written === undefined ? notes : [written.note, ...notes] };
    return this.#start;
  }

  #keepsPort(): boolean {
    const { given, config, text = '' } = this.#package();
    const isNamed = !isProgram(text) && namesPort(text);
    const script = isNamed ? text.replaceAll(/\b9000\b/g, String(otherPort)) : text;
    const start = startOf({ text: script, mode: undefined });
    const env = { ...config?.env, PORT: String(otherPort), ...start?.env };
    const { places } = listeningPlaces(given, { start, isScript: isProgram(text), env });
    const known = places.filter(({ port }) => port !== undefined);
    return known.length === 0 ? !isNamed : known.every(({ port }) => port !== otherPort);
  }

  /** What its code tells of where it listens, with a blank in front. */
  #findings(): string {
    const { given, config, text = '' } = this.#package();
    const start = startOf({ text, mode: undefined });
    const problems = listeningProblems(given, { start, isScript: isProgram(text), config });
    return problems.map((problem) => ` (${toldOf(problem)})`).join('');
  }

  #package(): {
    readonly given: WebPackage;
    readonly config: WebConfig | undefined;
    /** The script that starts it. */
    readonly text: string | undefined;
    /** What stands for it where the deployment writes it. */
    readonly written: WrittenBootstrap | undefined;
  } {
    const given = openPackage(this.root, (folder) => readdirSync(folder));
    const config = configIn(given);
    const own = given.read(bootstrapName);
    const written = own === undefined ? writtenBootstrap(config) : undefined;
    return { given, config, text: own ?? written?.text, written };
  }
}

function toldOf({ file, line, text }: WebProblem): string {
  return `${[file, line].filter((part) => part !== undefined).join(':')}: ${text.replace(/\.$/, '')}`;
}

/** Whether scf_bootstrap is the program itself. */
function isProgram(text: string): boolean {
  return languageOf(text.split(/\s/, 1)[0] ?? '') !== undefined;
}

function noteOf(port: number, network: HeldNetwork | undefined): string | undefined {
  if (network !== undefined)
    return `port ${usualPort} is taken on this machine, so that the function runs in a network of its own, from which it reaches nothing outside`;
  if (port === usualPort) return undefined;
  return `port ${usualPort} is taken on this machine, so that the server is to listen on ${port}; SCF has ${usualPort} free`;
}
