import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { type Patch, replaced, replacedProperty } from '../../../runtime/patches.js';
import { currentRecorder } from '../effects/recorder.js';
import { noteDate } from '../effects/zone.js';
import { currentChance, currentOriginMs } from './chance.js';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Dates, `performance` and `process.hrtime` of a fuzzed handler follow the clock of its execution, which goes on by the
 * timers that it waits for and the calls that it makes. All others see what the time is.
 */
export function ownClock(): Patch[] {
  return [
    ...ownDate(),
    replaced(
      performance,
      'now',
      (original) => () => sinceOrigin() ?? Reflect.apply(original(), performance, []),
    ),
    replacedProperty(performance, 'timeOrigin', (behind) => {
      const real = performance.timeOrigin;
      return {
        get: () => currentOriginMs() ?? behind()?.value ?? real,
        enumerable: true,
        configurable: true,
      };
    }),
    ownHrtime(),
    replaced(process, 'uptime', (original) => () => {
      const ms = sinceOrigin();
      return ms === undefined ? original()() : ms / 1000;
    }),
    ...[globalThis, timers].flatMap((owner) => [
      passing(owner, 'setTimeout', { repeats: false }),
      passing(owner, 'setInterval', { repeats: true }),
    ]),
    passingPromise(),
  ];
}

/** Milliseconds since the instance was started that the running code belongs to. */
function sinceOrigin(): number | undefined {
  const [now, origin] = [currentChance()?.read(), currentOriginMs()];
  return now === undefined || origin === undefined ? undefined : now - origin;
}

/** Nothing, where somebody has put a clock of his own in its place. */
function ownDate(): Patch[] {
  const native = Date;
  if (!/\{\s*\[native code\]\s*\}\s*$/.test(Function.prototype.toString.call(native))) return [];
  return [
    replaced(native, 'now', (original) => () => {
      const now = currentChance()?.read();
      return now === undefined ? original()() : Math.floor(now);
    }),
    replaced(globalThis, 'Date', () => {
      return new Proxy(native, {
        apply: () => new Date().toString(),
        construct(target, args, self) {
          if (args.length > 0) noteDate(args);
          return Reflect.construct(target, args.length === 0 ? [target.now()] : args, self) as object;
        },
      });
    }),
    replaced(native.prototype, 'constructor', () => globalThis.Date),
  ];
}

function ownHrtime(): Patch {
  return replaced(process, 'hrtime', (original) => {
    const hrtime = (before?: [number, number]): [number, number] => {
      const ms = sinceOrigin();
      if (ms === undefined) return original()(before);
      const ns =
        nanoseconds(ms) - (before === undefined ? 0n : BigInt(before[0]) * second + BigInt(before[1]));
      const seconds = ns >= 0n ? ns / second : (ns - second + 1n) / second;
      return [Number(seconds), Number(ns - seconds * second)];
    };
    const bigint = (): bigint => {
      const ms = sinceOrigin();
      return ms === undefined ? original().bigint() : nanoseconds(ms);
    };
    return Object.assign(hrtime, { bigint }) as typeof process.hrtime;
  });
}

const second = 1_000_000_000n;

function nanoseconds(ms: number): bigint {
  return BigInt(Math.round(ms * 1_000_000));
}

/** A function that calls back later: then the clock has gone on. */
function passing(owner: object, name: string, { repeats }: { readonly repeats: boolean }): Patch {
  return replaced(owner, name, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const start: Call = function (this: unknown, ...args) {
      const [callback, delay, ...rest] = args;
      const chance = currentChance();
      if (chance === undefined || typeof callback !== 'function')
        return Reflect.apply(original() as Call, this, args);
      const ms = delayOf(delay);
      let dueMs = chance.nowMs + ms;
      const resources = currentRecorder()?.surroundings.resources;
      const fired: Call = function (this: unknown, ...given) {
        if (resources?.isLeftBehind === true) return undefined;
        // Nobody waits for one that does not keep the process alive.
        if ((this as NodeJS.Timeout).hasRef?.() !== false) currentChance()?.reach(dueMs);
        if (repeats) dueMs += ms;
        return Reflect.apply(callback, this, given);
      };
      const timer = Reflect.apply(original() as Call, this, [fired, delay, ...rest]) as NodeJS.Timeout;
      if (repeats) resources?.add(timer);
      else resources?.endIfOver(timer);
      return timer;
    };
    return Object.defineProperties(start, Object.getOwnPropertyDescriptors(before));
  });
}

function passingPromise(): Patch {
  return replaced(timersPromises as { setTimeout: Call }, 'setTimeout', (original) => {
    const wait: Call = function (this: unknown, ...args) {
      const chance = currentChance();
      const waiting = Reflect.apply(original(), this, args) as Promise<unknown>;
      if (chance === undefined) return waiting;
      const dueMs = chance.nowMs + delayOf(args[0]);
      return waiting.then((value) => {
        currentChance()?.reach(dueMs);
        return value;
      });
    };
    return wait;
  });
}

/** As timers take it: at least a millisecond, and that where it is none or too much. */
function delayOf(delay: unknown): number {
  const ms = Number(delay);
  return ms >= 1 && ms < 2 ** 31 ? Math.trunc(ms) : 1;
}
