// What each oracle finds and costs: npm run bench -- oracles [-- --quick].
import { performance } from 'node:perf_hooks';
import { load, optionsFor, someOf } from './fuzzLibrary.mjs';

export const title = 'Oracles';

export async function rows({ quick = false } = {}) {
  const library = await load();
  const { allBugs, correctHandlers, oracles } = library;
  const runs = quick ? 5 : 20;
  const found = await finds(library, someOf(allBugs, quick), runs);
  const handlers = someOf(correctHandlers, quick);
  const alone = await millis(library, handlers, runs, () => false);
  const table = [{ what: 'reading the handler and drawing its cases, ms a run', measured: alone }];
  for (const { name } of oracles) {
    const ms = await millis(library, handlers, runs, (other) => other === name);
    table.push({
      what: `${name} finds ${found.get(name) ?? 0} bugs; takes ms a run`,
      measured: Math.max(0, ms - alone),
    });
  }
  return table;
}

/** How many bugs each oracle complains of when all are asked. */
async function finds(library, bugs, runs) {
  const found = new Map();
  for (const bug of bugs) {
    const options = { ...optionsFor(library, bug.trigger), runs, seed: 1, maxFailures: 20 };
    const { failures } = await library.findFailures(bug.buggy, options);
    for (const name of new Set(failures.map(({ oracle }) => oracle)))
      found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

/** Milliseconds of a run on a handler that is right, with the oracles asked whose names are wanted. */
async function millis(library, handlers, runs, wanted) {
  const start = performance.now();
  for (const { trigger, handler } of handlers) {
    const options = optionsFor(library, trigger);
    const switches = Object.fromEntries(library.oracles.map(({ name }) => [name, wanted(name)]));
    await library.findFailures(handler, { ...options, runs, seed: 1, oracles: switches });
  }
  return (performance.now() - start) / (handlers.length * runs);
}
