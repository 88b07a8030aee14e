import { expect, test } from 'vitest';
import { effect, fuzzReport, type RunReport, runReportOf } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { onlyOracles } from './onlyOracles.js';

type Handler = (event: { readonly Message: string }) => Promise<unknown>;

async function ran(create: () => Handler, only: string): Promise<RunReport> {
  const options = { trigger: timer, runs: 6, store: false, oracles: onlyOracles(only) } as const;
  return runReportOf(timer, await fuzzReport(create, options));
}

const send = effect('send', async (_text: string) => 'sent');

test('a failure has its steps as data: instances, tries, faults, calls, answers, errors and logs', async () => {
  const create = () => {
    const done = new Set<string>();
    return async ({ Message }: { readonly Message: string }) => {
      console.log('got it');
      if (done.has('once')) return 'done before';
      done.add('once');
      await send(Message);
      return { sent: 1 };
    };
  };
  const report = await ran(create, 'retry-after-fault');
  const [{ oracle, detail, execution, compared } = {} as never] = report.failures;
  expect(oracle).toBe('retry-after-fault');
  expect(detail).toContain('fails once');
  expect(execution?.events).toHaveLength(1);
  expect(execution?.steps.map(({ log: _, ...step }) => step)).toEqual([
    expect.objectContaining({
      ...{ event: 0, instance: 0, attempt: 1, atMs: 0, isCold: true, statusCode: 430 },
      fault: { call: 1, kind: 'refused' },
      calls: [{ name: 'send', args: { value: [expect.any(String)] }, state: 'refused' }],
      error: expect.objectContaining({ name: 'OutsideFault' }),
    }),
    expect.objectContaining({ event: 0, attempt: 2, answer: { value: 'done before' }, calls: [] }),
  ]);
  expect(execution?.steps[0]?.log).toEqual([{ level: 'log', text: 'got it' }]);
  expect(compared?.steps[0]).toMatchObject({ answer: { value: { sent: 1 } }, calls: [{ state: 'done' }] });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('long values are told by their beginnings', async () => {
  const create =
    () =>
    async ({ Message }: { readonly Message: string }) => {
      for (let line = 0; line < 103; line++) console.log('l'.repeat(3000));
      await send('a'.repeat(30_000));
      return JSON.parse(Message);
    };
  const report = await ran(create, 'crash');
  const [step] = report.failures[0]?.execution?.steps ?? [];
  expect(step?.calls[0]?.args).toMatchObject({
    characters: 30_004,
    beginning: expect.stringMatching(/^\["a{19998}$/),
  });
  expect([step?.log.length, step?.moreLog, step?.log[0]?.text.length]).toEqual([100, 3, 2001]);
});

test('the same search gives the same report', async () => {
  const handler = async ({ Message }: { readonly Message: string }) => JSON.parse(Message);
  expect(JSON.stringify(await ran(() => handler, 'crash'))).toBe(
    JSON.stringify(await ran(() => handler, 'crash')),
  );
});
