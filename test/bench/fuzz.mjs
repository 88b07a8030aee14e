// Fuzzing: npm run bench -- fuzz [-- --quick]. SEEDS=1,2,3 RUNS=1000 asks for more than one seed and 100 runs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as fc from 'fast-check';
import { load, optionsFor, quantile, someOf } from './fuzzLibrary.mjs';

export const title = 'Fuzzing';

export async function* rows({ quick = false } = {}) {
  const library = await load();
  const seeds = (process.env.SEEDS ?? '1').split(',');
  const runs = Number(process.env.RUNS ?? (quick ? 20 : 100));
  const bugs = someOf(library.allBugs, quick);
  const twin = await kills(library, bugs, { runs, seeds, reference: true });
  yield share(`bugs killed against the twin, ${runs} runs, %`, twin, 96, 99);
  yield {
    what: 'first kill against the twin, median run',
    measured: quantile(twin.firsts, 0.5),
    goal: 2,
    good: 10,
  };
  yield {
    what: 'first kill against the twin, p95 run',
    measured: quantile(twin.firsts, 0.95),
    goal: 25,
    good: 60,
  };
  yield {
    what: 'counterexample, p95 bytes of event JSON',
    measured: quantile(twin.sizes, 0.95),
    goal: 1024,
    good: 2048,
  };
  const withProperty = bugs.filter((bug) => bug.property);
  const asserted = await kills(library, withProperty, { runs, seeds, property: true });
  yield share(`bugs with a property killed by it or an oracle, ${runs} runs, %`, asserted);
  const none = await kills(library, bugs, { runs, seeds });
  yield share(`bugs killed with no assertion, ${runs} runs, %`, none, 65, 80);
  const correct = [
    ...library.correctHandlers,
    ...bugs.map((bug) => ({ ...bug, name: `${bug.name} (mended)`, handler: bug.fixed })),
  ];
  const alarms = await falseAlarms(library, correct, { runs, seeds });
  yield { what: `false alarms on ${correct.length} correct handlers`, measured: alarms, good: 0, goal: 0 };
  yield* await shrinking(library);
  yield* await speed(library);
  yield* await slowLoad();
}

function share(what, { killed, tried }, good, goal) {
  return { what, measured: (100 * killed) / tried, moreIsBetter: true, ...(good && { good, goal }) };
}

async function kills(library, bugs, { runs, seeds, property = false, reference = false }) {
  const result = { killed: 0, tried: 0, firsts: [], sizes: [] };
  for (const bug of bugs) {
    for (const seed of seeds) {
      const holds = ({ event, result: answer, world }) =>
        bug.property({ event, result: answer, left: world.left() });
      const { failures } = await library.findFailures(bug.buggy, {
        ...optionsFor(library, bug.trigger),
        ...{ runs, seed, maxFailures: 1 },
        ...(property && { property: holds }),
        ...(reference && { reference: bug.fixed }),
      });
      result.tried++;
      if (failures.length === 0) {
        if (process.env.VERBOSE) console.log('alive', bug.name);
        continue;
      }
      result.killed++;
      result.firsts.push(failures[0].run + 1);
      result.sizes.push(JSON.stringify(failures[0].case.event).length);
    }
  }
  return result;
}

async function falseAlarms(library, handlers, { runs, seeds }) {
  let alarms = 0;
  for (const { name, trigger, handler } of handlers) {
    for (const seed of seeds) {
      const { failures } = await library.findFailures(handler, {
        ...optionsFor(library, trigger),
        runs,
        seed,
      });
      for (const { oracle, what } of failures) {
        alarms++;
        console.log(`false alarm: ${name}: ${oracle} (${what})`);
      }
    }
  }
  return alarms;
}

async function shrinking({ arbitraryOf, triggers }) {
  const ckafka = triggers.find(({ name }) => name === 'ckafka');
  const most = { calls: 0, handled: 0, bytes: 0 };
  for (const seed of [1, 2, 3, 4, 5]) {
    const arbitrary = arbitraryOf(ckafka, { records: 10_000, edges: false });
    const [event] = fc.sample(arbitrary, { seed, numRuns: 1 });
    const { partition, offset } = event.Records[(seed * 1987) % 10_000].Ckafka;
    let [calls, handled, bytes] = [0, 0, 0];
    fc.check(
      fc.property(arbitrary, (batch) => {
        calls++;
        handled += batch.Records.length / 10_000;
        const fails = batch.Records.some(
          ({ Ckafka }) => Ckafka.partition === partition && Ckafka.offset === offset,
        );
        if (fails) bytes = JSON.stringify(batch).length;
        return !fails;
      }),
      { seed, numRuns: 1 },
    );
    most.calls = Math.max(most.calls, calls);
    most.handled = Math.max(most.handled, handled);
    most.bytes = Math.max(most.bytes, bytes);
  }
  return [
    {
      what: 'handler calls from a batch of 10,000 to its poison record',
      measured: most.calls,
      good: 150,
      goal: 100,
    },
    { what: 'records handled on the way, times 10,000', measured: most.handled, good: 2.5, goal: 2 },
    { what: 'bytes of what is left', measured: most.bytes, good: 120, goal: 120 },
  ];
}

