import type { Engine } from './engine.js';
import type { FunctionHost } from './runtime.js';

/** The one instance of a host, which ends with it. */
export function hostedEngine(host: FunctionHost): Engine {
  const engine = host.createEngine();
  return {
    isOwnThread: true,
    invoke: (call) => engine.invoke(call),
    async close() {
      await engine.close();
      await host.close();
    },
  };
}
