import { Misuse } from '../../src/core.js';

/** One `--set path=value`: where, and what; `*` in a path means every element. */
export interface Setting {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Reads `Records[*].Ckafka.topic=orders` or `headers["x-tenant"]=acme`. */
export function parseSetting(argument: string): Setting {
  const path: (string | number)[] = [];
  const step = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[(\*)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  while (step.lastIndex < argument.length && argument[step.lastIndex] !== '=') {
    const from = step.lastIndex;
    const match = step.exec(argument);
    if (match === null || (path.length === 0 && argument.startsWith('.'))) {
      throw new Misuse(
        'INVALID_SET',
        `Cannot take --set ${argument}: the path is not understood at character ${from + 1}. Write it as Records[0].Ckafka.topic=orders.`,
      );
    }
    const [, name, index, every, quoted] = match;
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(Number(index));
    else if (every !== undefined) path.push(everyElement);
    else path.push(JSON.parse(quoted as string) as string);
  }
  if (path.length === 0 || step.lastIndex >= argument.length) {
    throw new Misuse(
      'INVALID_SET',
      `Cannot take --set ${argument}: it must be path=value, as in Message=hello.`,
    );
  }
  if (path.some((key) => typeof key === 'number' && key > 9999)) {
    throw new Misuse('INVALID_SET', `Cannot take --set ${argument}: an index can be 9999 at the most.`);
  }
  return { path, text: argument.slice(step.lastIndex + 1) };
}

/** Stands in a path for every element of an array. */
export const everyElement = '[*]';

/**
 * The value of a setting: JSON where it reads as JSON, otherwise the text itself. Where the contract wants a string
 * (`isText`), only a quoted JSON string is read as JSON, so that `TriggerName=123` is the name "123".
 */
export function settingValue(
  { text }: Setting,
  argument: string,
  { isText }: { readonly isText: boolean },
): unknown {
  const looksLikeJson = isText
    ? /^"/.test(text)
    : /^[{["]|^(true|false|null|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/.test(text);
  if (!looksLikeJson) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Misuse(
      'INVALID_SET',
      `Cannot take --set ${argument}: its value is not JSON (${(error as Error).message}).`,
    );
  }
}

/** Settings as overrides in the shape of an event, laid over those that there are before. */
export function overridesOf(
  settings: readonly { readonly path: Setting['path']; readonly value: unknown }[],
  before: object = {},
): object {
  const root: Record<string, unknown> = { ...structuredClone(before) };
  for (const { path, value } of settings) {
    const keys = path.filter((key) => key !== everyElement);
    let node: Record<string | number, unknown> = root;
    keys.forEach((key, at) => {
      const last = at === keys.length - 1;
      if (last) define(node, key, value);
      else {
        const existing = Object.hasOwn(node, key) ? node[key] : undefined;
        const isList = typeof keys[at + 1] === 'number';
        const fits = typeof existing === 'object' && existing !== null && Array.isArray(existing) === isList;
        const child = fits ? existing : isList ? [] : {};
        define(node, key, child);
        node = child as Record<string | number, unknown>;
      }
    });
  }
  return root;
}

function define(node: object, key: string | number, value: unknown): void {
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}