async function speed({ findFailures, triggers, arbitraryOf }) {
  const timed = async (kind) => {
    const start = performance.now();
    const handler = () => async () => ({ isBase64Encoded: false, statusCode: 200, headers: {}, body: '' });
    await findFailures(handler, {
      trigger: triggers.find(({ name }) => name === kind),
      runs: 100,
      http: false,
    });
    return (performance.now() - start) / 1000;
  };
  const apigw = triggers.find(({ name }) => name === 'apigw');
  const perSecond = (arbitrary) => {
    const start = performance.now();
    fc.assert(
      fc.property(arbitrary, () => true),
      { numRuns: 5000, seed: 1 },
    );
    return 5000 / (performance.now() - start);
  };
  return [
    {
      what: '100 runs of a trivial timer handler with all oracles, s',
      measured: await timed('timer'),
      good: 3,
      goal: 2,
    },
    { what: 'the same for apigw, s', measured: await timed('apigw'), good: 3, goal: 2 },
    {
      what: 'runs of a property over apigw events / over an equivalent fc.record',
      measured: perSecond(arbitraryOf(apigw, { edges: false })) / perSecond(plainRecord()),
      good: 4,
      goal: 6,
      moreIsBetter: true,
    },
  ];
}

/** What 100 runs of a handler in a file cost that computes for half a second while it is loaded. */
async function slowLoad() {
  const { fuzzReport } = await import('../../dist/fuzz.js');
  const { timer } = await import('../../dist/index.js');
  const cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-bench-'));
  const loads = { count: 0 };
  globalThis.loadsOfBench = loads;
  const code = `globalThis.loadsOfBench.count++;
const start = process.cpuUsage();
for (let sum = 0; process.cpuUsage(start).user < 500_000; )
  for (let step = 0; step < 1e6; step++) sum += step % 7;
exports.main_handler = async ({ Time }) => {
  await fetch('https://example.com/last', { method: 'PUT', body: Time });
};
`;
  try {
    writeFileSync(join(cwd, 'index.cjs'), code);
    const start = process.cpuUsage();
    const { runs } = await fuzzReport('./index.cjs#main_handler', { trigger: timer, cwd, store: false });
    const { user, system } = process.cpuUsage(start);
    return [
      {
        what: '100 runs of a handler that computes 0.5 s while it is loaded, processor s',
        measured: (user + system) / 1e6,
        good: 60,
        goal: 40,
      },
      { what: 'loads of it, for each run', measured: loads.count / runs, good: 1.5, goal: 1 },
    ];
  } finally {
    delete globalThis.loadsOfBench;
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Events of the same shape from fast-check's own arbitraries. */
function plainRecord() {
  const text = fc.string({ maxLength: 40 });
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
  const values = fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(true)), {
    maxKeys: 4,
  });
  return fc.record({
    requestContext: fc.record({
      serviceId: text,
      path: text,
      httpMethod: fc.constantFrom('ANY', 'GET', 'POST'),
      identity: fc.constant({}),
      sourceIp: fc.ipV4(),
      stage: fc.constantFrom('release', 'test', 'prepub'),
    }),
    headers: fc.record({
      accept: text,
      'accept-encoding': text,
      'content-type': text,
      'content-length': text,
      host: fc.domain(),
      'user-agent': text,
      'x-api-requestid': hex,
      'x-api-scheme': fc.constantFrom('http', 'https'),
      'x-b3-traceid': hex,
      requestsource: fc.constant('APIGW'),
    }),
    body: fc.json({ maxDepth: 2 }),
    pathParameters: fc.constant({}),
    queryStringParameters: fc.constant({}),
    headerParameters: fc.constant({}),
    path: fc.webPath(),
    queryString: values,
    httpMethod: fc.constantFrom('GET', 'POST', 'PUT'),
    isBase64Encoded: fc.boolean(),
  });
}
