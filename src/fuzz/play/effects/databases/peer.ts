import type { Recorder } from '../recorder.js';

/** What the server's side of a connection may do with it. */
export interface Line {
  /** Of the server, as `db.example.com:6379`. */
  readonly address: string;
  send(bytes: Buffer): void;
  end(): void;
}

/** What one message of a client asks for; the next one waits for its end. */
export type Task = (recorder: Recorder) => Promise<void> | void;

/** The server's side of one connection. */
export interface Peer {
  /** What the server says before the client does. */
  greet?(): void;
  /** Takes bytes of the client, and gives what the messages that are whole by now ask for. */
  receive(bytes: Buffer): readonly Task[];
  /** The execution is over; for clients that are content when a server leaves, and busy as long as it does not. */
  leave?(): void;
  /** The client has closed the connection. */
  close?(recorder: Recorder): void;
}

/** Makes the server's side of a connection. */
export type PeerFactory = (line: Line) => Peer;
