import type { CausedEvent } from '../../kernel/delivery.js';
import { allSucceed } from '../play/compare.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { PlayedTrial } from './trial.js';

/** So often a function may call itself before that is taken for without an end. */
const rounds = 3;
/** On how many cases it is looked whether it does. */
const maxTried = 5;

/** Whether a function calls itself: what it writes is an event of the trigger that called it, and it writes again. */
export class OwnEvents<Event> {
  #tried = 0;
  #written: readonly string[] | undefined;

  async look(trial: PlayedTrial<Event, unknown>): Promise<void> {
    const { rules } = trial;
    if (this.#written !== undefined || this.#tried >= maxTried || rules.caused === undefined) return;
    if (trial.case.delivery !== undefined) return;
    let { event } = trial.case;
    let execution = await trial.base();
    const written: string[] = [];
    while (written.length < rounds) {
      const caused = causedIn(execution, (call) => rules.caused?.(event, call));
      if (caused === undefined) return;
      if (written.length === 0) this.#tried++;
      written.push(caused.written);
      event = caused.event;
      if (written.length < rounds) execution = await trial.play(inOrder([event]));
    }
    this.#written = written;
  }

  notes(): string[] {
    if (this.#written === undefined) return [];
    const chain = this.#written.map((key) => JSON.stringify(key)).join(', ');
    return [
      `The function may call itself without an end: it writes ${chain} and so on, each an event of the trigger that called it. Write elsewhere, leave out what it has written itself, or see that the filter of the trigger does.`,
    ];
  }
}

function causedIn<Event>(
  execution: Execution<Event>,
  causedBy: (call: Execution<Event>['calls'][number]) => CausedEvent<Event> | undefined,
): CausedEvent<Event> | undefined {
  if (!allSucceed(execution)) return undefined;
  for (const call of execution.calls) {
    const caused = call.state === 'done' ? causedBy(call) : undefined;
    if (caused !== undefined) return caused;
  }
  return undefined;
}
