import type { Server } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/** What goes on by itself until somebody ends it. */
type Resource = Server | NodeJS.Timeout;

/** Turns of the event loop: to close a server, and until its clients have seen that. */
const [maxTurns, clientTurns] = [20, 3];

/** So many executions keep what they have started, until it is seen that each starts its own. */
const kept = 2;

/** Servers and intervals that the handlers of a search start, of which the instance that needed them is gone. */
export class StartedResources {
  #executions = 0;
  #isOver = false;

  /** Makes the list of an execution. */
  ofExecution(): ExecutionResources {
    return new ExecutionResources(
      () => ++this.#executions > kept,
      () => this.#isOver,
    );
  }

  /** The search is over: nobody sees any more what clients do, and none of them goes on. */
  end(): void {
    this.#isOver = true;
  }
}

/** The servers and intervals of one execution. */
export class ExecutionResources {
  readonly #resources = new Set<Resource>();
  readonly #areOwn: () => boolean;
  readonly #isSearchOver: () => boolean;
  #isOver = false;
  #isOwn: boolean | undefined;

  /** @param areOwn asked where there are some: whether each execution has its own, and none goes on with that of another. */
  constructor(areOwn: () => boolean, isSearchOver: () => boolean) {
    this.#areOwn = areOwn;
    this.#isSearchOver = isSearchOver;
  }

  /** True for what was started in a search that is over, by an execution that had it for itself. */
  get isLeftBehind(): boolean {
    return this.#isSearchOver() && this.#isOver && this.#endsWithIt();
  }

  add(resource: Resource): void {
    this.#resources.add(resource);
  }

  /** The execution is over, and what it has started ends with it, as its instances do on the platform. */
  async end(): Promise<void> {
    this.#isOver = true;
    if (this.#resources.size === 0 || !this.#endsWithIt()) return;
    for (const resource of this.#resources)
      if ('listening' in resource) await endServer(resource);
      else clearInterval(resource);
    this.#resources.clear();
  }

  /** Keeps a client that is gone with its execution from looking after its connections for ever, timer after timer. */
  endIfOver(timer: NodeJS.Timeout): void {
    if (this.#isOver && this.#endsWithIt()) clearTimeout(timer);
  }

  #endsWithIt(): boolean {
    this.#isOwn ??= this.#areOwn();
    return this.#isOwn;
  }
}

/** Ends a server and its connections, and waits until clients that keep theirs know of it: the next may have its name. */
async function endServer(server: Server): Promise<void> {
  if (!server.listening) return;
  let isClosed = false;
  server.close(() => {
    isClosed = true;
  });
  const closeAll: unknown = Reflect.get(server, 'closeAllConnections');
  if (typeof closeAll === 'function') Reflect.apply(closeAll, server, []);
  // A connection of a WebSocket is not among them, and is not waited for.
  for (let turns = 0; turns < maxTurns && !isClosed; turns++) await turn();
  for (let turns = 0; turns < clientTurns; turns++) await turn();
}
