import { AsyncLocalStorage } from 'node:async_hooks';
import type net from 'node:net';
import tls from 'node:tls';
import { currentRecorder, type Recorder, recorded } from '../recorder.js';
import type { Peer, PeerFactory } from './peer.js';

type Enter = <Result>(run: () => Result) => Result;

/**
 * Connects a socket that was told to connect to a server that lives in this process: no handle of the system stands
 * behind it, so that nothing leaves and nothing has to be closed.
 */
export function serveInProcess(
  socket: net.Socket,
  address: string,
  { opener, makePeer }: { readonly opener: Recorder; readonly makePeer: PeerFactory },
): void {
  const peer = makePeer({
    address,
    send: (bytes) => {
      if (!socket.destroyed) socket.push(bytes);
    },
    end: () => {
      if (!socket.destroyed) socket.push(null);
    },
  });
  const connection = new Connection(socket, peer, opener);
  if (peer.leave !== undefined) opener.surroundings.databases.onEnd(() => peer.leave?.());
  Object.assign(socket, {
    connecting: true,
    _read: () => undefined,
    _writev: null,
    _write: (chunk: Buffer | string, encoding: BufferEncoding, done: () => void) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
      const take = () => {
        connection.receive(bytes);
        done();
      };
      if (socket.connecting) socket.once('connect', take);
      else take();
    },
    _final: (done: () => void) => {
      connection.endAfterAll();
      done();
    },
  });
  const disconnected = opener.surroundings.databases.connected(address);
  socket.once('close', () => {
    disconnected();
    connection.close();
  });
  setImmediate(() => {
    if (socket.destroyed) return;
    const isEncrypted = socket instanceof tls.TLSSocket;
    Object.assign(socket, { connecting: false, ...(isEncrypted ? { authorized: true } : {}) });
    socket.emit('connect');
    socket.emit('ready');
    if (isEncrypted) socket.emit('secureConnect');
    peer.greet?.();
  });
}

/** One connection: its messages are answered one after the other, each for the invocation that has sent it. */
class Connection {
  readonly #socket: net.Socket;
  readonly #peer: Peer;
  readonly #opener: Recorder;
  readonly #enterOpener = AsyncLocalStorage.snapshot();
  #last: Promise<void> = Promise.resolve();

  constructor(socket: net.Socket, peer: Peer, opener: Recorder) {
    this.#socket = socket;
    this.#peer = peer;
    this.#opener = opener;
  }

  receive(bytes: Buffer): void {
    const enter = this.#sender();
    this.#opener.surroundings.databases.noteTraffic();
    for (const task of this.#peer.receive(bytes)) {
      this.#last = this.#last
        .then(() => enter(() => task(currentRecorder() ?? this.#opener)))
        .catch((error: unknown) => {
          this.#socket.destroy(error instanceof Error ? error : new Error(String(error)));
        });
    }
  }

  endAfterAll(): void {
    void this.#last.then(() => {
      if (!this.#socket.destroyed) this.#socket.push(null);
    });
  }

  close(): void {
    const enter = this.#sender();
    enter(() => this.#peer.close?.(currentRecorder() ?? this.#opener));
  }

  /**
   * Who sends: the invocation that the running code belongs to; for what waited for a connection that was made while the
   * handler was loaded, the one that its instance handles now.
   */
  #sender(): Enter {
    const writer = currentRecorder();
    if (writer !== undefined && writer.invocation >= 0) return AsyncLocalStorage.snapshot();
    const enterRunning = this.#opener.surroundings.enterRunning();
    if (enterRunning !== undefined) return enterRunning;
    return writer === undefined
      ? (run) => this.#enterOpener(() => recorded(this.#opener, run))
      : AsyncLocalStorage.snapshot();
  }
}
