import type { RetryRule } from '../../src/core.js';

/** How a failed event is sent again. */
export interface Retrying {
  readonly rule: RetryRule;
  /** How often at the most, whatever the rule says; 0 for not at all. */
  readonly most: number;
  /** Waits as long as the platform does; told alone when left out. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Which try it is, and what the platform does before it. */
export interface Try {
  readonly number: number;
  /** `try 2, which the platform makes after 60 s`; empty for the first. */
  readonly told: string;
}

/** The tries of one event, until nobody asks for the next. */
export async function* triesOf({ rule, most, wait }: Retrying): AsyncGenerator<Try> {
  yield { number: 1, told: '' };
  const times = Math.min(rule.times, most);
  for (let retry = 1; retry <= times; retry++) {
    await wait?.(rule.pauseMs);
    const when = rule.pauseMs === 0 ? 'at once' : `after ${rule.pauseMs / 1000} s`;
    const verb = wait === undefined ? 'which the platform makes' : 'made';
    yield { number: retry + 1, told: `, try ${retry + 1} of ${rule.times + 1}, ${verb} ${when}` };
  }
}
