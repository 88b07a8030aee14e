const [closing, anyMask] = [8, 0x80];
/** What stands in the length of a frame where its true length follows, and in how many bytes. */
const longer: Readonly<Record<number, number>> = { 126: 2, 127: 8 };

/** Set in the last frame of a message, which may come in several. */
const final = 0x80;

/**
 * Reads the frames of one side of a WebSocket, as far as to know how large its messages are and with which code it closes:
 * RFC 6455, section 5.2.
 */
export class FrameReader {
  /** 1005 for one without a code; undefined until it closes. */
  code: number | undefined;
  readonly #onMessage: (bytes: number) => void;
  #head: number[] = [];
  #left = 0;
  #messageBytes = 0;

  /** @param onMessage hears of each message when its last frame begins. */
  constructor(onMessage: (bytes: number) => void = () => {}) {
    this.#onMessage = onMessage;
  }

  read(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const passed = Math.min(this.#left, chunk.length - at);
      this.#left -= passed;
      at += passed;
      if (at < chunk.length) this.#readHead(chunk[at++] as number);
    }
  }

  #readHead(byte: number): void {
    this.#head.push(byte);
    const [first = 0, second = 0] = this.#head;
    if (this.#head.length < 2) return;
    const short = second & ~anyMask;
    const lengthBytes = longer[short] ?? 0;
    const maskAt = 2 + lengthBytes;
    const bodyAt = maskAt + (second >= anyMask ? 4 : 0);
    const isClosing = (first & 0x0f) === closing;
    const codeBytes = isClosing && short >= 2 ? 2 : 0;
    if (this.#head.length < bodyAt + codeBytes) return;
    const length = lengthBytes === 0 ? short : numberOf(this.#head.slice(2, maskAt));
    const mask = second >= anyMask ? this.#head.slice(maskAt, bodyAt) : [0, 0];
    const code = this.#head.slice(bodyAt).map((one, index) => one ^ (mask[index] as number));
    if (isClosing) this.code = codeBytes === 0 ? 1005 : numberOf(code);
    else if ((first & 0x0f) < closing) this.#count(length, first >= final);
    this.#left = length - codeBytes;
    this.#head = [];
  }

  /** Frames that control the connection come between those of a message, and are none of it. */
  #count(bytes: number, isLast: boolean): void {
    this.#messageBytes += bytes;
    if (!isLast) return;
    this.#onMessage(this.#messageBytes);
    this.#messageBytes = 0;
  }
}

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
