import type { RequestHandler } from 'msw';
import { setupServer } from 'msw/node';
import { isObject } from '../kernel/json.js';

/** How a fake intercepts requests. */
export interface ListenOptions {
  /**
   * Called with the function that ends it: `onTestFinished`, `afterEach` or `afterAll` of the test framework. Left out, a
   * global `onTestFinished` or `afterAll` is taken, where there is one; of Jest only outside of tests and hooks, where it
   * takes no other.
   */
  readonly cleanUp?: (stop: () => Promise<void>) => unknown;
  /** What becomes of requests that are for no fake; `bypass` when left out: they leave. */
  readonly onUnhandledRequest?: 'bypass' | 'warn' | 'error';
}

/** A fake that answers requests until it is closed; `await using` closes it too. */
export interface Listening extends AsyncDisposable {
  close(): Promise<void>;
}

/**
 * Answers the requests of this process with msw handlers until the test is over. Several fakes may listen at the same time;
 * beside a `setupServer` of your own pass their `handlers` to that instead, since msw obeys one server of a process.
 *
 * @param closed called once when it ends.
 * @example
 * const gateway = fakeGateway({ connections: ['abc=='] });
 * const listening = listenTo(gateway.handlers);
 * const websocket = { action: 'data send', secConnectionID: 'abc==', dataType: 'text', data: 'hi' };
 * const answer = await fetch(gateway.pushUrl, { method: 'POST', body: JSON.stringify({ websocket }) });
 * await answer.json(); // { errNo: 0, errMsg: 'ok' }
 * await listening.close();
 */
export function listenTo(
  handlers: readonly RequestHandler[],
  options: ListenOptions = {},
  closed: () => Promise<void> = async () => {},
): Listening {
  const { cleanUp = globalHook, onUnhandledRequest = 'bypass' } = options;
  const stop = listeners.add({ handlers, onUnhandledRequest });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    stop();
    await closed();
  };
  cleanUp(close);
  return { close, [Symbol.asyncDispose]: close };
}

interface Listener {
  readonly handlers: readonly RequestHandler[];
  readonly onUnhandledRequest: 'bypass' | 'warn' | 'error';
}

const strictness = ['bypass', 'warn', 'error'] as const;

/** The one msw server of the fakes; it listens as long as one of them does, as strictly as the strictest of them. */
function createListeners() {
  const active = new Set<Listener>();
  let server: ReturnType<typeof setupServer> | undefined;
  let level: Listener['onUnhandledRequest'] | undefined;
  const update = (): void => {
    server ??= setupServer();
    server.resetHandlers(...[...active].reverse().flatMap(({ handlers }) => handlers));
    const wanted = strictness.findLast((one) =>
      [...active].some(({ onUnhandledRequest }) => onUnhandledRequest === one),
    );
    if (wanted === level) return;
    if (level !== undefined) server.close();
    level = wanted;
    if (wanted === undefined) return;
    // msw 3 knows the option by the second name.
    const options = { onUnhandledRequest: wanted, onUnhandledFrame: wanted };
    server.listen(options);
  };
  return {
    add(listener: Listener): () => void {
      active.add(listener);
      update();
      return () => {
        active.delete(listener);
        update();
      };
    },
  };
}

const listeners = createListeners();

/** `onTestFinished` throws outside of a test, where `afterAll` does not, and the other way round. */
function globalHook(stop: () => Promise<void>): void {
  if (isJestRunning()) return;
  for (const name of ['onTestFinished', 'afterAll']) {
    const hook: unknown = Reflect.get(globalThis, name);
    if (typeof hook !== 'function') continue;
    try {
      hook(stop);
      return;
    } catch {
      // The other hook is the one to call here.
    }
  }
}

/** Jest takes hooks only while it loads a file of tests: later ones do not throw, they fail the test. */
function isJestRunning(): boolean {
  const name = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  const state: unknown = name === undefined ? undefined : Reflect.get(globalThis, name);
  return isObject(state) && state.hasStarted === true;
}
