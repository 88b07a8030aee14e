import { describe, expect, test } from 'vitest';
import { effect } from '../../src/fuzz/index.js';
import { ownChance } from '../../src/fuzz/play/chance/ownChance.js';
import { OwnDatabases } from '../../src/fuzz/play/effects/databases/ownDatabases.js';
import { Recorder, recorded } from '../../src/fuzz/play/effects/recorder.js';
import { watchZone } from '../../src/fuzz/play/effects/zone.js';
import { FaultTurns } from '../../src/fuzz/search/faultTurns.js';
import type { ScfHandler } from '../../src/runtime/index.js';
import { timer } from '../../src/triggers/index.js';
import { findUnshrunk } from './findUnshrunk.js';

function recorder(): Recorder {
  return new Recorder(0, undefined, {
    delayOf: () => 1,
    effectKindOf: undefined,
    calls: [],
    locale: undefined,
    directory: undefined,
    temp: undefined,
    http: undefined,
    allowed: { net: [], run: [] },
    databases: new OwnDatabases({ keyless: new Set(), isOfEvents: () => false }),
    enterRunning: () => undefined,
  });
}

/** Whether what runs is seen to follow the time zone of the process. */
function followsZone(run: (date: Date) => unknown): boolean {
  const releases = [watchZone(), ownChance()];
  try {
    const own = recorder();
    recorded(own, () => run(new Date(1_767_322_000_000)));
    return own.followsZone;
  } finally {
    for (const release of releases.reverse()) release();
  }
}

describe('the time zone of the process', () => {
  test.each<[string, (date: Date) => unknown]>([
    ['an hour', (date) => date.getHours()],
    ['a day that is set', (date) => date.setDate(1)],
    ['the offset', (date) => date.getTimezoneOffset()],
    ['a date as text', (date) => `${date}`],
    ['a date called as a function', () => Date()],
    ['a day in words', (date) => date.toLocaleDateString('zh-CN')],
    ['a format without a zone', (date) => new Intl.DateTimeFormat('zh-CN').format(date)],
    ['parts of a date', () => new Date(2026, 0, 2)],
    ['a text without a zone', () => new Date('2026-01-02T03:04:05')],
    ['a text in no form', () => Date.parse('2026/1/2')],
  ])('is followed by %s', (_what, run) => {
    expect(followsZone(run)).toBe(true);
  });

  test.each<[string, (date: Date) => unknown]>([
    ['an instant', () => new Date(1_767_322_000_000).toISOString()],
    ['now', () => [new Date().toISOString(), Date.now()]],
    ['an hour in UTC', (date) => [date.getUTCHours(), date.setUTCDate(1), JSON.stringify(date)]],
    ['a copy', (date) => new Date(date)],
    ['a text in UTC', () => [new Date('2026-01-02T03:04:05Z'), Date.parse('2026-01-02')]],
    ['a text with an offset', () => new Date('2026-01-02T03:04:05.678+08:00')],
    ['a zone that is named', (date) => date.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })],
    ['a format of it', () => new Intl.DateTimeFormat('en', { timeZone: 'UTC' })],
  ])('is not followed by %s', (_what, run) => {
    expect(followsZone(run)).toBe(false);
  });
});

describe('calls that fail in cases that are delivered once', () => {
  test('are all of a sort at first, and one in eight later', () => {
    const turns = new FaultTurns();
    const taken = Array.from({ length: 80 }, () => turns.forCase()('db.put'));
    expect(taken.slice(0, 16)).not.toContain(false);
    expect(taken.slice(16).filter(Boolean)).toHaveLength(8);
    expect(turns.forCase()('db.get')).toBe(true);
  });

  test('are of one sort whatever their address holds, and the same however often a case asks', () => {
    const turns = new FaultTurns();
    for (let at = 0; at < 17; at++) turns.forCase()(`PUT https://api.example.com/orders/${at}`);
    const ofCase = turns.forCase();
    const [first, second] = [1, 2].map((at) => ofCase(`PUT https://api.example.com/items/${at}?a=b`));
    expect([first, second, turns.forCase()('POST https://api.example.com/')]).toEqual([false, false, true]);
  });
});

const runs = 12;

async function invocationsOf(make: (got: () => Promise<void>) => ScfHandler<unknown>): Promise<number> {
  const { invocations, failures } = await findUnshrunk(() => make(effect('db.get', async () => {})), {
    trigger: timer,
    runs,
    learn: false,
    edges: true,
    http: false,
  });
  expect(failures).toEqual([]);
  return invocations;
}

test('a handler that meets nothing outside and asks for no zone is called less often', async () => {
  const still = await invocationsOf(() => async (event) => event === undefined);
  const zoned = await invocationsOf(() => async (event) => {
    new Date().getTimezoneOffset();
    return event === undefined;
  });
  const reading = await invocationsOf((got) => async (event) => {
    await got();
    return event === undefined;
  });
  // Ten cases are delivered in every way before anything is left out; five zones for each of the others.
  expect(zoned - still).toBe(5 * (2 * runs - 10));
  expect(reading).toBeGreaterThan(zoned);
});
