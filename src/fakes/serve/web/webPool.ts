import type { Engine } from '../../../runtime/engine.js';
import type { FunctionHost } from '../../../runtime/runtime.js';

/** An instance, and what it does. */
interface Place {
  readonly engine: Engine;
  running: number;
}

/** What is to be done by an instance. */
export interface WebWork<Result> {
  /** @param hasWaited whether no instance was free when it came. */
  readonly run: (engine: Engine, hasWaited: boolean) => Promise<Result>;
  /** It takes an instance that does nothing else, and lets nothing else in. */
  readonly isAlone?: boolean;
}

/** The instances of a web function: each takes so many requests at a time, and what finds none free waits its turn. */
export class WebPool {
  readonly #host: FunctionHost;
  readonly #limits: { readonly instances: number; readonly concurrency: number };
  #places: Place[] = [];
  readonly #waiting: { readonly isAlone: boolean; readonly enter: (place: Place) => void }[] = [];

  constructor(host: FunctionHost, limits: { readonly instances: number; readonly concurrency: number }) {
    this.#host = host;
    this.#limits = limits;
  }

  async run<Result>({ run, isAlone = false }: WebWork<Result>): Promise<Result> {
    const free = this.#enter(isAlone);
    const place = free ?? (await new Promise<Place>((enter) => this.#waiting.push({ isAlone, enter })));
    try {
      return await run(place.engine, free === undefined);
    } finally {
      place.running -= isAlone ? this.#limits.concurrency : 1;
      this.#letIn();
    }
  }

  /** Ends all instances; the next request starts one afresh. */
  async close(): Promise<void> {
    await this.#host.close();
  }

  /** In the order in which they came. */
  #letIn(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const place = this.#enter(next.isAlone);
      if (place === undefined) return;
      this.#waiting.shift();
      next.enter(place);
    }
  }

  #enter(isAlone: boolean): Place | undefined {
    const { concurrency } = this.#limits;
    const room = isAlone ? concurrency : 1;
    const place = this.#places.find(({ running }) => running + room <= concurrency) ?? this.#another();
    if (place !== undefined) place.running += room;
    return place;
  }

  #another(): Place | undefined {
    const hasRoom = this.#places.length === 0 || this.#host.isAlone !== true;
    if (this.#places.length >= this.#limits.instances || !hasRoom) return undefined;
    const place = { engine: this.#host.createEngine(), running: 0 };
    this.#places.push(place);
    return place;
  }
}
