import { Misuse } from '../kernel/misuse.js';
import { callOf, type InvokeOptions } from './callOf.js';
import { RuntimeApi } from './custom/runtimeApi.js';
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
  let isBusy = false;
  let isCold = true;
  return {
    port: api.port,
    env: api.env,
    ready: api.ready(),
    close: () => api.close(),
    async invoke(event, options = {}) {
      if (isBusy)
        throw new Misuse(
          'INSTANCE_BUSY',
          'Cannot hand out a second event: the first is not answered yet, and an SCF instance handles one at a time. Await the first.',
        );
      isBusy = true;
      try {
        return await whileAlive(() => outcomeOfCall(api, event, { options, cold: isCold }));
      } finally {
        isBusy = false;
        isCold = false;
      }
    },
  };
}

async function outcomeOfCall(
  api: RuntimeApi,
  event: unknown,
  { options, cold }: { readonly options: InvokeOptions; readonly cold: boolean },
): Promise<Outcome> {
  const call = callOf(event, options);
  const started = realTimeMs();
  const end = await new Promise<End>((done) => {
    const stop = startLimit(call.timeoutMs, elapsedTime, () => done({ type: 'timeout' }));
    void api.exchange(call).then(done).finally(stop);
  });
  const notes = api.takeNotes();
  api.abandon();
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
