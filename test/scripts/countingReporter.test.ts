import { expect, onTestFinished, test, vi } from 'vitest';
import { countingReporter, stillMs } from '../countingReporter.js';

test('a run in which nothing begins or ends any more is given up, and what runs is named', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const left: (readonly string[])[] = [];
  const reporter = countingReporter('not written', (names) => left.push(names));
  const module = { id: 'm', relativeModuleId: 'test/endless.test.ts' };
  const cases = ['ends', 'has no end'].map((fullName) => ({ id: fullName, module, fullName }));
  const report = (event: 'onTestModuleStart' | 'onTestCaseReady' | 'onTestCaseResult', of: unknown): void =>
    void (reporter[event] as (of: unknown) => void)(of);

  (reporter.onTestRunStart as () => void)();
  vi.advanceTimersByTime(stillMs - 1);
  report('onTestModuleStart', module);
  for (const one of cases) report('onTestCaseReady', one);
  vi.advanceTimersByTime(stillMs - 1);
  report('onTestCaseResult', cases[0]);
  vi.advanceTimersByTime(stillMs - 1);
  expect(left).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(left).toEqual([['test/endless.test.ts', 'test/endless.test.ts: has no end']]);
});
