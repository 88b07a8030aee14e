import { Agent, type RequestOptions } from 'node:http';
import { connect, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Misuse } from '../kernel/misuse.js';
import type { HeldNetwork } from './heldNetwork.js';
import { listenersOn, ownsPort } from './ports.js';
import { startTimer } from './realTime.js';

const probeMs = 20;
/** What connecting fails with once a server has gone. */
const isNobodyThere = /^ECONN(?:REFUSED|RESET|ABORTED)$/;
/** `127.0.0.1` and `::1`, as `/proc` has them. */
const loopback = /^(?:0100007F|0{24}01000000):/;

/** Where the server of a function listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The port of a function that is a server, on this machine or in a network of its own. */
export class ServerPort {
  readonly address: Address;
  readonly #network: HeldNetwork | undefined;
  readonly #release: (() => void) | undefined;
  readonly #agent = new Agent({ keepAlive: false });
  #isClosed = false;

  constructor(
    address: Address,
    {
      network,
      release,
    }: {
      readonly network?: HeldNetwork | undefined;
      /** Gives its port back. */
      readonly release?: (() => void) | undefined;
    },
  ) {
    this.address = address;
    this.#network = network;
    this.#release = release;
  }

  /**
   * Waits until something listens; for ever once it is closed.
   *
   * @param pid what was started to listen.
   * @throws Misuse PORT_TAKEN when somebody else has begun to listen there meanwhile.
   */
  async opened(pid?: number): Promise<void> {
    while (!(await this.#isListening())) {
      if (this.#isClosed) return new Promise(() => undefined);
      await new Promise((again) => startTimer(again, probeMs).unref());
    }
    const { port } = this.address;
    if (pid !== undefined && this.#network === undefined && !ownsPort(pid, port))
      throw new Misuse(
        'PORT_TAKEN',
        `Cannot take the server on port ${port} for the function: it is not what was started, and has taken that port meanwhile. End it, or name another port; a container is reached by its address, http://127.0.0.1:${port}, once you have started it.`,
      );
  }

  /** Whether it is bound to this machine alone, where this system tells. */
  isLoopbackOnly(): boolean {
    const bound = listenersOn(this.address.port, this.#network?.pid);
    return bound.length > 0 && bound.every(([, local]) => loopback.test(local ?? ''));
  }

  /** How a request reaches it: a connection for each. */
  way(): RequestOptions {
    const network = this.#network;
    const { host, port } = this.address;
    if (network === undefined) return { host, port, agent: this.#agent };
    const createConnection = (_: unknown, made: (error: Error | null, socket: Duplex) => void): undefined => {
      const failed = (error: Error) => made(error, new Socket());
      network.connect(port).then((socket) => made(null, socket), failed);
    };
    return { host, port, createConnection };
  }

  /** A connection to it, which may not stand yet; undefined where nothing listens in a network of its own. */
  async connection(): Promise<Socket | undefined> {
    const network = this.#network;
    if (network === undefined) return connect({ ...this.address });
    return network.connect(this.address.port).catch((error: NodeJS.ErrnoException) => {
      if (!isNobodyThere.test(error.code ?? '')) throw error;
      return undefined;
    });
  }

  /** Breaks off what is asked. */
  hangUp(): void {
    this.#agent.destroy();
  }

  close(): void {
    this.#isClosed = true;
    this.hangUp();
    this.#release?.();
  }

  async #isListening(): Promise<boolean> {
    if (this.#network !== undefined) {
      const socket = await this.#network.connect(this.address.port).catch(() => undefined);
      socket?.destroy();
      return socket !== undefined;
    }
    return new Promise((told) => {
      const socket = connect({ ...this.address });
      const tell = (answer: boolean): void => {
        socket.destroy();
        told(answer);
      };
      socket.once('connect', () => tell(true));
      socket.once('error', () => tell(false));
    });
  }
}
