/** How often handlers were loaded, and how long that took. */
export class LoadMeter {
  readonly #cpuMs: number[] = [];
  #median: { readonly count: number; readonly ms: number } = { count: 0, ms: 0 };

  /** A load begins; the returned function ends it. */
  begin(): () => void {
    const before = process.cpuUsage();
    return () => {
      const { user, system } = process.cpuUsage(before);
      this.#cpuMs.push((user + system) / 1000);
    };
  }

  get count(): number {
    return this.#cpuMs.length;
  }

  /** Processor time of a typical load in milliseconds; 0 before the first. */
  get medianMs(): number {
    const { count } = this;
    // A tenth more loads do not move it far.
    if (count > this.#median.count * 1.1)
      this.#median = { count, ms: this.#cpuMs.toSorted((a, b) => a - b)[count >> 1] ?? 0 };
    return this.#median.ms;
  }
}
