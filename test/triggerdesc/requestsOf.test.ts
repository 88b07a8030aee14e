import { describe, expect, test } from 'vitest';
import { check, sample, triggerNamed } from '../../src/index.js';
import { describeIssue } from '../../src/kernel/issue.js';
import {
  deliverable,
  eventKindsOf,
  requestsOf,
  sampleTrigger,
  triggerEdgeCases,
  triggerTypes,
} from '../../src/triggerdesc/index.js';

describe.each(triggerTypes)('the requests of %s triggers', (type) => {
  const drawn = Array.from({ length: 24 }, (_, index) => sampleTrigger(type, { index, hostile: index % 2 }));
  const edges = triggerEdgeCases(type).map(({ trigger }) => ({ Type: type, ...trigger }));

  test('give only valid events that the trigger could deliver', () => {
    let events = 0;
    for (const config of [...drawn, ...edges].map((each) => ({ ...each, Enable: 'OPEN' }))) {
      for (const [index, { kind, overrides, options }] of requestsOf(config).entries()) {
        expect(eventKindsOf(type)).toContain(kind);
        const trigger = triggerNamed(kind);
        for (const hostile of [0, 0.3]) {
          const event = sample(trigger, { seed: 7, index, hostile, overrides, ...options });
          const label = `${JSON.stringify(config)}\n${JSON.stringify(event).slice(0, 2000)}`;
          const errors = check(trigger, event).filter((issue) => issue.severity === 'error');
          expect(errors.map(describeIssue), label).toEqual([]);
          expect(deliverable(config, event).map(describeIssue), label).toEqual([]);
          events++;
        }
      }
    }
    expect(events).toBeGreaterThan(20);
  });

  test('are none when the trigger is closed', () => {
    for (const config of drawn) expect(requestsOf({ ...config, Enable: 'CLOSE' })).toEqual([]);
  });
});

test('a timer fires in the offset that was asked for, and never when no day fits', () => {
  const config = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
  const [request] = requestsOf(config, { utcOffset: 0 });
  const event = sample(triggerNamed('timer'), { overrides: request?.overrides ?? {}, ...request?.options });
  expect(event).toMatchObject({ TriggerName: 'daily', Time: expect.stringContaining('T09:00:00Z') });
  expect(deliverable(config, event, { utcOffset: 0 })).toEqual([]);
  expect(requestsOf({ ...config, TriggerDesc: '0 0 0 30 2 * *' })).toEqual([]);
});
