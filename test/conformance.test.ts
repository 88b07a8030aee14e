import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  check,
  describeIssue,
  edgeCases,
  hasErrors,
  type Issue,
  jsonBytes,
  kindOf,
  largestEventBytes,
  sample,
  samples,
  triggers,
} from '../src/index.js';
import { plainRequest } from '../src/kernel/draw.js';
import { RecordedDraw, simplest } from '../src/kernel/recordedDraw.js';
import { casesToTry } from './nightly.js';

const lines = (issues: readonly Issue[]) => issues.map((issue) => `${issue.rule} ${describeIssue(issue)}`);
const seeds = [42, 1337, 1211];

/** The kind that an event is known by; a payload of `invoke` is any JSON of the caller's, which nothing tells. */
const knownAs = (name: string) => (name === 'invoke' ? undefined : name);

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test('describes itself', () => {
    expect(trigger.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(trigger.summary).toMatch(/\.$/);
    expect(trigger.retries).toMatch(/\.$/);
    expect(trigger.documentation).toMatch(/^https:/);
    expect(new Set(trigger.edgeCases.map((edge) => edge.name)).size).toBe(trigger.edgeCases.length);
    for (const edge of trigger.edgeCases) {
      expect(edge.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(edge.because).not.toBe('');
      expect(edge.source).not.toBe('');
    }
    for (const rule of trigger.rules) expect(rule.name.startsWith(`${trigger.name}/`)).toBe(true);
  });

  test('describes every field of its contract', () => {
    const bare: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
      for (const [name, property] of Object.entries(properties ?? {})) {
        if (typeof property.description !== 'string' || typeof property['x-source'] !== 'string')
          bare.push(`${path}.${name}`);
      }
      for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
    };
    visit(trigger.contract.schema(), '');
    expect(bare).toEqual([]);
  });

  test('accepts the documented example', () => {
    const text = readFileSync(new URL(`../templates/events/${trigger.name}.json`, import.meta.url), 'utf8');
    const example: unknown = JSON.parse(text);
    expect(lines(check(trigger, example).filter((issue) => issue.severity === 'error'))).toEqual([]);
    expect(kindOf(example)).toBe(knownAs(trigger.name));
    expect(kindOf(sample(trigger))).toBe(knownAs(trigger.name));
  });

  test.each(seeds)('draws events of seed %i that check strictly clean', (seed) => {
    for (const event of samples(trigger, { seed, count: casesToTry(60, 500) })) {
      expect(lines(check(trigger, event, { strict: true }))).toEqual([]);
      expect(jsonBytes(event)).toBeLessThanOrEqual(largestEventBytes[trigger.invocation]);
      expect(kindOf(event)).toBe(knownAs(trigger.name));
    }
  });

  test('draws events that JSON keeps as they are', () => {
    for (const event of samples(trigger, { count: casesToTry(30, 100), hostile: 0.3 }))
      expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });

  test('draws event i alone as in sequence, and the same bytes twice', () => {
    const first = [...samples(trigger, { seed: 7, count: 20 })].map((event) => JSON.stringify(event));
    expect([...samples(trigger, { seed: 7, count: 20 })].map((event) => JSON.stringify(event))).toEqual(
      first,
    );
    for (const index of [19, 3, 0, 11])
      expect(JSON.stringify(sample(trigger, { seed: 7, index }))).toBe(first[index]);
    expect(new Set(first).size).toBeGreaterThan(1);
  });

  test.each([0.05, 0.3, 1])('stays within the contract when %d hostile', (hostile) => {
    for (const event of samples(trigger, { seed: 5, count: casesToTry(40, 300), hostile })) {
      expect(lines(check(trigger, event))).toEqual([]);
    }
  });

  test('draws a valid event from any choices', () => {
    const first = trigger.sample(new RecordedDraw([], simplest, plainRequest));
    expect(lines(check(trigger, first, { strict: true }))).toEqual([]);
    let state = 1;
    for (let round = 0; round < casesToTry(50, 200); round++) {
      const choices = Array.from({ length: 60 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return state >>> (state % 32);
      });
      const draw = new RecordedDraw(choices, simplest, plainRequest);
      const event = trigger.sample(draw);
      expect(lines(check(trigger, event, { strict: true }))).toEqual([]);
      const again = trigger.sample(new RecordedDraw(draw.choices, simplest, plainRequest));
      expect(JSON.stringify(again)).toBe(JSON.stringify(event));
    }
  });

  test.each(trigger.edgeCases.map((edge) => edge.name))(
    'accepts the edge case %s as what it claims to be',
    (name) => {
      const edge = edgeCases(trigger).find((candidate) => candidate.name === name);
      if (edge === undefined) throw new Error(`no edge case ${name}`);
      const event: unknown = JSON.parse(edge.text);
      const found = check(trigger, event, { strict: true });
      expect(
        [...new Set(found.map((issue) => issue.rule))].sort(),
        lines(found).slice(0, 5).join('\n'),
      ).toEqual([...(edge.reports ?? [])].sort());
      expect(kindOf(event)).toBe(knownAs(trigger.name));
    },
  );

  test('decodes its events without a problem', () => {
    for (const event of samples(trigger, { count: 100 })) {
      for (const part of trigger.decode(event)) expect(part.problem).toBeUndefined();
    }
  });

  test('accepts a value as its Standard Schema does', () => {
    const event = sample(trigger);
    expect(trigger.contract['~standard'].validate(event)).toEqual({ value: event });
    expect(hasErrors(check(trigger, event))).toBe(false);
  });

  if (trigger.stretch !== undefined) {
    test('makes an event of an exact size', () => {
      const step = trigger.stretch?.step ?? 1;
      const least = jsonBytes(trigger.sample(new RecordedDraw([], simplest, plainRequest)));
      for (const more of [0, 1, 2, 3, 500]) {
        const sizeBytes = least + more * step;
        for (const index of [0, 1, 2])
          expect(jsonBytes(sample(trigger, { sizeBytes, index }))).toBe(sizeBytes);
      }
      expect(() => sample(trigger, { sizeBytes: 1 })).toThrow(/^Cannot make a .* event of 1 bytes: /);
    });
  }
});
