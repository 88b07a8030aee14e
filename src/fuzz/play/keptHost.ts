import type { Call, Engine } from '../../runtime/engine.js';
import type { FunctionHost } from '../../runtime/runtime.js';

/** A host whose instances outlive the executions that they are made for, since a start is a process of its own. */
export class KeptHost implements FunctionHost {
  readonly #host: FunctionHost;
  /** Warm instances that nobody uses, by the time zone that they have. */
  readonly #idle = new Map<string, Engine[]>();
  /** The instances of before a renewal are not used again. */
  #generation = 0;

  constructor(host: FunctionHost) {
    this.#host = host;
  }

  get tellsZone(): boolean {
    return this.#host.tellsZone === true;
  }

  get hasProcessSeed(): boolean {
    return this.#host.hasProcessSeed === true;
  }

  takeCosts(): readonly number[] {
    return this.#host.takeCosts?.() ?? [];
  }

  /** An instance that may have seen other executions; it is given back when it is closed. */
  createEngine(): Engine {
    const generation = this.#generation;
    let taken: { readonly zone: string; readonly engine: Engine } | undefined;
    return {
      isOwnThread: true,
      invoke: (call: Call) => {
        const zone = call.trial?.timeZone ?? '';
        taken ??= { zone, engine: this.#idle.get(zone)?.pop() ?? this.#host.createEngine() };
        return taken.engine.invoke(call);
      },
      close: async () => {
        if (taken === undefined) return;
        const { zone, engine } = taken;
        if (generation !== this.#generation) return engine.close();
        this.#idle.set(zone, [...(this.#idle.get(zone) ?? []), engine]);
      },
    };
  }

  /** Starts every instance anew from now on. */
  renew(): void {
    this.#generation++;
    const engines = [...this.#idle.values()].flat();
    this.#idle.clear();
    for (const engine of engines) void engine.close();
  }

  /** The host itself ends with the search. */
  async close(): Promise<void> {
    this.renew();
  }
}
