/** True for an error, one of another realm too: in Jest those of Node's own modules are. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}
