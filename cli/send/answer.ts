/** What came back for an event. */
export interface Answer {
  readonly status: number;
  readonly bytes: number;
  /** Why the function has failed, as far as the server tells; undefined when it has not. */
  readonly problem?: string;
  /** What a user should know of answers like this one. */
  readonly note?: string;
}

/** Something that takes events. */
export interface Receiver {
  /** Rejects when the connection is lost. */
  deliver(event: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** What all receivers are made of. */
export interface ReceiverOptions {
  readonly url: URL;
  /** How long an answer may take. */
  readonly timeoutMs: number;
  readonly functionName: string;
}
