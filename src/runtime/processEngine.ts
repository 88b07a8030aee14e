import { isLegacy } from './bootstraps.js';
import type { ChildGroup } from './childGroup.js';
import type { Call, Engine } from './engine.js';
import type { EventChannel, Told } from './eventChannel.js';
import type { HeldNetwork } from './heldNetwork.js';
import type { LogLine } from './invoked.js';
import { type End, type Outcome, outcomeOf } from './outcome.js';
import type { ProcessStarter } from './processPlan.js';
import { familyCpuMs, isAboutToEnd, memoryOfFamily, ownTimeOf } from './processUse.js';
import { elapsedTime, realTimeMs, type Stopwatch, startLimit, startTimer } from './realTime.js';
import { whileAlive } from './whileAlive.js';

const memoryPollMs = 50;
const mebibyte = 1_048_576;
const nothingTold: Told = { log: [], lateWork: [], lateErrors: [] };
/** A process that is asked to end has this long, once. */
const graceMs = 1000;

const strayed =
  'The function, or a program that it starts, tried to reach something outside and passed the proxy by: that was refused, and nothing is known of it. What takes its proxy from the environment (HTTP_PROXY, HTTPS_PROXY) is answered and compared.';

/** A process that has its events. */
interface Instance {
  readonly child: ChildGroup;
  readonly channel: EventChannel;
  readonly network: HeldNetwork | undefined;
  /** What this process had computed when it was started. */
  readonly begun: NodeJS.CpuUsage;
  /** The environment that it was started with, as text. */
  readonly surroundings: string;
}

/** What is known of an invocation so far. */
interface Running {
  readonly log: LogLine[];
  readonly notes: string[];
  durationMs: number;
  memoryBytes: number;
  initMs: number;
  /** What it runs in, once that is there. */
  instance?: Instance;
}

/** What ends a wait for an instance. */
interface Bounds {
  readonly limitMs: number;
  readonly stopwatch: Stopwatch;
  readonly over: () => End;
  readonly exited: (code: number) => End;
}

/** One instance of a function that is a process, and hears of events through a channel: one at a time, unless that takes several. */
export class ProcessEngine implements Engine {
  readonly #host: ProcessStarter;
  #instance: Instance | undefined;
  /** What is under way until an instance takes what comes. */
  #starting: Promise<End | undefined> | undefined;
  #ending: Promise<void> | undefined;

  constructor(host: ProcessStarter) {
    this.#host = host;
  }

  invoke(call: Call): Promise<Outcome> {
    return whileAlive(() => this.#outcomeOf(call));
  }

  /** Asks the process to end, and ends it a second later; after one that would not listen, none is asked again. */
  close(): Promise<void> {
    return whileAlive(async () => {
      const child = this.#instance?.child;
      if (child !== undefined && child.exitCode === undefined && !this.#host.isDeafToSigterm) {
        child.signal('SIGTERM');
        const patience = new Promise<'deaf'>((deaf) => startTimer(() => deaf('deaf'), graceMs).unref());
        const isLate = (await Promise.race([child.exited, patience])) === 'deaf';
        if (isLate && !isAboutToEnd(child.pid)) this.#tellDeaf();
      }
      await this.#forget();
    });
  }

  async #outcomeOf(call: Call): Promise<Outcome> {
    const running: Running = { log: [], notes: [], durationMs: 0, memoryBytes: 0, initMs: 0 };
    await this.#ending;
    const surroundings = JSON.stringify(this.#host.plan.envOf(call));
    if (this.#instance?.surroundings !== surroundings) await this.#forget();
    await this.#forgetEnded(running);
    let cold = this.#instance === undefined;
    let end = await this.#endOf(call, surroundings, running);
    if (end.type === 'exit' && !cold && this.#instance?.channel.hasTaken() === false) {
      cold = true;
      await this.#forgetEnded(running);
      end = await this.#endOf(call, surroundings, running);
    }
    await this.#takeWords(running);
    if (end.type !== 'result' && end.type !== 'error') await this.#forget(running.instance);
    return outcomeOfRun(end, running, { call, cold });
  }

  #tellDeaf(): void {
    this.#host.isDeafToSigterm = true;
    process.emitWarning(
      `Cannot end ${this.#host.plan.spec} by SIGTERM: it went on for ${graceMs} ms and was killed. Have it end on SIGTERM, which SCF sends before it takes an instance away.`,
      { code: 'SIGTERM_IGNORED' },
    );
  }

  /** Several calls of one instance may want it to end. */
  async #forget(instance = this.#instance): Promise<void> {
    if (instance !== undefined && instance === this.#instance) {
      this.#instance = undefined;
      this.#ending = this.#end(instance).finally(() => {
        this.#ending = undefined;
      });
    }
    await this.#ending;
  }

  async #end(instance: Instance): Promise<void> {
    const cpuMs = familyCpuMs(instance.child.pid);
    instance.child.signal('SIGKILL');
    await Promise.all([instance.child.exited, instance.channel.close()]);
    if (instance.network !== undefined) await this.#host.giveNetwork(instance.network);
    const own = process.cpuUsage(instance.begun);
    this.#host.hasCost((cpuMs ?? 0) + (own.user + own.system) / 1000);
  }

  /** One that has ended between two events is not invoked again. */
  async #forgetEnded(running: Running): Promise<void> {
    const { child, channel } = this.#instance ?? {};
    if (child?.exitCode === undefined) return;
    running.log.push(...(await child.takeLog()));
    running.notes.push(`the process ended by itself after its last answer, with exit code ${child.exitCode}`);
    channel?.abandon();
    running.notes.push(...(channel?.takeNotes() ?? []));
    await this.#forget();
  }

  async #takeWords(running: Running): Promise<void> {
    const { instance } = running;
    if (instance === undefined) return;
    running.log.push(...(await instance.child.takeLog()));
    running.notes.push(...instance.channel.takeNotes());
    for (const fault of instance.channel.faults ?? []) this.#host.note(fault);
  }

  async #endOf(call: Call, surroundings: string, running: Running): Promise<End> {
    if (this.#instance === undefined)
      this.#starting ??= this.#start(call, surroundings, running).finally(() => {
        this.#starting = undefined;
      });
    const failed = await this.#starting;
    if (failed !== undefined) return failed;
    // Another call has ended it meanwhile.
    if (this.#instance === undefined) return { type: 'exit', exitCode: 137 };
    running.instance = this.#instance;
    const { child, channel, network } = running.instance;
    network?.belongsTo(call.trial);
    const started = realTimeMs();
    const end = await firstOf(child, channel.exchange(call), running, {
      call,
      bounds: {
        limitMs: call.timeoutMs,
        stopwatch: call.trial === undefined ? (call.stopwatch ?? elapsedTime) : ownTimeOf(child.pid),
        over: () => channel.answered?.() ?? { type: 'timeout' },
        exited: (exitCode) => channel.answered?.() ?? { type: 'exit', exitCode },
      },
    });
    running.durationMs = end.type === 'timeout' ? call.timeoutMs : realTimeMs() - started;
    if ((network?.takeStrayed() ?? 0) > 0) {
      running.notes.push(strayed);
      this.#host.note(strayed);
    }
    return end;
  }

  /** Starts a process and waits until it takes events; an End when that fails. */
  async #start(call: Call, surroundings: string, running: Running): Promise<End | undefined> {
    const { plan, platform } = this.#host;
    const obstacle = await plan.obstacle(call);
    if (obstacle !== undefined) return obstacle;
    const [began, begun] = [realTimeMs(), process.cpuUsage()];
    const network = await this.#host.takeNetwork();
    network?.belongsTo(call.trial);
    const channel = await plan.open(network);
    const env = { ...plan.envOf(call), ...network?.env, ...channel.env };
    const started = await this.#host.start(env, network).catch((error: NodeJS.ErrnoException) => error);
    if (started instanceof Error) {
      await channel.close();
      if (network !== undefined) await this.#host.giveNetwork(network);
      const reason = `${plan.command.join(' ')} cannot be started (${started.code ?? started.message})`;
      return { type: 'not-started', statusCode: 445, reason };
    }
    const { child, notes } = started;
    channel.connect?.(started);
    running.notes.push(...notes);
    this.#instance = { child, channel, network, begun, surroundings };
    running.instance = this.#instance;
    const limitMs = platform.initTimeoutMs;
    const end = await firstOf(child, channel.ready(child.pid), running, {
      call,
      bounds: {
        limitMs,
        stopwatch: elapsedTime,
        over: () => channel.notReady(limitMs),
        exited: (code) => channel.endedEarly?.(code) ?? endedEarly(code, child),
      },
    });
    running.initMs = realTimeMs() - began;
    return end;
  }
}

