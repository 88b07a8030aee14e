import type { Engine } from '../engine.js';
import type { FoundFunction, FunctionHost, Platform } from '../runtime.js';
import { PythonEngine } from './pythonEngine.js';
import { PythonForker } from './pythonForker.js';
import { PythonHome } from './pythonHome.js';

/** Starts the instances of one Python function. */
export class PythonHost implements FunctionHost {
  readonly hasProcessSeed = true;
  readonly tellsZone = true;
  readonly notes = new Set<string>();
  readonly #found: FoundFunction;
  readonly #platform: Platform;
  readonly #home = new PythonHome();
  /** By what their processes draw when they start; undefined for what each draws by itself. */
  readonly #forkers = new Map<number | undefined, PythonForker>();

  constructor(found: FoundFunction, platform: Platform) {
    this.#found = found;
    this.#platform = platform;
  }

  createEngine(): Engine {
    return new PythonEngine(this.#found, this.#platform, {
      processesOf: (seed) => this.#forkerOf(seed),
      note: (sentence) => void this.notes.add(sentence),
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#forkers.values()].map((forker) => forker.close()));
    this.#forkers.clear();
    this.#home.close();
  }

  #forkerOf(seed: number | undefined): PythonForker {
    const known = this.#forkers.get(seed);
    if (known !== undefined) return known;
    const forker = new PythonForker(this.#found, this.#platform, { hashSeed: seed, home: this.#home });
    this.#forkers.set(seed, forker);
    return forker;
  }
}
