import { isObject, kindOf, type Trigger } from '../../src/index.js';
import { type Findings, type FoundObject, objectsIn } from './findObjects.js';

/** An event that was found in something recorded. */
export interface RecordedEvent {
  readonly kind: string;
  readonly event: unknown;
  readonly line: number;
}

/** What was found beside the events. */
export interface Recording extends Findings {
  /** Events of which the log left something out. */
  cut: number;
  /** Events with an integer above 2^53, which has lost its last digits. */
  inexact: number;
}

const maxTextsInTexts = 4;

/**
 * The events in an object of a log: itself, or what stands in it, also as text.
 *
 * @param only the kind that is wanted, instead of whatever an object looks like.
 */
export function* eventsIn(
  found: FoundObject,
  only: Trigger | undefined,
  recording: Recording,
): Generator<RecordedEvent> {
  for (const { kind, event, exact, whole } of events(found.value, 0, found)) {
    if (!whole) recording.cut++;
    else {
      if (!exact) recording.inexact++;
      yield { kind, event, line: found.line };
    }
  }

  function* events(
    value: unknown,
    depth: number,
    from: { readonly cut: boolean; readonly inexact: boolean },
  ): Generator<{ kind: string; event: unknown; exact: boolean; whole: boolean }> {
    if (typeof value === 'string') {
      if (depth === maxTextsInTexts || !value.includes('{')) return;
      for (const inner of objectsIn(value, recording)) yield* events(inner.value, depth + 1, inner);
    } else if (typeof value === 'object' && value !== null) {
      const kind = kindWanted(value, only);
      if (kind !== undefined) yield { kind, event: value, exact: !from.inexact, whole: !from.cut };
      else for (const item of Object.values(value)) yield* events(item, depth, from);
    }
  }
}

function kindWanted(value: object, only: Trigger | undefined): string | undefined {
  if (only === undefined) return kindOf(value);
  return isObject(value) && (only.looksLike(value) || only.contract.accepts(value)) ? only.name : undefined;
}
