// The cron dialect and the rules of COS buckets: npm run bench -- triggerdesc.
import { performance } from 'node:perf_hooks';
import { Cron } from 'croner';
import { cosConflicts, cron } from '../../dist/triggerdesc.js';
import { median, ratioOf } from './measure.mjs';

export const title = 'Trigger configuration';

const expressions = [
  '*/5 * * * * * *',
  '0 */5 * * * * *',
  '0 15 10 * * MON-FRI *',
  '0 0 10,14,16 * * * *',
  '0 0 3 1 * * *',
  '0 0 0 29 2 * *',
];
const from = new Date('2026-01-01T00:00:00Z');
const each = 19;

export async function rows() {
  const parsed = expressions.map((expression) => cron.parse(expression));
  const peers = expressions.map(
    (expression) =>
      new Cron(expression, { paused: true, utcOffset: 480, sloppyRanges: true, mode: '7-part' }),
  );
  const ours = () => parsed.map((one) => cron.next(one, { from, count: each }));
  const theirs = () => peers.map((one) => one.nextRuns(each, from));
  const parse = () => expressions.map((expression) => cron.parse(expression));
  const construct = () =>
    expressions.map(
      (expression) => new Cron(expression, { paused: true, utcOffset: 480, sloppyRanges: true }),
    );
  return [
    {
      what: '`cron.next`, times found in a second (six expressions, 29 February among them)',
      measured: Math.round((expressions.length * each) / secondsOf(ours, 200)),
      good: 10_000,
      goal: 100_000,
      moreIsBetter: true,
    },
    {
      what: '`cron.next`: times faster than croner at the same',
      measured: ratioOf(theirs, ours),
      good: 5,
      goal: 50,
      moreIsBetter: true,
    },
    {
      what: '`cron.parse` / `new Cron` of croner',
      measured: ratioOf(parse, construct, { calls: 200 }),
      good: 2,
      goal: 1,
    },
    {
      what: '10,000 COS rules that share no key, seconds',
      measured: secondsOf(() => cosConflicts(apart), 1),
      good: 1,
      goal: 0.1,
    },
    {
      what: '10,000 COS rules of which each shares a key with some others, seconds',
      measured: secondsOf(() => cosConflicts(crowded, { most: 100_000 }), 1),
      good: 1,
      goal: 0.3,
    },
    {
      what: '10,000 COS rules that nearly all collide, seconds to the first 1,000 pairs',
      measured: secondsOf(() => cosConflicts(colliding), 1),
      good: 1,
      goal: 0.1,
    },
  ];
}

const rule = (index, prefix, suffix) => ({
  event: index % 2 === 0 ? 'cos:ObjectCreated:*' : 'cos:ObjectRemove:Delete',
  prefix,
  suffix,
  function: `f${index}`,
});
const numbers = Array.from({ length: 10_000 }, (_, index) => index);
const apart = numbers.map((index) =>
  rule(index, `in/${String(index >> 2).padStart(5, '0')}/`, index % 4 < 2 ? '.jpg' : '.png'),
);
const crowded = numbers.map((index) =>
  rule(index, `in/${index % 1000}/${index % 3 === 0 ? '' : index}`, `.${index % 7}`),
);
const colliding = numbers.map((index) => rule(index, 'a'.repeat(index % 50), `.${'b'.repeat(index % 200)}`));

/** Seconds that one call takes: the median of seven rounds of so many calls. */
function secondsOf(run, calls) {
  run();
  const rounds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) run();
    return (performance.now() - start) / 1000 / calls;
  });
  return median(rounds);
}
