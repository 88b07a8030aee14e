import { mapLeaves } from '../../kernel/mapLeaves.js';
import { allSucceed } from '../play/compare.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { changedEvent } from './tools/changedEvent.js';
import { outgoing } from './tools/outgoing.js';

const maxPlaces = 3;
const rest = 'x7q2';

/** A value that ends where its separator comes again. */
export const cutText: Oracle = {
  name: 'cut-text',
  holds: 'The value of a pair such as session=YWJj goes out to its end, also where it has an = itself.',
  domain:
    'Every trigger: cookies, and texts that are one such pair, of which the value alone goes out. Base64 ends with =.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const values = valuesOut(await trial.base());
    const pairs = pairsIn(trial.case.event).filter(({ value }) => values.has(value));
    for (const { text, pair, value } of pairs.slice(0, maxPlaces)) {
      const name = pair.slice(0, pair.indexOf('='));
      const withPair = async (other: string) => {
        const whole = text.replace(pair, other);
        const changed = changedEvent(trial, (leaf) => (leaf === text ? whole : leaf));
        if (changed === undefined) return undefined;
        const execution = await trial.play(inOrder([changed]));
        return allSucceed(execution) ? { execution, out: valuesOut(execution) } : undefined;
      };
      // It goes out because it stands there, and for no other reason.
      const swapped = await withPair(`${name}=${rest}`);
      if (swapped === undefined || !swapped.out.has(rest) || swapped.out.has(value)) continue;
      const longer = await withPair(`${pair}=${rest}`);
      if (longer === undefined || !longer.out.has(value)) continue;
      if ([...longer.out].some((one) => one.includes(rest))) continue;
      return {
        what: name,
        detail: `Of ${pair}=${rest} no more goes out than ${value}: what follows the second = is lost.`,
        execution: longer.execution,
      };
    }
    return undefined;
  },
};

interface Pair {
  /** The text that holds the pair. */
  readonly text: string;
  readonly pair: string;
  readonly value: string;
}

function pairsIn(event: unknown): Pair[] {
  const pairs = new Map<string, Pair>();
  mapLeaves(event, (leaf, names) => {
    if (typeof leaf !== 'string' || !leaf.includes('=')) return leaf;
    const parts = /^cookies?$/i.test(names.at(-1) ?? '') ? leaf.split(/;\s*/) : [leaf];
    for (const pair of parts) {
      const [, value] = /^[\w.-]+=([\w%.-]{2,})$/.exec(pair) ?? [];
      if (value !== undefined) pairs.set(pair, { text: leaf, pair, value });
    }
    return leaf;
  });
  return [...pairs.values()];
}

const valuesOut = (execution: Execution<unknown>): ReadonlySet<string> =>
  new Set(outgoing(execution).map((leaf) => String(leaf.value)));
