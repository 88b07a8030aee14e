import { describe, expect, test } from 'vitest';
import { cos, sample } from '../../src/index.js';
import {
  type CosConflict,
  type CosRule,
  cosConflicts,
  cosEvents,
  firesFor,
  objectEventsOf,
} from '../../src/triggerdesc/index.js';
import { casesToTry } from '../nightly.js';
import { numbersFrom } from './randomCron.js';

const allEvents = ['cos:ObjectCreated:*', 'cos:ObjectRemove:*', ...cosEvents];

/** Every key of one to six letters out of two. */
const allKeys = Array.from({ length: 6 }, (_, index) => index + 1).flatMap((length) =>
  Array.from({ length: 2 ** length }, (_, number) =>
    number.toString(2).padStart(length, '0').replaceAll('0', 'a').replaceAll('1', '.'),
  ),
);

/** The slow truth: some concrete event and some key go to both rules. */
function shareAnEvent(a: CosRule, b: CosRule): boolean {
  const takes = (rule: CosRule, eventName: string) =>
    rule.event === eventName ||
    (rule.event.endsWith('*') && eventName.startsWith(rule.event.replace('*', '')));
  const fits = (rule: CosRule, key: string) =>
    key.startsWith(rule.prefix ?? '') && key.endsWith(rule.suffix ?? '');
  return (
    cosEvents.some((eventName) => takes(a, eventName) && takes(b, eventName)) &&
    allKeys.some((key) => fits(a, key) && fits(b, key))
  );
}

function randomRule(below: (limit: number) => number, name: string): CosRule {
  const text = (most: number) => Array.from({ length: below(most + 1) }, () => 'a.'[below(2)]).join('');
  const event = allEvents[below(3) === 0 ? below(allEvents.length) : below(4)] ?? 'cos:ObjectCreated:*';
  const prefix = below(5) === 0 ? undefined : text(3);
  return { event, prefix, suffix: below(3) === 0 ? undefined : text(3), function: name };
}

describe('cosConflicts', () => {
  test('agrees with all keys of up to six characters on random pairs', () => {
    const below = numbersFrom(6);
    let found = 0;
    for (let count = 0; count < casesToTry(2000, 10_000); count++) {
      const rules = [randomRule(below, 'A'), randomRule(below, 'B')] as const;
      const conflicts = cosConflicts(rules);
      expect(conflicts.length === 1, JSON.stringify(rules)).toBe(shareAnEvent(...rules));
      for (const { witness } of conflicts) {
        expect(firesFor(rules, witness), JSON.stringify(rules)).toHaveLength(2);
        expect(allKeys.includes(witness.key) || witness.key === 'object').toBe(true);
        found++;
      }
    }
    expect(found).toBeGreaterThan(casesToTry(200, 1000));
  });

  test('finds in sets of 30 rules exactly the pairs found two by two', () => {
    const below = numbersFrom(30);
    for (let count = 0; count < casesToTry(80, 300); count++) {
      const rules = Array.from({ length: 30 }, (_, index) => randomRule(below, `f${index}`));
      const same = (a: CosRule, b: CosRule) =>
        a.event === b.event && (a.prefix ?? '') === (b.prefix ?? '') && (a.suffix ?? '') === (b.suffix ?? '');
      const firstOf = rules.map((rule) => rules.findIndex((each) => same(rule, each)));
      const expected: string[] = [];
      for (const [later, rule] of rules.entries())
        for (const [earlier, other] of rules.slice(0, later).entries()) {
          const representatives = firstOf[later] === later && firstOf[earlier] === earlier;
          if (same(rule, other) ? earlier === firstOf[later] : representatives && shareAnEvent(rule, other))
            expected.push(`${earlier} ${later}`);
        }
      expect(cosConflicts(rules).map((conflict) => conflict.rules.join(' '))).toEqual(expected);
    }
  });

  test('keeps to the pairs asked for, in order, when nearly all of 10,000 rules collide', () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => ({
      event: 'cos:ObjectCreated:*',
      prefix: 'a'.repeat(index % 50),
      suffix: `.${'b'.repeat(index % 40)}`,
      function: `f${index}`,
    }));
    expect(cosConflicts(rules, { most: 20 })).toHaveLength(20);
  });

  test('finds nothing among 10,000 rules that share no key', () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => ({
      event: allEvents[index % 2] ?? '',
      prefix: `dir-${String(index >> 2).padStart(5, '0')}/`,
      suffix: index % 4 < 2 ? '.jpg' : '.png',
      function: `f${index}`,
    }));
    expect(cosConflicts(rules)).toEqual([]);
  });
});

const created = (prefix: string, suffix: string, name: string, event = 'cos:ObjectCreated:*'): CosRule => ({
  event,
  prefix,
  suffix,
  function: name,
});
const told = ({ kind, rules, witness, sentence }: CosConflict) =>
  `${kind} ${rules.join('-')} ${witness.eventName} ${witness.key}: ${sentence}`;

