// Invoking handlers: npm run bench -- runtime.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { createInstance, invoke } from '../../dist/runtime.js';
import { median } from './measure.mjs';

export const title = 'Runtime';

const event = { httpMethod: 'POST', path: '/orders', body: '{"id":1}', headers: { host: 'example.com' } };
const handler = async (given) => ({ statusCode: 200, body: given.path });
const busyHandler = async () => {
  await new Promise((done) => setImmediate(done));
  await Promise.all([1, 2, 3].map(async (n) => n));
};

export async function rows({ quick = false } = {}) {
  const calls = quick ? 500 : 5000;
  const instance = createInstance(handler);
  const busy = createInstance(busyHandler);
  const empty = async () => {};
  return [
    {
      what: 'warm in-process `invoke` more than a bare `await handler(event)`, ms',
      measured: await moreMs(
        () => instance.invoke(event),
        () => handler(event),
        calls,
      ),
      good: 0.2,
      goal: 0.05,
    },
    {
      what: 'the same without an instance, ms',
      measured: await moreMs(
        () => invoke(handler, event),
        () => handler(event),
        calls,
      ),
      good: 0.2,
      goal: 0.05,
    },
    {
      what: 'the same of a handler that waits a turn and four promises, ms',
      measured: await moreMs(
        () => busy.invoke(event),
        () => busyHandler(event),
        calls,
      ),
      good: 0.2,
      goal: 0.08,
    },
    {
      what: 'with environment variables to set and restore, ms',
      measured: await moreMs(
        () => instance.invoke(event, { env: { STAGE: 'test' } }),
        () => handler(event),
        calls,
      ),
      good: 0.2,
      goal: 0.1,
    },
    ...(await workers(quick ? 3 : 15)),
    {
      what: 'a function that awaits nothing, after all that / before (what stays switched on)',
      measured: await leftover(empty),
      good: 1.3,
      goal: 1.1,
    },
  ];
}

/** Median over rounds of the difference of two asynchronous functions, run in turn. */
async function moreMs(one, other, calls) {
  const time = async (run) => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) await run();
    return (performance.now() - start) / calls;
  };
  await time(one);
  await time(other);
  const differences = [];
  for (let round = 0; round < 7; round++) differences.push((await time(one)) - (await time(other)));
  return median(differences);
}

async function workers(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-bench-'));
  try {
    writeFileSync(join(folder, 'index.js'), 'exports.main_handler = async (event) => event;');
    const options = { cwd: folder, isolation: 'worker' };
    const plain = () =>
      new Promise((done) =>
        new Worker('require("node:worker_threads").parentPort.postMessage(1)', { eval: true }).once(
          'exit',
          done,
        ),
      );
    const time = async (run) => {
      const start = performance.now();
      await run();
      return performance.now() - start;
    };
    const cold = () => invoke('index.main_handler', event, options);
    await cold();
    const ratios = [];
    for (let round = 0; round < rounds; round++) ratios.push((await time(cold)) / (await time(plain)));
    const instance = createInstance('index.main_handler', options);
    await instance.invoke(event);
    const warm = await moreMs(
      () => instance.invoke(event),
      () => handler(event),
      200,
    );
    await instance.close();
    return [
      {
        what: 'cold invocation in a worker / a bare worker thread that posts one message',
        measured: median(ratios),
        good: 2,
        goal: 1.5,
      },
      {
        what: 'warm invocation in a worker more than a bare `await handler(event)`, ms',
        measured: warm,
        good: 2,
        goal: 0.5,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What code that has nothing to do with invocations costs, once hooks were on and off again. */
async function leftover(run) {
  const script = (first) => `${first};
    const time = async () => { const start = performance.now(); for (let i = 0; i < 200000; i++) await empty(); return performance.now() - start; };
    const empty = ${run};
    await time(); console.log(Math.min(await time(), await time(), await time()));`;
  const ms = (first) =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', script(first)], { encoding: 'utf8' }),
    );
  const used = `const { invoke } = await import(${JSON.stringify(new URL('../../dist/runtime.js', import.meta.url).href)}); await invoke(async () => 1, {})`;
  const ratios = [];
  for (let round = 0; round < 5; round++) ratios.push(ms(used) / ms(''));
  return median(ratios);
}
