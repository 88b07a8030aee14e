/** How much handlers send, write and answer. */
export class TrafficMeter {
  #bytes = 0;
  #invocations = 0;

  add(bytes: number): void {
    this.#bytes += bytes;
  }

  endInvocation(): void {
    this.#invocations++;
  }

  /** Megabytes of an invocation on the average; 0 before the first. */
  get meanMegabytes(): number {
    return this.#bytes / 1e6 / Math.max(1, this.#invocations);
  }
}
