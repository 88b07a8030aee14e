import type { Outcome, Success } from './outcome.js';
import { stackFrameOf } from './stackFrame.js';

/** An event with the name that it is told by, as `edgeCases` gives them. */
export interface NamedEvent<Event> {
  readonly name: string;
  readonly event: Event;
}

/**
 * Invokes a function for events, and tells each cause of failure once: the first event that shows it, how many others
 * do, and what is wrong.
 *
 * @param invoke invokes the function.
 * @param check throws when an answer is not right.
 * @example
 * const instance = createInstance(async ({ Message }) => JSON.parse(Message));
 * const events = [{ name: 'daily', event: sample(timer) }, { name: 'empty', event: sample(timer, { overrides: { Message: '' } }) }];
 * (await failingEvents(events, (event) => instance.invoke(event))).length; // 1
 */
export async function failingEvents<Event>(
  events: Iterable<NamedEvent<Event>>,
  invoke: (event: Event) => Promise<Outcome>,
  check: (result: Success['result'], event: Event) => unknown = () => undefined,
): Promise<string[]> {
  const causes = new Map<string, { readonly first: string; readonly told: string; others: number }>();
  for (const { name, event } of events) {
    const problem = await problemOf(await invoke(event), (result) => check(result, event));
    if (problem === undefined) continue;
    const known = causes.get(problem.cause);
    if (known === undefined) causes.set(problem.cause, { first: name, told: problem.told, others: 0 });
    else known.others++;
  }
  return [...causes.values()].map(({ first, told, others }) => `${first}${othersText(others)}: ${told}`);
}

interface Problem {
  /** The same for the same defect. */
  readonly cause: string;
  readonly told: string;
}

async function problemOf(
  outcome: Outcome,
  check: (result: Success['result']) => unknown,
): Promise<Problem | undefined> {
  if (outcome.ok) {
    try {
      await check(outcome.result);
      return undefined;
    } catch (error) {
      const [told = ''] = String(error).split('\n', 1);
      return { cause: withoutValues(told), told };
    }
  }
  if (!('error' in outcome)) return { cause: outcome.status, told: outcome.status };
  const { name, message, stack = '' } = outcome.error;
  const frames = stack.split('\n').map(stackFrameOf);
  const frame = frames.find((one) => one !== undefined && isOwnPlace(one.file));
  const place = frame === undefined ? '' : ` at ${frame.file}:${frame.line}`;
  const [first = ''] = message.split('\n', 1);
  return { cause: `${name}${place === '' ? first : place}`, told: `${name}: ${first}${place}` };
}

function othersText(others: number): string {
  if (others === 0) return '';
  return others === 1 ? ' and one more' : ` and ${others} more`;
}

/** False for what Node brings along. */
function isOwnPlace(file: string): boolean {
  return /[\\/]/.test(file) && !file.startsWith('node:');
}

/** A message without what it quotes and counts, from the first mark to the last. */
function withoutValues(message: string): string {
  return ['"', "'"].reduce(
    (text, mark) => {
      const [first, last] = [text.indexOf(mark), text.lastIndexOf(mark)];
      return last > first ? `${text.slice(0, first)}…${text.slice(last + 1)}` : text;
    },
    message.replaceAll(/\d+/g, '…'),
  );
}
