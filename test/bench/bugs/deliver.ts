import { createContext, runInContext } from 'node:vm';
import type { Context, Handler, HandlerFactory, Seen, Witness } from './cases.js';
import { memoryWorld } from './memoryWorld.js';
import type { Effect, Left } from './world.js';

/** What came of one delivery: a result, an error's message, or no answer. */
export type Outcome =
  | { readonly result: unknown }
  | { readonly thrown: string }
  | { readonly never: 'answers' | 'yields' };

/** What deliveries came to: each attempt, what they left when the last had answered, and what came later. */
export interface Story {
  readonly outcomes: readonly Outcome[];
  readonly left: Left;
  readonly late: Left;
  readonly polluted: readonly string[];
}

export function contextOf(number: number): Context {
  const request_id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { request_id, function_name: 'bench', time_limit_in_ms: 3000, memory_limit_in_mb: 128 };
}

/** Calls a handler as the runtime does: its promise counts or, when it returns none, the callback. */
export function called(handler: Handler, event: unknown, context: Context): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, result) => {
      if (error === null || error === undefined) resolve(result);
      else reject(error);
    });
    if (returned instanceof Promise) returned.then(resolve, reject);
  });
}

/** Delivers one event, once or as often as told, to a fresh instance in a fresh world. */
export async function delivered(factory: HandlerFactory, event: unknown, times = 1): Promise<Seen> {
  const world = memoryWorld();
  const handler = factory(world);
  let result: unknown;
  for (let time = 0; time < times; time++) {
    result = await called(handler, structuredClone(event), contextOf(1));
  }
  return { event, result, left: world.left() };
}

/** Delivers what a witness names. */
export async function deliverAll(factory: HandlerFactory, witness: Witness): Promise<Story> {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const zone = process.env.TZ;
  if (witness.timeZone !== undefined) process.env.TZ = witness.timeZone;
  const world = memoryWorld(failing(witness.failCall));
  const outcomes: Outcome[] = [];
  let requests = 0;
  const attempt = async (handler: Handler, event: unknown): Promise<Outcome> => {
    const outcome = await outcomeOf(handler, structuredClone(event), contextOf(++requests), witness.never);
    outcomes.push(outcome);
    world.advance(60_000);
    return outcome;
  };
  try {
    if (witness.together === true) {
      await Promise.all(witness.events.map((event) => attempt(factory(world), event)));
    } else {
      const handler = factory(world);
      for (const event of witness.events) {
        const outcome = await attempt(handler, event);
        if ('thrown' in outcome && witness.failCall !== undefined && witness.once !== true) {
          await attempt(handler, event);
        }
      }
    }
    const left = world.left();
    await world.sleep(100);
    const polluted = Object.getOwnPropertyNames(Object.prototype).filter((name) => !before.includes(name));
    for (const name of polluted) Reflect.deleteProperty(Object.prototype, name);
    return { outcomes, left, late: world.left(), polluted };
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

function failing(failCall: number | undefined): Effect {
  let calls = 0;
  return (name, call) =>
    async (...args) => {
      calls += 1;
      if (calls === failCall) throw new Error(`${name} is out of order`);
      return call(...args);
    };
}

async function outcomeOf(
  handler: Handler,
  event: unknown,
  context: Context,
  never: Witness['never'],
): Promise<Outcome> {
  try {
    if (never === undefined) return { result: await called(handler, event, context) };
    const answer = started(() => called(handler, event, context));
    const waited = new Promise<Outcome>((resolve) => setTimeout(resolve, 300, { never: 'answers' }));
    return await Promise.race([answer.then((result) => ({ result })), waited]);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return { never: 'yields' };
    }
    return { thrown: error instanceof Error ? error.message : String(error) };
  }
}

/** Stops what computes for ever before its first await. */
function started(start: () => Promise<unknown>): Promise<unknown> {
  return runInContext('start()', createContext({ start }), { timeout: 1000 });
}
