import { overlayEnv } from '../../runtime/patches.js';

/** An execution that waits until nobody needs another time zone. */
interface Waiting {
  readonly zone: string | undefined;
  begin(): void;
}

/** The time zone is the process's: executions that need different ones take turns, in the order in which they came. */
class ZoneTurns {
  #zone: string | undefined;
  #holders = 0;
  readonly #waiting: Waiting[] = [];

  async take(zone: string | undefined): Promise<void> {
    const isFree = this.#holders === 0 || (this.#zone === zone && this.#waiting.length === 0);
    if (!isFree) {
      await new Promise<void>((begin) => {
        this.#waiting.push({ zone, begin });
      });
      return;
    }
    this.#zone = zone;
    this.#holders++;
  }

  give(): void {
    this.#holders--;
    if (this.#holders > 0) return;
    this.#zone = this.#waiting[0]?.zone;
    for (
      let next = this.#waiting[0];
      next !== undefined && next.zone === this.#zone;
      next = this.#waiting[0]
    ) {
      this.#waiting.shift();
      this.#holders++;
      next.begin();
    }
  }
}

const turns = new ZoneTurns();

/**
 * Runs something in a time zone of this process, or in its own one, while nothing else that is run by this function
 * needs another. Has no effect in a worker thread, whose time zone cannot be changed.
 */
export async function inTimeZone<Result>(
  zone: string | undefined,
  run: () => Promise<Result>,
): Promise<Result> {
  await turns.take(zone);
  const restore = zone === undefined ? undefined : overlayEnv({ TZ: zone });
  try {
    return await run();
  } finally {
    restore?.();
    turns.give();
  }
}
