import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { shrinkableValue } from '../../src/fuzz/arbitraries/shrinkable.js';
import { fuzzReport } from '../../src/fuzz/index.js';
import type { Case, Oracle } from '../../src/fuzz/oracles/oracle.js';
import { planOf } from '../../src/fuzz/planOf.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { shrunk } from '../../src/fuzz/search/shrunk.js';
import { apigw, type TimerEvent, timer } from '../../src/index.js';

const event = {
  Type: 'Timer',
  TriggerName: 'job',
  Time: '2026-01-02T03:04:05Z',
  Message: 'abcdefgh',
} as const;

/** Shrinks a timer's Message with an oracle of the test's own, which is asked about the Message. */
async function shrunkMessage(breaks: (message: string) => boolean): Promise<string> {
  const watchdog = createWatchdog();
  const { setting } = planOf<TimerEvent, Record<never, never>, undefined>(
    () => async () => null,
    { trigger: timer },
    watchdog,
  );
  const oracle: Oracle = {
    name: 'of this test',
    holds: 'The Message does not break.',
    domain: 'This test.',
    isRelation: false,
    applies: () => true,
    async judge(trial) {
      const { Message } = trial.case.event as unknown as TimerEvent;
      return breaks(Message) ? { what: 'breaks', detail: '', execution: await trial.base() } : undefined;
    },
  };
  const found: Case<TimerEvent> = { event };
  const accepts = (value: unknown): value is Case<TimerEvent> =>
    timer.contract.accepts((value as Case<TimerEvent>).event);
  const failure = await shrunk(setting, {
    oracle,
    violation: { what: 'breaks', detail: '', execution: { invocations: [] } as never },
    shrinkable: shrinkableValue(found, { accepts, isFree: () => true }),
    bytes: 100,
    run: 0,
  });
  await watchdog.close();
  return failure.case.event.Message;
}

test('a case shrinks as far as it breaks', async () => {
  expect(await shrunkMessage((message) => message.includes('c'))).toBe('c');
});

test('a smaller case that breaks by chance, and not when it is asked again, is not taken', async () => {
  const asked = new Map<string, number>();
  const message = await shrunkMessage((text) => {
    asked.set(text, (asked.get(text) ?? 0) + 1);
    return text.includes('c') || asked.get(text) === 1;
  });
  expect(message).toContain('c');
});

test('a case of another trigger is left alone in the store', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-store-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const crash = async () => JSON.parse('{');
  const options = { cwd, name: 'one handler', runs: 1, learn: false };
  const first = await fuzzReport(() => crash, { ...options, trigger: timer });
  expect(first.storedAt).toHaveLength(1);
  const other = await fuzzReport(() => async () => ({ statusCode: 200, body: '' }), {
    ...options,
    trigger: apigw,
  });
  expect([other.failures, other.dropped]).toEqual([[], []]);
  const again = await fuzzReport(() => async () => 1, { ...options, trigger: timer });
  expect(again.dropped).toHaveLength(1);
});
