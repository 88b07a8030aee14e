import type { ChildProcess } from 'node:child_process';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Silence } from '../../cli/fuzz/processLimits.js';

const limitMs = 60_000;

test.each([
  ['goes on where it gets a tenth of a processor, whenever it spoke last', 0.1, false],
  ['is ended where it does nothing', 0, true],
])('a process %s', (_what, share, isOver) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const startMs = performance.now();
  const silence = new Silence({} as ChildProcess, limitMs, () => share * (performance.now() - startMs));
  vi.advanceTimersByTime(5000);
  silence.begin();
  vi.advanceTimersByTime(limitMs + 1000);
  expect(silence.isOver).toBe(isOver);
  silence.close();
});
