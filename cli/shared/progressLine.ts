import type { Io } from './io.js';

/** Work that is done sooner shows nothing. */
const worthShowingMs = 500;
/** How often the line is written anew, and others get their turn. */
const everyMs = 100;

/**
 * How far long work is, in one line of standard error that is written anew; on a terminal only, and never on CI. While it
 * is told, signals are heard, which work without a pause would not do.
 */
export class ProgressLine {
  readonly #io: Pick<Io, 'stderr' | 'env'>;
  readonly #now: () => number;
  readonly #beganAt: number;
  #toldAt: number;
  #isShown = false;

  constructor(io: Pick<Io, 'stderr' | 'env'>, now: () => number = () => performance.now()) {
    this.#io = io;
    this.#now = now;
    this.#beganAt = now();
    this.#toldAt = this.#beganAt;
  }

  /** Shows where the work is, as often as is of use; resolves when others had their turn. */
  step(text: () => string): Promise<void> | undefined {
    const at = this.#now();
    if (at - this.#toldAt < everyMs) return undefined;
    this.#toldAt = at;
    this.show(text);
    return new Promise((done) => setImmediate(done));
  }

  /** Shows where the work is. */
  show(text: () => string): void {
    const { stderr, env } = this.#io;
    if (this.#now() - this.#beganAt < worthShowingMs || !stderr.isTerminal || isOnCi(env)) return;
    this.#isShown = true;
    stderr.rewrite?.(text());
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#io.stderr.rewrite?.('');
    this.#isShown = false;
  }
}

function isOnCi({ CI }: Io['env']): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI);
}
