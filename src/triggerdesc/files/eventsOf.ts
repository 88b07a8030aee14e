import type { IssuePath } from '../../kernel/issue.js';
import type { FoundTriggers } from '../foundTriggers.js';
import type { ServerlessFunction } from '../serverlessForm.js';
import { parametersOf } from './gatewayParameters.js';
import { type EventForm, readEvent } from './readEvent.js';

/** An event of a function, however its file spells it. */
export interface NamedEvent {
  readonly type: unknown;
  /** Its own name; what its parameters call so wins. */
  readonly name?: unknown;
  readonly parameters: unknown;
  readonly path: IssuePath;
}

/** The triggers of a function's events. */
export function eventsOf(
  events: readonly NamedEvent[],
  func: ServerlessFunction,
  form: EventForm,
): Pick<FoundTriggers, 'triggers' | 'issues'> {
  const read = events.map(({ type, name, parameters, path }) =>
    readEvent(
      {
        [String(type).toLowerCase()]: {
          ...(name === undefined ? {} : { name }),
          ...parametersOf(parameters),
        },
      },
      path,
      func,
      form,
    ),
  );
  return {
    triggers: read.flatMap((one, index) =>
      one.triggers.map((trigger) => ({ ...trigger, path: events[index]?.path ?? trigger.path })),
    ),
    issues: read.flatMap((one) => one.issues),
  };
}
