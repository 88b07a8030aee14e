// Handlers in the manner of public code: npm run build && npm run bench -- public [-- --quick].
// ONLY=name,name, GROUP=pairs, HALF=seen, RUNS=20 and SEEDS=1,2 ask for less or more; TEXTS=1 tells all of a finding, UNSEEN=tell of the unseen half as well.
import { setPriority } from 'node:os';
import { handlersOf, pairsOf } from './public/handlers.mjs';
import { each } from './trust/handlers.mjs';
import { failuresOf } from './trust.mjs';

export const title = 'Public code';

const halves = ['seen', 'unseen'];

export async function* rows({ quick = false } = {}) {
  setPriority(5); // Children inherit it.
  const runs = Number(process.env.RUNS ?? (quick ? 20 : 100));
  const seeds = (process.env.SEEDS ?? '1').split(',').map(Number);
  const fuzzed = async (handler, path) => ({
    handler,
    failures: await failuresOf({ ...handler, path }, { runs, seeds }),
  });
  const correct = await each(wanted('correct', handlersOf('correct')), async (handler) =>
    told(await fuzzed(handler, handler.path)),
  );
  yield* halves.flatMap((half) => [
    {
      ...share(`correct handlers accused, ${half} half`, ofHalf(correct, half), isAccused),
      good: 0,
      goal: 0,
    },
  ]);
  const pairs = await each(wanted('pairs', pairsOf()), async (pair) => {
    const twin = await fuzzed(pair, pair.twin);
    return judged(await fuzzed(pair, pair.path), twin);
  });
  for (const half of halves) {
    const some = ofHalf(pairs, half);
    yield { ...share(`defects named, ${half} half`, some, ({ is }) => is === 'named'), moreIsBetter: true };
    yield share(`defects found for another reason, ${half} half`, some, ({ is }) => is === 'another reason');
    yield share(`defects not found, ${half} half`, some, ({ is }) => is === 'silent');
    yield {
      ...share(`mended twins accused, ${half} half`, some, ({ twin }) => isAccused(twin)),
      good: 0,
      goal: 0,
    };
  }
}

const isAccused = ({ failures }) => failures.length > 0;
const ofHalf = (all, half) => all.filter(({ handler }) => handler.half === half);

function wanted(group, handlers) {
  const { ONLY, HALF, GROUP } = process.env;
  return handlers.filter(
    ({ name, half }) =>
      (ONLY === undefined || ONLY.split(',').includes(name)) &&
      (HALF ?? half) === half &&
      (GROUP ?? group) === group,
  );
}

function share(what, all, holds) {
  return { what: `${what}, of ${all.length}`, measured: all.filter(holds).length };
}

/** A defect is named where an oracle speaks that is silent on the twin. */
function judged(buggy, twin) {
  const oracles = new Set(twin.failures.map(({ oracle }) => oracle));
  const isNamed = buggy.failures.some(({ oracle }) => !oracles.has(oracle));
  const is = isNamed ? 'named' : isAccused(buggy) ? 'another reason' : 'silent';
  told({ ...twin, handler: { ...twin.handler, name: `${twin.handler.name} (mended)` } });
  told({ ...buggy, is });
  return { ...buggy, twin, is };
}

const counts = { seen: {}, unseen: {} };

/** Tells what is told of a handler as soon as it is known, of the unseen half only counts. */
function told({ handler, failures, ...rest }) {
  const { name, half, because } = handler;
  const what = rest.is ?? (failures.length > 0 ? 'right and accused' : 'right and silent');
  counts[half][what] = (counts[half][what] ?? 0) + 1;
  console.error(`so far, ${half} half: ${JSON.stringify(counts[half])}`);
  if (half === 'unseen' && process.env.UNSEEN !== 'tell') return { handler, failures, ...rest };
  if (rest.is !== undefined) console.log(`${name}: ${rest.is}. ${because}`);
  for (const { seed, oracle, what, text } of failures)
    console.log(`${name}: seed ${seed}: ${process.env.TEXTS ? text : `${oracle} (${what})`}`);
  return { handler, failures, ...rest };
}
