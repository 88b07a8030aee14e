// What the failures of fuzzing look like once they are shrunk: npm run bench -- minimality [-- --quick]. VERBOSE=1 shows what is too large.
import { load, optionsFor, someOf } from './fuzzLibrary.mjs';

export const title = 'Counterexamples';

export async function rows({ quick = false } = {}) {
  const library = await load();
  const { allBugs, findFailures } = library;
  const count = { found: 0, minimal: 0, small: 0, again: 0 };
  for (const bug of someOf(allBugs, quick)) {
    const options = { ...optionsFor(library, bug.trigger), runs: quick ? 20 : 60, seed: 1, maxFailures: 1 };
    const [failure] = (await findFailures(bug.buggy, options)).failures;
    if (failure === undefined) continue;
    count.found++;
    if (JSON.stringify(failure.case.event).length <= 1024) count.small++;
    const dropped = await droppable(library, bug, options, failure);
    if (dropped === undefined) count.minimal++;
    else if (process.env.VERBOSE)
      console.log(`${bug.name}: ${failure.oracle} without ${dropped}, too: ${JSON.stringify(failure.case)}`);
    if (await failsAgain(library, bug, options, failure)) count.again++;
    else if (process.env.VERBOSE) console.log(`${bug.name}: ${failure.oracle} is gone when it is replayed`);
  }
  const share = (part) => (100 * part) / count.found;
  return [
    { what: 'counterexamples', measured: count.found, moreIsBetter: true },
    {
      what: 'of which no item and no field can be dropped, %',
      measured: share(count.minimal),
      good: 95,
      goal: 98,
      moreIsBetter: true,
    },
    {
      what: 'of which under 1 KB of event JSON, %',
      measured: share(count.small),
      good: 95,
      goal: 98,
      moreIsBetter: true,
    },
    {
      what: 'of which fail again when they come from the store, %',
      measured: share(count.again),
      good: 100,
      goal: 100,
      moreIsBetter: true,
    },
  ];
}

const unwatched = {
  start: (call) => call(),
  watch: () => () => undefined,
  allow: () => {},
  close: async () => {},
};

/** The path of something that the event does not need to fail. */
async function droppable({ askedOracles, settingOf, trialOf, check, oracles }, bug, options, failure) {
  const setting = settingOf(bug.buggy, options, unwatched);
  const oracle = askedOracles({}, setting).find(({ name }) => name === failure.oracle);
  if (oracle === undefined) throw new Error(`${failure.oracle} is none of ${oracles.length} oracles`);
  const { event, other } = failure.case;
  // What the platform does not send is no smaller case.
  const issuesOf = (one) => check(options.trigger, one, { strict: true }).map(({ rule }) => rule);
  const before = new Set(issuesOf(event));
  for (const [path, smaller] of withoutOne(event)) {
    if (issuesOf(smaller).some((rule) => !before.has(rule))) continue;
    const violation = await oracle.judge(trialOf(setting, { event: smaller, other }));
    if (violation?.what === failure.what) return path;
  }
  return undefined;
}

/** A value without one of its items or fields, for each of them. */
function* withoutOne(value, path = '') {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const inner = `${path}/${key}`;
    if (Array.isArray(value)) yield [inner, value.filter((_, index) => index !== Number(key))];
    else yield [inner, Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))];
    for (const [where, part] of withoutOne(value[key], inner)) {
      yield [
        where,
        Array.isArray(value)
          ? value.map((item, index) => (index === Number(key) ? part : item))
          : { ...value, [key]: part },
      ];
    }
  }
}

/** Whether a case that went through a file is the first to fail. */
async function failsAgain({ findFailures }, bug, options, { oracle, what, case: found }) {
  const stored = JSON.parse(JSON.stringify({ oracle, case: found }));
  const { failures } = await findFailures(bug.buggy, { ...options, runs: 1, budgetMs: 0, learn: false }, [
    stored,
  ]);
  return failures.some((failure) => failure.oracle === oracle && failure.what === what);
}
