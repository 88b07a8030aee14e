import type { Duplex } from 'node:stream';
import { largestResponseBytes } from '../../kernel/limits.js';
import type { Call } from '../engine.js';
import type { EventChannel } from '../eventChannel.js';
import type { End } from '../outcome.js';
import { realTimeMs, startTimer } from '../realTime.js';
import type { ServerPort } from '../serverPort.js';
import type { StartedProcess } from '../startedProcess.js';
import { askOn, brokenOff, connected, untilEndKnown, webAnswerOf } from '../webAnswer.js';
import { requestBytes, type WebRequest } from '../webRequest.js';
import { portVariable } from './localStart.js';

/** A server that is bound to 127.0.0.1 for so long stays there. */
const loopbackMs = 500;
const pauseMs = 50;
export const usualPort = 9000;

/** Asks the server of a web function what its clients ask. */
export class WebChannel implements EventChannel {
  readonly env: Readonly<Record<string, string>>;
  readonly #server: ServerPort;
  readonly #notes: Set<string>;
  readonly #findings: () => string;
  #child: StartedProcess['child'] | undefined;
  /** The connection of the request that is open, where it was made here. */
  #asked: Duplex | undefined;

  /** @param findings what its code tells of why nothing listens, with a blank in front. */
  constructor(server: ServerPort, notes: readonly string[], findings: () => string) {
    const { port } = server.address;
    this.#server = server;
    this.#notes = new Set(notes);
    this.#findings = findings;
    this.env = port === usualPort ? {} : { PORT: String(port), [portVariable]: String(port) };
  }

  connect({ child }: StartedProcess): void {
    this.#child = child;
  }

  async ready(pid: number): Promise<End | undefined> {
    await this.#server.opened(pid);
    const since = realTimeMs();
    while (this.#server.isLoopbackOnly()) {
      if (realTimeMs() - since > loopbackMs) return this.#notReached();
      await new Promise((again) => startTimer(again, pauseMs).unref());
    }
    return undefined;
  }

  async exchange(call: Call): Promise<End> {
    if (call.ask === undefined) return this.#answerTo(call);
    await call.ask(this.#server.way());
    return resultOf(null);
  }

  /** Asks what the event says: a request as its client sends it. */
  async #answerTo(call: Call): Promise<End> {
    const request: WebRequest = JSON.parse(call.eventText);
    const made = await this.#server.connection();
    const socket = made && (await connected(made));
    this.#asked = socket;
    const raw = socket && (await askOn(socket, requestBytes(request, call), { method: request.httpMethod }));
    if (raw === undefined || raw.problem !== undefined) await untilEndKnown();
    if (raw === undefined) return resultOf(brokenOff);
    const sizeBytes = raw.body.length;
    const isTooLarge = sizeBytes > largestResponseBytes;
    return { ...resultOf(isTooLarge ? null : webAnswerOf(raw)), sizeBytes, isPlainHttp: true };
  }

  hasTaken(): boolean {
    return true;
  }

  abandon(): void {
    this.#asked?.destroy();
    this.#server.hangUp();
  }

  notReady(afterMs: number): End {
    const { port } = this.#server.address;
    const words = this.#child?.lastWords() ?? '';
    const wrote = words === '' ? '' : `; it wrote last: ${words}`;
    const reason = `nothing listens on port ${port} after ${afterMs / 1000} seconds${this.#findings()}${wrote}`;
    return { type: 'not-started', statusCode: 446, reason };
  }

  takeNotes(): readonly string[] {
    const notes = [...this.#notes];
    this.#notes.clear();
    return notes;
  }

  async close(): Promise<void> {
    this.#server.close();
  }

  #notReached(): End {
    const { port } = this.#server.address;
    const reason = `it listens on 127.0.0.1:${port} alone, where the platform does not reach it: listen on 0.0.0.0`;
    return { type: 'not-started', statusCode: 446, reason };
  }
}

function resultOf(answer: unknown): End & { readonly type: 'result' } {
  return { type: 'result', json: JSON.stringify(answer), by: 'promise', waits: false };
}
