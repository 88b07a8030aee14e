import { effect, fuzzHandler } from '../../src/fuzz/index.js';
import { apigw, timer } from '../../src/index.js';

/** What a handler's author says of its event, in less detail than the contract. */
interface OwnEvent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly httpMethod: 'GET' | 'POST';
}

export const typed = [
  // The event of a handler without types is the trigger's.
  () => fuzzHandler(() => async (event) => event.TriggerName.length, { trigger: timer }),
  // @ts-expect-error A timer event has no path.
  () => fuzzHandler(() => async (event) => event.path, { trigger: timer }),
  // A handler may have a type of its own for it.
  () => fuzzHandler(() => async (event: OwnEvent) => event.headers.host, { trigger: apigw }),
  () =>
    fuzzHandler(
      ({ put }) =>
        async (event) =>
          put(event.path),
      {
        trigger: apigw,
        setup: () => ({ put: effect('put', async (_path: string) => undefined) }),
      },
    ),
];
