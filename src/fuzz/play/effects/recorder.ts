import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { JsonValue } from '../../../kernel/json.js';
import { currentInvocation } from '../../../runtime/index.js';
import type { CodeFacts } from '../../../runtime/outside.js';
import type { OwnTemp } from '../../../runtime/ownTemp.js';
import { currentChance } from '../chance/chance.js';
import type { TrafficMeter } from '../trafficMeter.js';
import { argumentsAsJson } from './argumentsAsJson.js';
import type { OwnDatabases } from './databases/ownDatabases.js';
import {
  type EffectCall,
  type EffectKind,
  type EffectKindOf,
  effectKindByName,
  type Trace,
  toEffectKind,
} from './effectKind.js';
import { lostIn } from './lostValues.js';
import { isMadeUp } from './madeUp.js';
import type { ExecutionResources } from './startedResources.js';

/** How an outside call goes wrong: it never reaches the other side, or its answer is lost on the way back. */
export type FaultKind = 'refused' | 'lost-answer';

/** What is wrong with the world during one invocation. */
export interface Fault {
  /** Which outside call of the invocation, from 1. */
  readonly call: number;
  readonly kind: FaultKind;
  /** True where every later call of the invocation goes wrong as well: the other side is down. */
  readonly isOutage?: boolean;
}

/** The error that a failing outside call rejects with. */
export class OutsideFault extends Error {
  override readonly name = 'OutsideFault';
  readonly code = 'ECONNRESET';

  constructor(call: string) {
    super(`${call} failed: the connection was reset (a fault that was injected)`);
  }
}

/** The error of what a handler asks of the outside and is not allowed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor(what: string, code = 'ECONNREFUSED') {
    super(
      `${code}: ${what} was refused, since nothing leaves the process of a handler that is fuzzed unless it is allowed`,
    );
    this.code = code;
  }
}

/** Calls that answer false when they found the place taken, and then did nothing. */
const conditional = /(?:If(?:Absent|Missing|None)|[Nn]x|NX|Once|[Ll]ock)$|IfNot\w|[Aa]cquire/;

/** Answers a request that a fuzzed handler makes. */
export type HttpAnswer = (request: Request) => Response | Promise<Response>;

/** What surrounds the invocations of an execution. */
export interface Surroundings {
  /** How many turns of the event loop a call waits before it is made. */
  readonly delayOf: (number: number) => number;
  readonly effectKindOf: EffectKindOf | undefined;
  /** All outside calls of the execution in the order in which they reach the other side. */
  readonly calls: EffectCall[];
  /** The locale of the function's process. */
  readonly locale: string | undefined;
  /** The only directory that files may be written to, where one is named. */
  readonly directory: string | undefined;
  /** The temporary directory of the execution, where none is named. */
  readonly temp: OwnTemp | undefined;
  /** Answers HTTP requests; undefined lets them pass. */
  readonly http: HttpAnswer | undefined;
  readonly allowed: Allowed;
  /** Servers and intervals that are started. */
  readonly resources?: ExecutionResources | undefined;
  /** Counts what is sent and written, where somebody wants to know. */
  readonly traffic?: TrafficMeter;
  /** What the databases of the execution hold. */
  readonly databases: OwnDatabases;
  /** Runs something as a part of what the instance handles now; undefined while it handles nothing. */
  readonly enterRunning: () => (<Result>(run: () => Result) => Result) | undefined;
}

/** What may leave the process. */
export interface Allowed {
  /** Each as `host:port`, `host`, or the path of a socket. */
  readonly net: readonly string[];
  /** Programs by their name or path; `worker` for threads. */
  readonly run: readonly string[];
}

/** Notes the outside calls of one invocation and spoils those that are to fail. */
export class Recorder {
  readonly calls: EffectCall[] = [];
  /** What the handler loses on the way out of the invocation, as `NaN` that becomes null in JSON. */
  readonly lost: string[] = [];
  /** Arrays of numbers that were sorted as texts, as JSON. */
  readonly sortedAsTexts: string[] = [];
  /** Set once something follows the locale of the process. */
  followsLocale = false;
  /** Set once something follows the time zone of the process. */
  followsZone = false;
  /** What the code says of itself, where a runtime reads that. */
  code: CodeFacts | undefined;
  #answered = false;
  #outside = 0;

  constructor(
    readonly invocation: number,
    readonly fault: Fault | undefined,
    readonly surroundings: Surroundings,
  ) {}

  /** The handler has answered: what comes now is late. */
  answer(): void {
    this.#answered = true;
    for (const call of this.calls) if (call.state === 'pending') call.late = true;
  }

