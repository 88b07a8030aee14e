import { expect } from 'vitest';
import { check, describeIssue, type Overrides, sample, type Trigger } from '../../src/index.js';

/** What a check says of an event: severity, rule and sentence. */
export function checked<Event>(trigger: Trigger<Event>, event: unknown): string[] {
  return check(trigger, event).map((issue) => `${issue.severity} ${issue.rule} ${describeIssue(issue)}`);
}

/** The first event with those overrides; it and the next 39 check strictly clean. */
export function drawnClean<Event>(trigger: Trigger<Event>, overrides: Overrides<Event>): Event {
  for (let index = 0; index < 40; index++) {
    const event = sample(trigger, { overrides, index });
    expect(check(trigger, event, { strict: true }).map(describeIssue)).toEqual([]);
  }
  return sample(trigger, { overrides });
}
