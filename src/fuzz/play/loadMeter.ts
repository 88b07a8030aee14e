/** So many loads are measured, and one of so many after them: to measure takes as long as to load a small handler. */
const [measured, measuredOf] = [32, 16];

/** How often handlers were loaded, and how long that took. */
export class LoadMeter {
  #count = 0;
  readonly #cpuMs: number[] = [];

  /** A load begins; the returned function ends it. */
  begin(): () => void {
    this.#count++;
    if (this.#count > measured && this.#count % measuredOf !== 0) return () => {};
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
    return this.#count;
  }

  /** Processor time of a typical load in milliseconds; 0 before the first. */
  get medianMs(): number {
    return this.#cpuMs.toSorted((a, b) => a - b)[this.#cpuMs.length >> 1] ?? 0;
  }
}
