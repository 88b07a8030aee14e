import { isObject, jsonInside } from '../../../kernel/json.js';
import type { Execution } from '../../play/execution.js';

/** Lists within lists down to here. */
const deepest = 20;

/**
 * True where a JSON text that came in goes out again as the value that every JSON library reads in it: who stores or
 * forwards the whole of it has read no field.
 *
 * @param texts those that came in and are meant.
 */
export function isPassedOnWhole({ invocations }: Execution<unknown>, texts: readonly string[]): boolean {
  const wholes = new Set(
    texts
      .map((text) => jsonInside(text))
      .filter(isContainer)
      .map((value) => JSON.stringify(value)),
  );
  if (wholes.size === 0) return false;
  const holds = (value: unknown, depth: number): boolean => {
    const inner = typeof value === 'string' ? jsonInside(value) : value;
    if (depth > deepest || !isContainer(inner)) return false;
    return (
      wholes.has(JSON.stringify(inner)) ||
      (Array.isArray(inner) ? inner : Object.values(inner)).some((part) => holds(part, depth + 1))
    );
  };
  return invocations.some(
    ({ outcome, calls }) =>
      (outcome.ok && holds(outcome.result, 0)) || calls.some(({ args }) => holds(args, 0)),
  );
}

function isContainer(value: unknown): value is readonly unknown[] | Readonly<Record<string, unknown>> {
  return Array.isArray(value) || isObject(value);
}
