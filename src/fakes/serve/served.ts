import type { Outcome } from '../../runtime/index.js';

/** An event that a function got, and what came of it. */
export interface ServedEvent {
  readonly type: 'event';
  /** Kind of the event: `apigw`, `websocket-data`, … */
  readonly kind: string;
  /** What the client asked for, in a few words: `GET /orders`. */
  readonly what: string;
  readonly event: unknown;
  readonly outcome: Outcome;
  /** What the client got: `200`, `accepted`, `closed`. */
  readonly answer: string;
  /** Why it got something else than the function meant. */
  readonly reason?: string | undefined;
  /** What the log of the platform says, where that is not made of the outcome alone. */
  readonly platformLog?: readonly string[];
  /** What else a reader should know: bytes that were lost, an answer that does not fit the deployment. */
  readonly warnings?: readonly string[];
}

/** A push that a function made. */
export interface ServedPush {
  readonly type: 'push';
  /** What was pushed, in a few words: `data send to abc==`. */
  readonly what: string;
  readonly answer: string;
  readonly reason?: string | undefined;
}

/** A request that no function got to see. */
export interface ServedRefusal {
  readonly type: 'refusal';
  readonly what: string;
  readonly answer: string;
  readonly reason: string;
}

/** One thing that happened on a server. */
export type ServeEntry = ServedEvent | ServedPush | ServedRefusal;

/** Hears of everything that happens on a server. */
export type Reporter = (entry: ServeEntry) => void;
