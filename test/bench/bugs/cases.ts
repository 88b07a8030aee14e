import type { Left, World } from './world.js';

/** What the runtime hands over beside the event, as far as handlers read it. */
export interface Context {
  readonly request_id: string;
  readonly function_name: string;
  readonly time_limit_in_ms: number;
  readonly memory_limit_in_mb: number;
}

export type Callback = (error: unknown, result?: unknown) => void;

/** A handler as SCF calls it: what counts is its promise or, when it returns none, the callback. */
export type Handler<Event = unknown> = {
  call(event: Event, context: Context, callback: Callback): unknown;
}['call'];

/** Every call is a cold start: the closure is what module state is to a real function. */
export type HandlerFactory<Event = unknown> = (world: World) => Handler<Event>;

/** One delivery to a fresh instance in a fresh world, without faults. */
export interface Seen<Event = unknown> {
  readonly event: Event;
  readonly result: unknown;
  readonly left: Left;
}

/** Deliveries on which the buggy handler and its twin visibly differ. For the test of this set only. */
export interface Witness<Event = unknown> {
  /** Delivered one after the other to one instance, a minute apart. */
  readonly events: readonly Event[];
  /** All at once, each to an instance of its own. */
  readonly together?: true;
  /** This outside call, counted from 1, fails once; a delivery that fails is delivered again, unless `once`. */
  readonly failCall?: number;
  readonly once?: true;
  readonly timeZone?: string;
  /** The buggy handler never answers: it waits for ever, or computes for ever before its first await. */
  readonly never?: 'answers' | 'yields';
}

/** A handler with one bug, and the same handler without it. */
export interface BugCase<Event = unknown> {
  readonly name: string;
  readonly class: string;
  readonly trigger: string;
  readonly because: string;
  readonly buggy: HandlerFactory<Event>;
  readonly fixed: HandlerFactory<Event>;
  /** What a user would assert in one line. */
  property?(seen: Seen<Event>): boolean;
  witness(): Witness<Event>;
}

/** A handler without a known bug. */
export interface CorrectCase<Event = unknown> {
  readonly name: string;
  readonly trigger: string;
  readonly handler: HandlerFactory<Event>;
}
