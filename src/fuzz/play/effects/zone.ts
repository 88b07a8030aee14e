import { type Patch, replaced, shared } from '../../../runtime/patches.js';
import { currentRecorder } from './recorder.js';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** Methods of dates that follow the time zone of the process whatever they are given. */
const local = [
  ...['FullYear', 'Month', 'Date', 'Hours', 'Minutes'].map((part) => `set${part}`),
  ...['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'TimezoneOffset'].map((part) => `get${part}`),
  ...['getYear', 'setYear', 'toString', 'toDateString', 'toTimeString'],
];

/** Methods of dates that follow it unless their second argument names another. */
const told = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'];

/** Dates that a text gives in the same way everywhere: in UTC, or with an offset. */
const absolute = /^[+-]?\d{4,6}-\d\d-\d\d$|(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*$/i;

/**
 * Notes who depends on the time zone of the process while an event is handled, or a handler loaded.
 *
 * @returns ends it.
 */
export const watchZone = shared((): readonly Patch[] => [
  ...local.map((name) => watchedMethod(name, () => true)),
  ...told.map((name) => watchedMethod(name, (args) => namesNoZone(args[1]))),
  replaced(Intl as object, 'DateTimeFormat', (original) => {
    const format = () => original() as Call & (new (...args: unknown[]) => object);
    const noted = (args: readonly unknown[]) => {
      if (namesNoZone(args[1])) noteZone();
    };
    return new Proxy(format(), {
      apply(_target, self, args) {
        noted(args);
        return Reflect.apply(format(), self, args);
      },
      construct(_target, args, self) {
        noted(args);
        return Reflect.construct(format(), args, self);
      },
    });
  }),
  replaced(Date, 'parse', (original) => (text) => {
    noteDate([text]);
    return original()(text);
  }),
]);

/** Notes the arguments of which a date is made. */
export function noteDate(args: readonly unknown[]): void {
  const [first] = args;
  // Parts of a date are those of the process's zone; a number is an instant.
  if (args.length > 1 || (typeof first !== 'number' && !isAbsolute(first))) noteZone();
}

function isAbsolute(given: unknown): boolean {
  return given instanceof Date || (typeof given === 'string' && absolute.test(given));
}

function namesNoZone(options: unknown): boolean {
  return (options as { readonly timeZone?: unknown } | undefined)?.timeZone === undefined;
}

function noteZone(): void {
  const recorder = currentRecorder();
  if (recorder !== undefined) recorder.followsZone = true;
}

function watchedMethod(name: string, follows: (args: readonly unknown[]) => boolean): Patch {
  return replaced(Date.prototype, name, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const watched: Call = function (this: unknown, ...args) {
      if (follows(args)) noteZone();
      return Reflect.apply(original() as Call, this, args);
    };
    return Object.defineProperties(watched, Object.getOwnPropertyDescriptors(before));
  });
}