  /** Notes a call that neither fails nor waits here: a write to the file system of the function itself. */
  note(
    name: string,
    args: readonly unknown[],
    effect: EffectKind,
    state: 'done' | 'refused' | 'blocked',
  ): void {
    const { invocation } = this;
    const call = {
      name,
      args: this.#asJson(args),
      effect,
      invocation,
      number: 0,
      state,
      late: this.#answered,
    };
    this.calls.push(call);
    this.surroundings.calls.push(call);
  }

  /** What goes wrong with an outside call, by its number. */
  #faultOf(number: number): FaultKind | undefined {
    if (this.fault === undefined) return undefined;
    const { call, kind, isOutage = false } = this.fault;
    return number === call || (isOutage && number > call) ? kind : undefined;
  }

  /** Counts what is sent. */
  addTraffic(bytes: number): void {
    this.surroundings.traffic?.add(bytes);
  }

  #asJson(args: readonly unknown[]): JsonValue {
    return argumentsAsJson(args, (length) => this.addTraffic(length));
  }

  /** Notes a call that is not allowed, and gives the error that its caller gets, or that of a fault. */
  async refuse(name: string, code?: string): Promise<Error> {
    const refusal = new Refusal(name, code);
    try {
      await this.run(name, [], () => Promise.reject(refusal), { kind: 'append' });
      return refusal;
    } catch (error) {
      return error instanceof Error ? error : refusal;
    }
  }

  /** @param call gets what is noted of it, and may say that it was `declined`. */
  async run<Result>(
    name: string,
    args: readonly unknown[],
    call: (noted: EffectCall) => Promise<Result> | Result,
    effect?: EffectKind,
  ): Promise<Result> {
    const number = ++this.#outside;
    const lost = lostIn(args);
    const noted: EffectCall = {
      name,
      args: this.#asJson(args),
      ...(lost.length === 0 ? {} : { lost }),
      effect: effect ?? this.surroundings.effectKindOf?.(name, args) ?? effectKindByName(name, args),
      invocation: this.invocation,
      number,
      state: 'pending',
      late: this.#answered,
    };
    this.calls.push(noted);
    const end = currentInvocation()?.beginCall(name);
    const chance = currentChance();
    const endsAtMs = chance && chance.nowMs + chance.durationMs();
    try {
      for (let turns = this.surroundings.delayOf(number); turns > 0; turns--) await turn();
      const fault = this.#faultOf(number);
      if (fault === 'refused') {
        noted.state = 'refused';
        throw new OutsideFault(name);
      }
      this.surroundings.calls.push(noted);
      const result = await call(noted);
      if (isMadeUp(result)) noted.isMadeUp = true;
      if (result === false && conditional.test(name)) noted.state = 'declined';
      else if (noted.state === 'pending') noted.state = 'done';
      if (fault !== undefined) throw new OutsideFault(name);
      return result;
    } catch (error) {
      if (noted.state === 'pending') noted.state = error instanceof Refusal ? 'blocked' : 'failed';
      throw error;
    } finally {
      if (endsAtMs !== undefined) currentChance()?.reach(endsAtMs);
      if (this.#answered) noted.late = true;
      end?.();
    }
  }
}

const recorders = new AsyncLocalStorage<Recorder>();

/** Runs a function whose outside calls a recorder notes. */
export function recorded<Result>(recorder: Recorder, run: () => Result): Result {
  return recorders.run(recorder, run);
}

/** The recorder of the invocation that the running code belongs to. */
export function currentRecorder(): Recorder | undefined {
  return recorders.getStore();
}

/**
 * Wraps a function that stands for an outside call (a stub of a database, a queue, a mailer), so that fuzzing
 * sees the call, can let it fail, and can compare what it leaves behind. Outside of a fuzzed invocation the
 * function is called as it is.
 *
 * @param name what is called; its verb says what it leaves (`db.put` a value under its first argument, `db.get`
 *   nothing, `mail.send` one more entry) unless `leaves` does.
 * @param leaves what one call leaves behind.
 * @example
 * const sent: string[] = [];
 * const send = effect('mail.send', async (to: string) => { sent.push(to); });
 * await send('li@example.com');
 * sent; // ['li@example.com']
 */
export function effect<Args extends readonly unknown[], Result>(
  name: string,
  call: (...args: Args) => Promise<Result> | Result,
  leaves?: (...args: Args) => EffectKind | Trace,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    const recorder = recorders.getStore();
    if (recorder === undefined) return call(...args);
    const kind = leaves?.(...args);
    return recorder.run(name, args, () => call(...args), kind && toEffectKind(kind));
  };
}
