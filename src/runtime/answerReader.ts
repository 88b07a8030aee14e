/** The bytes of an answer, taken apart. */
export interface RawAnswer {
  readonly status: number;
  /** In the order and the case in which they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** What is wrong with it, in a sentence. */
  readonly problem?: string;
}

const headEnd = '\r\n\r\n';

/**
 * Reads an answer of HTTP/1.1 byte by byte: what a client of Node's forgives, or breaks off at, is told here.
 * https://www.rfc-editor.org/rfc/rfc9112
 */
export class AnswerReader {
  readonly #isHead: boolean;
  readonly #chunks: Buffer[] = [];
  #answer: Omit<RawAnswer, 'body' | 'problem'> | undefined;
  #bytes = 0;
  /** Where the body begins. */
  #start = 0;
  #length: number | 'chunked' | 'to-the-end' = 'to-the-end';
  #strange: string | undefined;

  constructor(method: string) {
    this.#isHead = method === 'HEAD';
  }

  /** @returns whether the answer is whole. */
  take(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#answer === undefined) this.#readHead();
    if (this.#strange !== undefined) return true;
    if (this.#answer === undefined || this.#length === 'to-the-end') return false;
    if (this.#length === 'chunked') return chunksIn(this.#body()).isWhole;
    return this.#bytes - this.#start >= this.#length;
  }

  /** True once anything has come. */
  get hasBegun(): boolean {
    return this.#bytes > 0;
  }

  /** What has come. */
  end(): RawAnswer {
    const body = this.#body();
    if (this.#strange !== undefined || this.#answer === undefined)
      return {
        status: 502,
        headers: [],
        body,
        problem: this.#strange ?? 'its answer breaks off in the headers',
      };
    if (this.#length === 'chunked') {
      const { bytes, isWhole } = chunksIn(body);
      return { ...this.#answer, body: bytes, ...(isWhole ? {} : { problem: 'its last chunk is missing' }) };
    }
    if (this.#length === 'to-the-end' || this.#length === body.length) return { ...this.#answer, body };
    const length = this.#isEmpty() ? 'it may have no body' : `Content-Length says ${this.#length}`;
    return { ...this.#answer, body, problem: `${length}, and ${body.length} bytes come` };
  }

  #body(): Buffer {
    if (this.#chunks.length > 1) this.#chunks.splice(0, this.#chunks.length, Buffer.concat(this.#chunks));
    return (this.#chunks[0] ?? Buffer.alloc(0)).subarray(this.#start);
  }

  #isEmpty(): boolean {
    const status = this.#answer?.status ?? 0;
    return this.#isHead || status === 204 || status === 304;
  }

  #readHead(): void {
    const all = this.#body();
    const end = all.indexOf(headEnd);
    if (end < 0) return;
    const [first = '', ...lines] = all.toString('latin1', 0, end).split('\r\n');
    const status = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1];
    if (status === undefined) {
      this.#strange = `its answer begins with ${JSON.stringify(first.slice(0, 60))}, which is no status line`;
      return;
    }
    this.#start += end + headEnd.length;
    // 100 and 103 come before an answer.
    if (status.startsWith('1')) {
      this.#readHead();
      return;
    }
    this.#answer = { status: Number(status), headers: lines.map(headerIn) };
    const named = (name: string) =>
      this.#answer?.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
    const length = named('content-length');
    if (this.#isEmpty()) this.#length = 0;
    else if (/\bchunked\b/i.test(named('transfer-encoding'))) this.#length = 'chunked';
    else if (length !== '') this.#length = Number(length);
    if (Number.isNaN(this.#length)) this.#strange = `Content-Length says ${JSON.stringify(length)}`;
  }
}

function headerIn(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

/** What stands in chunks. */
function chunksIn(body: Buffer): { readonly bytes: Buffer; readonly isWhole: boolean } {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) return { bytes: Buffer.concat(parts), isWhole: false };
    if (size === 0) return { bytes: Buffer.concat(parts), isWhole: true };
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
