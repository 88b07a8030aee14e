import type { Call, Engine } from '../engine.js';
import { type End, type Outcome, outcomeOf } from '../outcome.js';
import { elapsedTime, realTimeMs, startLimit } from '../realTime.js';
import type { FunctionHost, Platform } from '../runtime.js';
import { ServerPort } from '../serverPort.js';
import { whileAlive } from '../whileAlive.js';
import { ImageChannel } from './imageChannel.js';

/** A server that somebody else has started: nothing is known of its process, and its instances are one. */
export class RunningServer implements FunctionHost {
  readonly #channel: ImageChannel;
  readonly #platform: Platform;

  constructor(address: string, platform: Platform) {
    const { hostname, port } = new URL(address);
    const failsOnStatus = platform.failsOnStatus === true;
    const server = new ServerPort({ host: hostname, port: Number(port || 80) }, {});
    this.#channel = new ImageChannel(server, { failsOnStatus });
    this.#platform = platform;
  }

  createEngine(): Engine {
    let cold = true;
    return {
      invoke: async (call) => {
        const outcome = await whileAlive(() => this.#invoke(call, { cold }));
        cold = false;
        return outcome;
      },
      close: async () => undefined,
    };
  }

  close(): Promise<void> {
    return this.#channel.close();
  }

  async #invoke(call: Call, { cold }: { readonly cold: boolean }): Promise<Outcome> {
    const { initTimeoutMs } = this.#platform;
    const began = realTimeMs();
    const ready = this.#channel.ready();
    const failed = await within(initTimeoutMs, ready, () => this.#channel.notReady(initTimeoutMs));
    const started = realTimeMs();
    const end =
      failed ??
      (await within<End>(call.timeoutMs, this.#channel.exchange(call), () => ({ type: 'timeout' })));
    const notes = [processUnknown, ...this.#channel.takeNotes()];
    const facts = {
      requestId: call.data.request_id,
      durationMs: realTimeMs() - started,
      memoryBytes: 0,
      memoryLimitMb: call.memoryMb,
      cold,
      initMs: cold ? started - began : 0,
      log: [],
      lateWork: [],
      lateErrors: [],
      notes,
    };
    return outcomeOf(end, facts, { timeoutMs: call.timeoutMs, legacy: false });
  }
}

const processUnknown =
  'the server was started by somebody else: its log, its memory and its end are not seen, and a time-out leaves it running';

function within<Said extends End | undefined>(
  limitMs: number,
  said: Promise<Said>,
  over: () => End,
): Promise<Said | End> {
  return new Promise((resolve, reject) => {
    const stop = startLimit(limitMs, elapsedTime, () => resolve(over()));
    said.then(resolve, reject).finally(stop);
  });
}
