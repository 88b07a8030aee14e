import { allSucceed } from '../play/compare.js';
import { connectionTo, type Growth, growing, listenerFor, type OpenThings } from '../play/openThings.js';
import { soonAgain } from '../play/steps.js';
import type { Oracle, Trial } from './oracle.js';

/** So often an event comes; twice may be a client that is being built. */
const times = 4;

/** What is opened for each event and never closed. */
export const growth: Oracle = {
  name: 'growth',
  holds: 'What an instance keeps open does not grow with the number of events that it has handled.',
  domain:
    'Node handlers that run in the process of the search, for an event that comes four times within four seconds and succeeds: connections to the databases that are played, files (on Linux), and listeners of process. What is opened once and used again is no growth, and neither is what is closed a little later.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const base = await trial.base();
    const [first] = base.invocations;
    if (first?.open === undefined || !allSucceed(base)) return undefined;
    if (!trial.isEarly && !keepsSomething(trial, first.open)) return undefined;
    const execution = await trial.play(soonAgain(trial.case.event, times));
    if (!allSucceed(execution)) return undefined;
    const grown = growing(execution.invocations.map(({ open }) => open ?? new Map()));
    if (grown === undefined) return undefined;
    return {
      what: grown.key,
      detail: `The same event comes ${times} times to one instance. ${shown(grown)}`,
      execution,
      compared: base,
    };
  },
};

/** Code that opens what base executions do not show. */
const opens =
  /\bprocess\s*\.\s*(?:on|addListener)\b|\bopen(?:Sync)?\s*\(|\bcreate(?:Read|Write)Stream\b|\bnew Database\b/;

function keepsSomething({ code }: Trial<unknown>, open: OpenThings): boolean {
  return [...open.keys()].some((key) => key.startsWith(connectionTo)) || opens.test(code ?? '');
}

/** How much is open after each event. */
function shown({ key, counts }: Growth): string {
  // Files and listeners that were there before are none of the handler's.
  const added = counts.map((count) => count - (counts[0] ?? 0) + 1).join(', ');
  if (key.startsWith(connectionTo))
    return `Connections to ${key.slice(connectionTo.length)} that are open after each of them: ${counts.join(', ')}.`;
  if (key.startsWith(listenerFor))
    return `Listeners that process has for ${key.slice(listenerFor.length)} after each of them: ${added}.`;
  return `Files that are open after each of them: ${added}.`;
}
