import type {
  ClosedBy,
  ConnectionRecord,
  ConnectionState,
  PushedMessage,
  PushRecord,
  PushRecorder,
} from '../../domain/websocket/pushRecord.js';
import { describeValue } from '../../kernel/describeValue.js';
import { Misuse } from '../../kernel/misuse.js';
import type { RenderedResponse } from '../../responses/index.js';
import type { HandlerSource, Outcome } from '../../runtime/index.js';
import type { WebsocketCloseEvent } from '../../triggers/websocket-close/websocketClose.js';
import type { WebsocketConnectEvent } from '../../triggers/websocket-connect/websocketConnect.js';
import type { WebsocketDataEvent } from '../../triggers/websocket-data/websocketData.js';
import { pushBounded } from '../pushBounded.js';
import { dataEvent } from './lifeEvents.js';

/** The three functions that stand behind a WebSocket API. */
export interface WebsocketFunctions {
  /** Decides about connections; left out, each is accepted without a sub-protocol. */
  readonly register?: HandlerSource<WebsocketConnectEvent>;
  /** Gets what clients send. */
  readonly transfer?: HandlerSource<WebsocketDataEvent>;
  /** Hears that a client has left; left out, nobody does. */
  readonly cleanup?: HandlerSource<WebsocketCloseEvent>;
}

/** One call of a function that the gateway made. */
export interface GatewayInvocation {
  readonly role: keyof WebsocketFunctions;
  readonly event: WebsocketConnectEvent | WebsocketDataEvent | WebsocketCloseEvent;
  readonly outcome: Outcome;
}

/** A WebSocket client of a fake gateway. */
export interface FakeClient extends PushRecorder, ConnectionRecord {
  /** The sub-protocol that the registration function chose, as it wrote it; '' for none. */
  readonly protocol: string;
  /** The extension that it chose; '' for none. */
  readonly extensions: string;
  /** The HTTP answer to the handshake; undefined without a registration function. */
  readonly handshake: RenderedResponse | undefined;
  /** What functions pushed to this client, in order: texts, and the bytes of binary messages. */
  readonly received: readonly (string | Uint8Array)[];
  /** What the gateway called for this client, in order, with what came of it. */
  readonly invocations: readonly GatewayInvocation[];
  /**
   * Sends a message: the transfer function gets it. Resolves with what came of that; a function that fails makes the
   * gateway end the connection.
   *
   * @throws Misuse CLIENT_NOT_OPEN, NO_TRANSFER_FUNCTION, NO_MESSAGE.
   */
  send(message: string | Uint8Array): Promise<Outcome>;
  /**
   * Leaves: the cleanup function hears of it. Resolves with what came of that, undefined without a cleanup function.
   *
   * @throws Misuse CLIENT_NOT_OPEN.
   */
  close(): Promise<Outcome | undefined>;
}

/** What listens on the other side of a fake client, such as a real socket. */
export interface ClientListeners {
  onMessage?(message: string | Uint8Array): void;
  /** Called once when the connection ends, whoever ends it. */
  onClosed?(by: ClosedBy): void;
}

/** What a connection needs of its gateway. */
export interface ConnectionHost {
  /** How many messages and invocations a connection remembers. */
  readonly maxKept: number;
  call(
    role: GatewayInvocation['role'],
    client: Connection,
    event: GatewayInvocation['event'],
  ): Promise<Outcome | undefined>;
  recordOf(client: Connection): PushRecord;
}

/** One connection, from the handshake to its end. */
export class Connection implements FakeClient {
  readonly id: string;
  readonly functions: WebsocketFunctions;
  readonly messages: PushedMessage[] = [];
  readonly invocations: GatewayInvocation[] = [];
  handshake: RenderedResponse | undefined;
  reason: string | undefined;
  readonly #host: ConnectionHost;
  readonly #listeners: ClientListeners;
  #state: ConnectionState = 'connecting';
  #closedBy: ClosedBy | undefined;

  constructor(
    id: string,
    host: ConnectionHost,
    functions: WebsocketFunctions,
    listeners: ClientListeners = {},
  ) {
    this.id = id;
    this.functions = functions;
    this.#host = host;
    this.#listeners = listeners;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get closedBy(): ClosedBy | undefined {
    return this.#closedBy;
  }

  get protocol(): string {
    return this.#chosen('Sec-WebSocket-Protocol');
  }

  get extensions(): string {
    return this.#chosen('Sec-WebSocket-Extensions');
  }

  get received(): readonly (string | Uint8Array)[] {
    return this.messages.map(({ data }) => data);
  }

  get record(): PushRecord {
    return this.#host.recordOf(this);
  }

  /** Ends the handshake: well, or with a refusal when there is a reason. */
  decide(handshake: RenderedResponse | undefined, refusal?: string): void {
    this.handshake = handshake;
    this.reason = refusal;
    this.#state = refusal === undefined ? 'open' : 'refused';
  }

  /** Hands over what a function pushed. */
  deliver(message: PushedMessage): void {
    pushBounded(this.messages, message, this.#host.maxKept);
    this.#listeners.onMessage?.(message.data);
  }

  /** Ends an open connection. */
  end(by: ClosedBy, reason?: string): void {
    if (this.#state !== 'open') return;
    this.#state = 'closed';
    this.#closedBy = by;
    this.reason = reason;
    this.#listeners.onClosed?.(by);
  }

  async send(message: string | Uint8Array): Promise<Outcome> {
    this.#requireOpen('send through');
    if (typeof message !== 'string' && !(message instanceof Uint8Array)) {
      throw new Misuse(
        'NO_MESSAGE',
        `Cannot send ${describeValue(message)}: it is no message. Give a string, or a Uint8Array for a binary one.`,
      );
    }
    const outcome = await this.#host.call('transfer', this, dataEvent(this.id, message));
    if (outcome === undefined) {
      throw new Misuse(
        'NO_TRANSFER_FUNCTION',
        'Cannot send a message: the gateway has no transfer function. Give it one: fakeGateway({ functions: { transfer } }).',
      );
    }
    if (!outcome.ok) this.end('gateway', `the transfer function failed: ${outcome.status}`);
    return outcome;
  }

  async close(): Promise<Outcome | undefined> {
    this.#requireOpen('close');
    this.end('client');
    return this.#host.call('cleanup', this, {
      websocket: { action: 'closing', secConnectionID: this.id },
    });
  }

  #chosen(header: string): string {
    return this.handshake?.headers.find(([name]) => name === header)?.[1] ?? '';
  }

  #requireOpen(action: string): void {
    if (this.#state === 'open') return;
    const why = this.reason === undefined ? '' : ` (${this.reason})`;
    throw new Misuse(
      'CLIENT_NOT_OPEN',
      `Cannot ${action} the connection ${this.id}: it is ${this.#state}${why}. Look at client.state first.`,
    );
  }
}
