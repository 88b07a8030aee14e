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
export function watchLocale(): () => void {
  const stops = [
    ...methods.map(([prototype, name, argument]) => watchMethod(prototype, name, argument)),
    ...formats.map(watchFormat),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The arguments with the locale of the invocation where none is named. */
function localized(args: readonly unknown[], argument: number): unknown[] {
  const recorder = args[argument] === undefined ? currentRecorder() : undefined;
  if (recorder === undefined) return [...args];
  recorder.followsLocale = true;
  const given = [...args];
  given[argument] = recorder.locale;
  return given;
}

function watchMethod(prototype: object, name: string, argument: number): () => void {
  const kept = Object.getOwnPropertyDescriptor(prototype, name);
  const method = kept?.value as Call | undefined;
  if (kept === undefined || method === undefined) return () => undefined;
  Object.defineProperty(prototype, name, {
    ...kept,
    value(this: unknown, ...args: readonly unknown[]): unknown {
      return Reflect.apply(method, this, localized(args, argument));
    },
  });
  return () => {
    Object.defineProperty(prototype, name, kept);
  };
}

function watchFormat(name: (typeof formats)[number]): () => void {
  const kept = Object.getOwnPropertyDescriptor(Intl, name);
  const format = kept?.value as (Call & (new (...args: unknown[]) => object)) | undefined;
  if (kept === undefined || format === undefined) return () => undefined;
  const watched = new Proxy(format, {
    apply: (target, self, args) => Reflect.apply(target, self, localized(args, 0)),
    construct: (target, args, self) => Reflect.construct(target, localized(args, 0), self),
  });
  Object.defineProperty(Intl, name, { ...kept, value: watched });
  return () => {
    Object.defineProperty(Intl, name, kept);
  };
}
