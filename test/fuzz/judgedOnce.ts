import { effect, type FuzzOptions, oracles } from '../../src/fuzz/index.js';
import type { Case, Oracle, Violation } from '../../src/fuzz/oracles/oracle.js';
import { planOf } from '../../src/fuzz/planOf.js';
import type { HandlerFactory } from '../../src/fuzz/play/execution.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { isTimed } from '../../src/fuzz/search/shrunk.js';
import { trialOf } from '../../src/fuzz/search/trial.js';
import type { Trigger } from '../../src/index.js';

/** A world in which any name can be called. */
export interface Callable {
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
}

export type Handle = HandlerFactory<never, Callable>;
type Options = Partial<Omit<FuzzOptions<never, Record<never, never>, Callable>, 'trigger'>>;

export function oracleNamed(name: string): Oracle {
  return oracles.find((oracle) => oracle.name === name) ?? failing(`no oracle is called ${name}`);
}

function failing(message: string): never {
  throw new Error(message);
}

/** What one oracle says of one case, without a search. */
export async function judgedOnce(
  name: string,
  {
    trigger,
    options = {},
    ...tried
  }: { readonly trigger: Trigger; readonly options?: Options } & Case<unknown>,
  factory: Handle,
): Promise<Violation<never> | undefined> {
  const watchdog = createWatchdog();
  const setup = () => ({
    call: (called: string, ...args: readonly unknown[]) =>
      effect(called, async () => undefined)(...(args as [])),
  });
  const given = {
    trigger: trigger as Trigger<never, Record<never, never>>,
    setup,
    timeoutMs: 300,
    ...options,
  };
  const { setting } = planOf(factory, given, watchdog);
  try {
    const judge = () => oracleNamed(name).judge(trialOf(setting, tried as unknown as Case<never>));
    const violation = await judge();
    // As in a search: where a busy machine can be the reason, what comes again counts.
    return violation !== undefined && isTimed(violation) ? await judge() : violation;
  } finally {
    await watchdog.close();
  }
}
