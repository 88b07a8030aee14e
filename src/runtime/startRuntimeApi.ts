import { Misuse } from '../kernel/misuse.js';
import { callOf, type InvokeOptions } from './callOf.js';
import { RuntimeApi } from './custom/runtimeApi.js';
import type { Call, Engine } from './engine.js';
import { type End, type Outcome, outcomeOf } from './outcome.js';
import { elapsedTime, realTimeMs, startLimit } from './realTime.js';
import { whileAlive } from './whileAlive.js';

/** The API of a Custom Runtime that somebody's own program asks for events. */
export interface StartedRuntimeApi {
  readonly port: number;
  /** What the program is to find in its environment: `SCF_RUNTIME_API`, `SCF_RUNTIME_API_PORT`. */
  readonly env: Readonly<Record<string, string>>;
  /** Settles when the program has said that it is ready, or asks for an event. */
  readonly ready: Promise<void>;
  /** Hands the program an event. Its log, its memory and its end are not seen, and a time-out leaves it running. */
  invoke(event: unknown, options?: InvokeOptions): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Starts the API that SCF offers to a Custom Runtime on loopback, for a program that is started by hand.
 *
 * @throws Misuse PORT_TAKEN, INSTANCE_BUSY, and those of `invoke`.
 * @example
 * const api = await startRuntimeApi({ port: 0 });
 * const body = { method: 'POST', body: '"pong"' };
 * const url = `http://127.0.0.1:${api.port}/runtime/invocation`;
 * const outcome = api.invoke({ ping: 1 });
 * await (await fetch(`${url}/next`)).json(); // { ping: 1 }
 * await fetch(`${url}/response`, body);
 * (await outcome).statusCode; // 200
 * await api.close();
 */
export async function startRuntimeApi({
  port = 0,
}: {
  /** A free one when it is 0 or left out. */
  readonly port?: number;
} = {}): Promise<StartedRuntimeApi> {
  const api = await RuntimeApi.listen(port).catch((error: NodeJS.ErrnoException) => {
    throw new Misuse(
      'PORT_TAKEN',
      `Cannot start the runtime API on port ${port}: ${error.message}. Take another port, or 0 for a free one.`,
      { cause: error },
    );
  });
  const program = new ByHand(api);
  const started: StartedRuntimeApi = {
    port: api.port,
    env: api.env,
    ready: api.ready(),
    close: () => {
      program.stop();
      return api.close();
    },
    async invoke(event, options = {}) {
      if (program.isBusy)
        throw new Misuse(
          'INSTANCE_BUSY',
          'Cannot hand out a second event: the first is not answered yet, and an SCF instance handles one at a time. Await the first.',
        );
      return program.invoke(callOf(event, options));
    },
  };
  engines.set(started, program);
  return started;
}

const engines = new WeakMap<object, Engine>();

/** What hands events to the program behind an API, one after the other; undefined for what is no such API. */
export function engineOfApi(source: object): Engine | undefined {
  return engines.get(source);
}

/** A program that somebody else has started. */
class ByHand implements Engine {
  readonly #api: RuntimeApi;
  #last: Promise<unknown> = Promise.resolve();
  #running = 0;
  #isCold = true;
  #stop: (reason: Misuse) => void = () => undefined;

  constructor(api: RuntimeApi) {
    this.#api = api;
  }

  get isBusy(): boolean {
    return this.#running > 0;
  }

  invoke(call: Call): Promise<Outcome> {
    this.#running++;
    const outcome = whileAlive(() => this.#last.then(() => this.#outcomeOf(call)));
    this.#last = outcome.catch(() => undefined).finally(() => this.#running--);
    return outcome;
  }

  /** Nobody waits any more for an answer that has not come. */
  stop(): void {
    this.#stop(
      new Misuse(
        'RUNTIME_API_CLOSED',
        'Cannot tell what came of this event: the runtime API was closed before the program had answered. Close it after that.',
      ),
    );
  }

  /** It goes on until it is ended by who has started it. */
  async close(): Promise<void> {}

  async #outcomeOf(call: Call): Promise<Outcome> {
    const cold = this.#isCold;
    this.#isCold = false;
    const started = realTimeMs();
    const end = await new Promise<End>((done, fail) => {
      const endLimit = startLimit(call.timeoutMs, elapsedTime, () => done({ type: 'timeout' }));
      this.#stop = (reason) => {
        endLimit();
        fail(reason);
      };
      void this.#api.exchange(call).then(done).finally(endLimit);
    });
    const notes = this.#api.takeNotes();
    this.#api.abandon();
    const facts = {
      requestId: call.data.request_id,
      durationMs: end.type === 'timeout' ? call.timeoutMs : realTimeMs() - started,
      memoryBytes: 0,
      memoryLimitMb: call.memoryMb,
      cold,
      initMs: 0,
      log: [],
      lateWork: [],
      lateErrors: [],
      ...(notes.length === 0 ? {} : { notes }),
    };
    return outcomeOf(end, facts, { timeoutMs: call.timeoutMs, legacy: false });
  }
}
