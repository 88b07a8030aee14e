/** An HTTP response as its caller receives it. */
export interface RenderedResponse {
  readonly status: number;
  /**
   * In order; a header that was a list stands here once per value. What frames a message (`content-length`,
   * `transfer-encoding`, `connection`, `keep-alive`) is left to whoever sends it.
   */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The bytes, Base64 already decoded. */
  readonly body: Uint8Array;
  /** How it is known that the caller receives this. */
  readonly source: string;
}

const encoder = new TextEncoder();

/** A rendered JSON answer of the platform itself. */
export function jsonAnswer(status: number, text: string, source: string): RenderedResponse {
  return { status, headers: [['content-type', 'application/json']], body: encoder.encode(text), source };
}

/** A rendered answer without headers and body. */
export function emptyAnswer(status: number, source: string): RenderedResponse {
  return { status, headers: [], body: new Uint8Array(), source };
}
