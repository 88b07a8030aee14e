const wireBytes = Symbol('wireBytes');

/** An answer of a server, which has so many bytes in its body where it travels: its JSON may have more. */
export function withWireSize<Answer extends object>(answer: Answer, bytes: number): Answer {
  return Object.defineProperty(answer, wireBytes, { value: bytes });
}

/** What an answer counts against the limit of plain HTTP; nothing for one that travels as JSON. */
export function wireSizeOf(result: unknown): { readonly sizeBytes?: number; readonly isPlainHttp?: true } {
  if (typeof result !== 'object' || result === null) return {};
  const sizeBytes: unknown = Reflect.get(result, wireBytes);
  return typeof sizeBytes === 'number' ? { sizeBytes, isPlainHttp: true } : {};
}
