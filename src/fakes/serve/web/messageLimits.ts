/** Of a WebSocket: https://cloud.tencent.com/document/product/583/63406 */
const maxMessageBytes = 256 * 1024;
const maxBytesPerSecond = 128 * 1024;
const maxMessagesPerSecond = 10;
const secondMs = 1000;

/**
 * Tells once of each limit that the messages of one side of a WebSocket pass. What the platform does then is not
 * documented, so that they go on.
 */
export class MessageLimits {
  readonly #who: string;
  readonly #nowMs: () => number;
  readonly #told = new Map<string, string>();
  #second: { readonly atMs: number; readonly bytes: number }[] = [];

  /** @param who sends the messages: `the client`. */
  constructor(who: string, nowMs: () => number) {
    this.#who = who;
    this.#nowMs = nowMs;
  }

  /** What was passed, each in a sentence. */
  get warnings(): readonly string[] {
    return [...this.#told.values()];
  }

  add(bytes: number): void {
    const atMs = this.#nowMs();
    this.#second = this.#second.filter((one) => one.atMs > atMs - secondMs);
    this.#second.push({ atMs, bytes });
    const sum = this.#second.reduce((all, one) => all + one.bytes, 0);
    const limit = (name: string, found: number, most: number, what: string): void => {
      if (found > most && !this.#told.has(name))
        this.#told.set(name, `${this.#who} sends ${what}, and SCF takes ${most}`);
    };
    limit('message', bytes, maxMessageBytes, `a message of ${bytes} bytes`);
    limit('bytes', sum, maxBytesPerSecond, `${sum} bytes within a second`);
    limit(
      'messages',
      this.#second.length,
      maxMessagesPerSecond,
      `${this.#second.length} messages within a second`,
    );
  }
}