test('each kind of collision names the sentence that it violates', () => {
  const rules = [
    created('', '', 'A'),
    created('', '', 'B'),
    created('Log', '', 'C'),
    created('', '.jpg', 'D', 'cos:ObjectCreated:Put'),
    created('Log/2026', '.gz', 'E', 'cos:ObjectCreated:Put'),
    created('in/', '.png', 'F', 'cos:ObjectRemove:*'),
    created('in/', '.png', 'G', 'cos:ObjectRemove:Delete'),
  ];
  expect(cosConflicts(rules).map(told).join('\n')).toMatchInlineSnapshot(`
    "duplicate 0-1 cos:ObjectCreated:Put object: COS limits that the same rule can be bound to only one function that can be triggered.
    overlap 0-2 cos:ObjectCreated:Put Log: The same bucket cannot use overlapping prefixes, overlapping suffixes, or overlapping combinations of prefixes and suffixes to define the filter rule for the same event type.
    conflict 0-3 cos:ObjectCreated:Put .jpg: If the cos:ObjectCreated:* event is set but no prefix/suffix is set, subsequent binding to any event that starts with cos:ObjectCreated will fail.
    conflict 2-3 cos:ObjectCreated:Put Log.jpg: If there are conflicts with both the prefix and suffix, subsequent binding will fail.
    conflict 0-4 cos:ObjectCreated:Put Log/2026.gz: If the cos:ObjectCreated:* event is set but no prefix/suffix is set, subsequent binding to any event that starts with cos:ObjectCreated will fail.
    conflict 2-4 cos:ObjectCreated:Put Log/2026.gz: If there are conflicts with both the prefix and suffix, subsequent binding will fail.
    conflict 5-6 cos:ObjectRemove:Delete in/.png: If there are conflicts with both the prefix and suffix, subsequent binding will fail."
  `);
});

test('rules that no object event can both match are fine', () => {
  expect(cosConflicts([created('in/', '', 'A'), created('out/', '', 'B')])).toEqual([]);
  expect(cosConflicts([created('in/', '.jpg', 'A'), created('in/', '.png', 'B')])).toEqual([]);
  expect(cosConflicts([created('', '', 'A'), created('', '', 'B', 'cos:ObjectRemove:*')])).toEqual([]);
  expect(
    cosConflicts([
      created('', '', 'A', 'cos:ObjectCreated:Put'),
      created('', '', 'B', 'cos:ObjectCreated:Post'),
    ]),
  ).toEqual([]);
});

test('three functions may share a rule where the Chinese page counts, one function not twice', () => {
  const rules = ['A', 'B', 'C', 'D', 'A'].map((name) => created('in/', '.jpg', name));
  expect(cosConflicts(rules).map((conflict) => conflict.rules)).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
  ]);
  expect(cosConflicts(rules, { maxFunctionsPerRule: 3 }).map((conflict) => conflict.rules)).toEqual([
    [0, 3],
    [0, 4],
  ]);
  expect(() => cosConflicts(rules, { maxFunctionsPerRule: 0 })).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot allow 0 functions a rule: it must be a whole number. The documents say 1 or 3.]`,
  );
});

test('firesFor gives the rules that an object event matches', () => {
  const rules = [created('in/', '.jpg', 'resize'), created('', '', 'purge', 'cos:ObjectRemove:*')];
  const names = (eventName: string, key: string) =>
    firesFor(rules, { eventName, key }).map((rule) => rule.function);
  expect(names('cos:ObjectCreated:Put', 'in/a.jpg')).toEqual(['resize']);
  expect(names('cos:ObjectCreated:Put', 'in/a.png')).toEqual([]);
  expect(names('cos:ObjectCreated:Put', 'hello/in/a.jpg')).toEqual([]);
  expect(names('cos:ObjectRemove:Delete', 'in/a.jpg')).toEqual(['purge']);
  expect(names('cos:ObjectRestore:Post', 'in/a.jpg')).toEqual([]);
});

test('objectEventsOf tells the keys inside the bucket', () => {
  const event = sample(cos, {
    overrides: {
      Records: [
        {
          cos: {
            cosBucket: { appid: '1250000001', name: 'in' },
            cosObject: { key: '/1250000001/in/in/a b.jpg' },
          },
          event: { eventName: 'cos:ObjectCreated:Put' },
        },
      ],
    },
  });
  const [first] = objectEventsOf(event);
  expect(first).toEqual({ eventName: 'cos:ObjectCreated:Put', key: 'in/a b.jpg' });
  expect(firesFor([created('in/', '.jpg', 'resize')], first ?? { eventName: '', key: '' })).toHaveLength(1);
});
