import { expect, onTestFinished, test } from 'vitest';
import { planOf } from '../../src/fuzz/planOf.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { casesOf } from '../../src/fuzz/search/cases.js';
import { type Learned, learn } from '../../src/fuzz/search/learn/learn.js';
import { type TimerEvent, timer } from '../../src/index.js';

/** What is learned of a handler of timers, and of how many events. */
async function learnedOf(
  handle: (event: TimerEvent) => unknown,
  isOver = () => false,
): Promise<Learned & { readonly reads: number }> {
  const watchdog = createWatchdog();
  onTestFinished(() => watchdog.close());
  let reads = 0;
  const factory = () => async (event: TimerEvent) => {
    reads++;
    return handle(event);
  };
  const { setting, learning } = planOf(
    factory,
    { trigger: timer, source: String(handle), timeoutMs: 300 },
    watchdog,
  );
  const learned = await learn(setting.subject, learning ?? expect.unreachable('nothing to learn'), {
    isOver,
    answers: setting.answers,
  });
  return { ...learned, reads };
}

const namesOf = ({ fields }: Learned['event']) => [...fields.keys()];

test('a handler tells what it reads of an event and of the data in it, and names words and numbers', async () => {
  const learned = await learnedOf(({ TriggerName, Message }) => {
    try {
      const { id, items } = JSON.parse(Message);
      for (const item of items) if (item.price > 250) return `dear:${id}`;
    } catch {}
    return TriggerName === 'nightly';
  });
  expect(namesOf(learned.event)).toEqual(expect.arrayContaining(['Message', 'TriggerName']));
  expect(namesOf(learned.payload)).toEqual(expect.arrayContaining(['id', 'items']));
  expect(namesOf(learned.payload.fields.get('items')?.item ?? expect.unreachable('no list'))).toEqual([
    'price',
  ]);
  expect(learned.words).toEqual(expect.arrayContaining(['dear:', 'nightly']));
  expect(learned.numbers).toContain(250);
  expect(learned.reads).toBeGreaterThan(12);
  expect(learned.reads).toBeLessThanOrEqual(40);
});

test('what a handler says of its own may be what it expects to hear, and what it passes on is not', async () => {
  const own = ['accep', 'ted'].join('');
  const { words } = await learnedOf(({ TriggerName }) => ({
    said: own,
    passed: TriggerName,
    text: '{"no":1}',
  }));
  expect(words).toContain('accepted');
  expect(words.filter((word) => /^(EveryMinute|\{)/.test(word))).toEqual([]);
});

test('a handler that reads nothing is read twelve times, one that waits as often as one event is tried, and none when the time is over', async () => {
  expect((await learnedOf(() => 1)).reads).toBe(12);
  expect((await learnedOf(() => new Promise((done) => setTimeout(done, 5000)))).reads).toBe(3);
  expect(
    (
      await learnedOf(
        () => 1,
        () => true,
      )
    ).reads,
  ).toBe(0);
});

test('drawn deliveries are mixed as they are asked for', () => {
  const stepsOf = (deliveries: boolean | object) =>
    Array.from({ length: 60 }, (_, run) => casesOf(timer, { seed: 1, deliveries } as never).ofRun(run))
      .flat()
      .flatMap(({ shrinkable }) => shrinkable.value.delivery?.steps ?? []);
  expect(stepsOf(false)).toEqual([]);
  const all = stepsOf(true);
  expect(all.some(({ fault }) => fault !== undefined)).toBe(true);
  expect(all.some(({ slow }) => slow === true)).toBe(true);
  const plain = stepsOf({ faults: false, maxEvents: 1 });
  expect(plain.length).toBeGreaterThan(59);
  expect(plain.some(({ fault, slow }) => fault !== undefined || slow === true)).toBe(false);
});
