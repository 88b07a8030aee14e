/** How often handlers were loaded, and how long that took. */
export class LoadMeter {
  readonly #cpuMs: number[] = [];

  /** A load begins; the returned function ends it. */
  begin(): () => void {
    const before = process.cpuUsage();
    return () => {
      const { user, system } = process.cpuUsage(before);
      this.#cpuMs.push((user + system) / 1000);
    };
  }

  /** A load has taken so much processor time in another process. */
  add(cpuMs: number): void {
    this.#cpuMs.push(cpuMs);
  }

  get count(): number {
    return this.#cpuMs.length;
  }

  /** Processor time of a typical load in milliseconds; 0 before the first. */
  get medianMs(): number {
    return this.#cpuMs.toSorted((a, b) => a - b)[this.#cpuMs.length >> 1] ?? 0;
  }
}