/** Waits for what an instance is to say, for its end, its limit and its memory, whichever comes first. */
function firstOf<Said extends End | undefined>(
  child: ChildGroup,
  said: Promise<Said>,
  running: Running,
  { call, bounds }: { readonly call: Call; readonly bounds: Bounds },
): Promise<Said | End> {
  const limitBytes = call.memoryMb * mebibyte;
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      running.memoryBytes = Math.max(running.memoryBytes, memoryOfFamily(child.pid));
      return running.memoryBytes > limitBytes;
    };
    const poll = setInterval(() => look() && finish({ type: 'memory' }), memoryPollMs);
    const limit = startLimit(bounds.limitMs, bounds.stopwatch, () => finish(bounds.over()));
    const stop = (): void => {
      limit();
      clearInterval(poll);
    };
    const finish = (end: Said | End): void => {
      stop();
      resolve(end);
    };
    said.then(
      (end) => finish(look() ? { type: 'memory' } : end),
      (error) => {
        stop();
        reject(error);
      },
    );
    void child.exited.then((code) => finish(bounds.exited(code)));
  });
}

function endedEarly(code: number, child: ChildGroup): End {
  const words = child.lastWords();
  const wrote = words === '' ? 'wrote nothing' : `wrote last: ${words}`;
  const { endSignal } = child;
  const how = endSignal === undefined ? `ended with exit code ${code}` : `was ended by ${endSignal}`;
  return {
    type: 'not-started',
    statusCode: 405,
    reason: `the process ${how} before it was ready, and ${wrote}`,
  };
}

function outcomeOfRun(
  end: End,
  running: Running,
  { call, cold }: { readonly call: Call; readonly cold: boolean },
): Outcome {
  const { durationMs, memoryBytes, log, initMs, instance } = running;
  const notes = [...new Set(running.notes)];
  const { durationMs: ownMs, initMs: loadMs = initMs, ...told } = instance?.channel.told?.() ?? nothingTold;
  const facts = {
    requestId: call.data.request_id,
    durationMs: end.type === 'timeout' ? durationMs : (ownMs ?? durationMs),
    memoryBytes,
    memoryLimitMb: call.memoryMb,
    cold,
    initMs: cold ? loadMs : 0,
    ...told,
    log: [...told.log, ...log],
    ...(notes.length === 0 ? {} : { notes }),
  };
  const outcome = outcomeOf(end, facts, { timeoutMs: call.timeoutMs, legacy: isLegacy(call.runtime) });
  return instance?.channel.remember?.(outcome, Math.max(0, call.timeoutMs - facts.durationMs)) ?? outcome;
}
