import type { Failure } from './fuzzOptions.js';
import type { Case, Complaint, Oracle } from './oracles/oracle.js';
import type { Shrinkable } from './shrinkable.js';
import { type TrialSetting, trialOf } from './trial.js';

const mostTries = 400;
const mostShrinkMs = 8000;

/** A case of which an oracle complains. */
export interface Found<Event> {
  readonly oracle: Oracle;
  readonly complaint: Complaint<Event>;
  readonly shrinkable: Shrinkable<Case<Event>>;
  readonly bytes: number;
  readonly run: number;
}

/** Makes a failing case as small as it gets with the same oracle saying the same. */
export async function shrunk<Event, World>(
  setting: TrialSetting<Event, World>,
  found: Found<Event>,
): Promise<Failure<Event>> {
  const { oracle, run } = found;
  let { complaint, shrinkable } = found;
  const start = performance.now();
  let shrinks = 0;
  const seen = new Set<string>();
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const candidate of shrinkable.shrinks()) {
      if (shrinks >= mostTries || performance.now() - start > mostShrinkMs) break;
      const text = JSON.stringify(candidate.value);
      if (text.length < 100_000) {
        if (seen.has(text)) continue;
        seen.add(text);
      }
      shrinks++;
      const judge = () => oracle.judge(trialOf(setting, candidate.value));
      const again = await judge();
      if (again?.what !== complaint.what) continue;
      // A smaller case that fails by chance would be lost on the next run.
      if ((await judge())?.what !== complaint.what) continue;
      complaint = again;
      shrinkable = candidate;
      smaller = true;
      break;
    }
  }
  const { compared, ...rest } = complaint;
  return {
    oracle: oracle.name,
    case: shrinkable.value,
    run,
    shrinks,
    ...rest,
    ...(compared === undefined ? {} : { compared }),
  };
}
