import { isObject, parsedJson } from '../../kernel/json.js';
import { allSucceed, callNames, differenceInLeft, leftSame, sideBySide } from '../play/compare.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';

/** An event taken for another one that came before. */
export const mistakenForRepeat: Oracle = {
  name: 'mistaken-for-repeat',
  holds: 'A second event leaves behind what it leaves alone, however much it is like the first.',
  domain:
    'Triggers that know in what different events agree: the second they were made in, an offset in two partitions, an absent id. The data of the two has nothing in common.',
  isRelation: true,
  applies: (rules) => rules.nearDuplicate !== undefined,
  async judge(trial) {
    const { event, other } = trial.case;
    const second = other === undefined ? undefined : trial.rules.nearDuplicate?.(event, other);
    if (second === undefined || !trial.trigger.contract.accepts(second)) return undefined;
    if (shareData(trial.trigger.payloadAt, event, second)) return undefined;
    const first = await trial.base();
    const alone = await trial.play(inOrder([second]));
    if (!allSucceed(first) || !allSucceed(alone) || leftSame(first, alone)) return undefined;
    const both = await trial.play(inOrder([event, second], [0, 1]));
    if (!allSucceed(both) || !leftSame(first, both)) return undefined;
    const { onlyB: lost } = differenceInLeft(both, alone);
    if (lost.length === 0) return undefined;
    return {
      what: callNames(lost),
      detail: `A second event, another one, leaves nothing behind after the first.\n${sideBySide({ onlyA: lost, onlyB: [] }, 'when it comes alone', '')}`,
      execution: both,
      compared: alone,
    };
  },
};

/** True when two events have a value of the user's at the same place: one may well be left out because of the other. */
function shareData(payloadAt: string | undefined, a: unknown, b: unknown): boolean {
  if (payloadAt === undefined) return false;
  const path = payloadAt.match(/[\w-]+/g) ?? [];
  const known = new Set(leavesOf(dataAt(a, path)));
  return leavesOf(dataAt(b, path)).some((leaf) => known.has(leaf));
}

function dataAt(value: unknown, path: readonly string[]): unknown[] {
  const [key, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((item) => dataAt(item, path));
  if (key === undefined) return [value];
  return isObject(value) ? dataAt(value[key], rest) : [];
}

function leavesOf(values: readonly unknown[]): string[] {
  const leaves: string[] = [];
  const visit = (part: unknown, path: string, depth: number): void => {
    if (typeof part === 'object' && part !== null) {
      if (depth > 100) return;
      for (const [name, inner] of Object.entries(part))
        visit(inner, `${path}.${Array.isArray(part) ? '' : name}`, depth + 1);
    } else leaves.push(`${path} ${JSON.stringify(part)}`);
  };
  for (const value of values) visit(openedText(value), '', 0);
  return leaves;
}

function openedText(value: unknown): unknown {
  const inside = typeof value === 'string' ? parsedJson(value) : undefined;
  return inside === undefined ? value : inside;
}
