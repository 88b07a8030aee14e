import type { Engine } from './engine.js';
import type { FunctionHost } from './runtime.js';

/** The one instance of a host, which ends with it. */
export function hostedEngine(host: FunctionHost | Promise<FunctionHost>): Engine {
  let engine: Engine | undefined;
  return {
    isOwnThread: true,
    async invoke(call) {
      const started = await host;
      engine ??= started.createEngine();
      return engine.invoke(call);
    },
    async close() {
      await engine?.close();
      await (await host).close();
    },
  };
}
