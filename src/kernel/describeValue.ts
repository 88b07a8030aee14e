const longestShown = 60;

/**
 * Names a value for the "received …" half of an issue, short whatever its size:
 * `"200" (a string)`, `an object`, `an array of 3`, `nothing` for undefined.
 *
 * @example
 * describeValue('200'); // '"200" (a string)'
 */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return value.length <= longestShown
        ? `${JSON.stringify(value)} (a string)`
        : `${JSON.stringify(`${value.slice(0, longestShown)}…`)} (a string of ${value.length} characters)`;
    case 'number':
      return `${value} (a number)`;
    case 'bigint':
      return `${value}n (a bigint)`;
    case 'boolean':
      return `${value} (a boolean)`;
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Promise) return 'a Promise';
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  return 'an object';
}
