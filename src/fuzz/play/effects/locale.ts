import { type Patch, replaced, shared } from '../../../runtime/patches.js';
import { currentRecorder } from './recorder.js';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** Methods that follow the locale of the process unless they are told one, and which argument tells it. */
const methods: readonly (readonly [prototype: object, name: string, argument: number])[] = [
  [String.prototype, 'localeCompare', 1],
  [String.prototype, 'toLocaleUpperCase', 0],
  [String.prototype, 'toLocaleLowerCase', 0],
  [Number.prototype, 'toLocaleString', 0],
  [BigInt.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleDateString', 0],
  [Date.prototype, 'toLocaleTimeString', 0],
];

const formats = ['Collator', 'DateTimeFormat', 'NumberFormat', 'ListFormat', 'PluralRules'] as const;

/**
 * Lets fuzzed handlers run in the locale that their delivery names, and notes who depends on it. Formats that a
 * module makes when it is loaded keep the locale of this process.
 *
 * @returns ends it.
 */
export const watchLocale = shared(() => [
  ...methods.map(([prototype, name, argument]) => watchedMethod(prototype, name, argument)),
  ...formats.map(watchedFormat),
]);

/** The arguments with the locale of the invocation where none is named. */
function localized(args: readonly unknown[], argument: number): unknown[] {
  const recorder = args[argument] === undefined ? currentRecorder() : undefined;
  if (recorder === undefined) return [...args];
  recorder.followsLocale = true;
  const given = [...args];
  given[argument] = recorder.surroundings.locale;
  return given;
}

function watchedMethod(prototype: object, name: string, argument: number): Patch {
  return replaced(prototype, name, (original) => {
    const watched: Call = function (this: unknown, ...args) {
      return Reflect.apply(original() as Call, this, localized(args, argument));
    };
    return watched;
  });
}

type Format = Call & (new (...args: unknown[]) => object);

function watchedFormat(name: (typeof formats)[number]): Patch {
  return replaced(Intl as object, name, (original) => {
    const format = () => original() as Format;
    return new Proxy(format(), {
      apply: (_target, self, args) => Reflect.apply(format(), self, localized(args, 0)),
      construct: (_target, args, self) => Reflect.construct(format(), localized(args, 0), self),
    });
  });
}
