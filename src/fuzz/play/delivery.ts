import type { DeliveryRules } from '../../kernel/delivery.js';
import type { Fault } from './effects/recorder.js';

/** One event on its way to the function. */
export interface DeliveryStep<Event> {
  readonly event: Event;
  /** When the platform has it, in virtual milliseconds since the start. */
  readonly atMs: number;
  /** Which instance of the function takes it; an instance that was not used before is cold. */
  readonly instance: number;
  /** Handled at the same time as the step before. */
  readonly together?: boolean;
  /** What goes wrong outside during the first try. */
  readonly fault?: Fault;
  /** Outside calls are slow: the earlier ones of an invocation take longer than the later ones. */
  readonly slow?: boolean;
  /** Its client keeps the cookies that the steps before have set. */
  readonly keepsCookies?: boolean;
  /** Retries come to the instance that failed, which is warm; to new ones when left out. */
  readonly retriedWarm?: boolean;
  /** The platform itself fails before the function is called (an overrun, a system error); tried again with back-off. */
  readonly systemErrors?: number;
}

/** What the platform does with some events. */
export interface Delivery<Event> {
  readonly steps: readonly DeliveryStep<Event>[];
  /** Time zone of the function's process; that of this process when left out. */
  readonly timeZone?: string;
  /** What each process of the function draws when it starts, such as the order of sets; 0 when left out. */
  readonly processSeed?: number;
  /** Locale of the function's process, for what it does while it handles an event; that of this process when left out. */
  readonly locale?: string;
}

/** One try to have an event handled. */
export interface Attempt<Event> {
  /** Index of its step. */
  readonly step: number;
  readonly event: Event;
  readonly instance: number;
  /** 1 for the first try. */
  readonly number: number;
  /** Virtual milliseconds since the start. */
  readonly atMs: number;
  readonly fault?: Fault;
  readonly slow: boolean;
  /** Its client keeps the cookies that the attempts before have set. */
  readonly keepsCookies?: boolean;
}

/** What became of the event of a step. */
export interface Delivered {
  readonly step: number;
  readonly result: 'handled' | 'failed' | 'dead-letter';
  readonly tries: number;
  readonly atMs: number;
}

/** How often the same batch is tried before it is taken for blocked. */
const maxSameBatch = 4;
const longestBackOffMs = 300_000;

/**
 * Lets the platform deliver: calls the function for every event in the order of the virtual clock, and again
 * after a failure by the rules of the trigger. No real time passes between the calls.
 *
 * @param handle calls the function, and tells whether that succeeded.
 * @returns what became of each event, in the order of the steps.
 */
export async function deliver<Event>(
  delivery: Delivery<Event>,
  rules: DeliveryRules<Event>,
  handle: (attempt: Attempt<Event>) => Promise<boolean>,
): Promise<Delivered[]> {
  const delivered: Delivered[] = [];
  const waiting: Attempt<Event>[] = [];
  const { retry } = rules;
  let nextInstance = 1 + Math.max(0, ...delivery.steps.map((step) => step.instance));

  const settle = async (attempt: Attempt<Event>): Promise<void> => {
    const handled = await handle(attempt);
    const age = attempt.atMs - (delivery.steps[attempt.step]?.atMs ?? 0);
    const tries = attempt.number;
    if (
      !handled &&
      tries <= Math.min(retry.times, retry.kind === 'same-batch' ? maxSameBatch : retry.times)
    ) {
      const atMs = attempt.atMs + retry.pauseMs;
      if (age + retry.pauseMs <= retry.ttlMs) {
        const { fault: _over, ...rest } = attempt;
        const isWarm = delivery.steps[attempt.step]?.retriedWarm === true;
        const instance = isWarm ? attempt.instance : nextInstance++;
        const again = { ...rest, number: tries + 1, atMs, instance };
        if (retry.kind === 'same-batch') return settle(again);
        waiting.push(again);
        return;
      }
    }
    const result = handled ? 'handled' : retry.kind === 'none' ? 'failed' : 'dead-letter';
    delivered.push({ step: attempt.step, result, tries, atMs: attempt.atMs });
  };

  const groups = together(delivery.steps);
  for (const group of groups) {
    const now = group[0]?.atMs ?? 0;
    await later(now);
    await Promise.all(group.map((attempt) => settle(attempt)));
  }
  await later(Number.POSITIVE_INFINITY);
  return delivered.sort((a, b) => a.step - b.step);

  /** Makes the retries that are due before an instant. */
  async function later(until: number): Promise<void> {
    for (;;) {
      waiting.sort((a, b) => a.atMs - b.atMs);
      const due = waiting[0];
      if (due === undefined || due.atMs > until) return;
      waiting.shift();
      await settle(due);
    }
  }
}

/** The first attempts, grouped by what is handled at the same time. */
function together<Event>(steps: readonly DeliveryStep<Event>[]): Attempt<Event>[][] {
  const groups: Attempt<Event>[][] = [];
  for (const [index, step] of steps.entries()) {
    const { event, instance, fault, slow = false, keepsCookies } = step;
    const atMs = step.atMs + backOffMs(step.systemErrors ?? 0);
    const attempt = {
      step: index,
      event,
      instance,
      number: 1,
      atMs,
      slow,
      ...(fault === undefined ? {} : { fault }),
      ...(keepsCookies === true ? { keepsCookies } : {}),
    };
    const last = groups.at(-1);
    if (step.together === true && last !== undefined) last.push(attempt);
    else groups.push([attempt]);
  }
  return groups;
}

/** How long an event waits that the platform could not pass on so many times: a second, then twice as long each time. */
function backOffMs(errors: number): number {
  let waited = 0;
  for (let error = 0; error < errors; error++) waited += Math.min(1000 * 2 ** error, longestBackOffMs);
  return waited;
}

/** Tells whether the events of a delivery bring a text. */
export function textsIn({ steps }: Delivery<unknown>): (text: string) => boolean {
  let all: string | undefined;
  return (text) => {
    all ??= JSON.stringify(steps.map(({ event }) => event));
    return all.includes(text);
  };
}
