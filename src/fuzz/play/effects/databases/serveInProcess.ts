import { AsyncLocalStorage } from 'node:async_hooks';
import type net from 'node:net';
import tls from 'node:tls';
import { isObject } from '../../../../kernel/json.js';
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
    send: (bytes) => connection.send(bytes),
    end: () => connection.end(),
  });
  const connection = new Connection(socket, peer, { opener, address });
  if (peer.leave !== undefined) opener.surroundings.databases.onEnd(() => peer.leave?.());
  connection.carryOn(socket);
  connections.set(socket, connection);
  const disconnected = opener.surroundings.databases.connected(address);
  socket.once('close', () => {
    disconnected();
    connection.close();
  });
  setImmediate(() => {
    if (socket.destroyed) return;
    Object.assign(socket, { connecting: false });
    const isEncrypted = socket instanceof tls.TLSSocket;
    if (isEncrypted) trust(socket, address);
    socket.emit('connect');
    socket.emit('ready');
    if (isEncrypted) socket.emit('secureConnect');
    peer.greet?.();
  });
}

const connections = new WeakMap<object, Connection>();

/** True for a socket whose server lives in this process. */
export function isServed(socket: unknown): socket is net.Socket {
  return typeof socket === 'object' && socket !== null && connections.has(socket);
}

/**
 * A client that has agreed with its server to go on with TLS does so over another socket, without a handshake: what is
 * sent by it is what was meant.
 *
 * @param event tells the client that the handshake is done.
 */
export function continueOver(
  secure: tls.TLSSocket,
  plain: net.Socket,
  { event, name }: { readonly event: 'secure' | 'secureConnect'; readonly name?: string | undefined },
): void {
  const connection = connections.get(plain);
  if (connection === undefined) throw new Error('Cannot go on with TLS: the socket is not served here.');
  connection.carryOn(secure);
  Object.assign(secure, { connecting: false });
  secure.once('close', () => plain.destroy());
  plain.once('close', () => secure.destroy());
  setImmediate(() => {
    if (secure.destroyed) return;
    trust(secure, name ?? connection.address);
    secure.emit(event);
  });
}

/**
 * What a handshake would have come to with a server whose certificate is the right one. The handle of the system that a
 * socket for TLS begins with is closed, since nothing goes by it.
 */
function trust(secure: tls.TLSSocket, name: string): void {
  const host = name.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const certificate = { subject: { CN: host }, subjectaltname: `DNS:${host}, IP Address:${host}` };
  const handle: unknown = Reflect.get(secure, '_handle');
  if (isObject(handle) && typeof handle.close === 'function') Reflect.apply(handle.close, handle, []);
  Object.assign(secure, {
    _handle: null,
    ssl: { verifyError: () => null, destroySSL: () => undefined, _secureContext: {} },
    authorized: true,
    authorizationError: null,
    secureConnecting: false,
    getPeerCertificate: () => certificate,
  });
}

/** One connection: its messages are answered one after the other, each for the invocation that has sent it. */
class Connection {
  readonly address: string;
  /** Which carries what is sent now. */
  #socket: net.Socket;
  readonly #peer: Peer;
  readonly #opener: Recorder;
  readonly #enterOpener = AsyncLocalStorage.snapshot();
  #last: Promise<void> = Promise.resolve();

  constructor(
    socket: net.Socket,
    peer: Peer,
    { opener, address }: { readonly opener: Recorder; readonly address: string },
  ) {
    this.address = address;
    this.#socket = socket;
    this.#peer = peer;
    this.#opener = opener;
  }

  /** What is written to a socket comes here from now on, and what the server says goes out by it. */
  carryOn(socket: net.Socket): void {
    this.#socket = socket;
    Object.assign(socket, {
      connecting: true,
      _read: () => undefined,
      _writev: null,
      _write: (chunk: Buffer | string, encoding: BufferEncoding, done: () => void) => {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
        const take = () => {
          this.receive(bytes);
          done();
        };
        if (socket.connecting) socket.once('connect', take);
        else take();
      },
      _final: (done: () => void) => {
        this.endAfterAll();
        done();
      },
    });
  }

  send(bytes: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.push(bytes);
  }

  end(): void {
    if (!this.#socket.destroyed) this.#socket.push(null);
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
    void this.#last.then(() => this.end());
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
