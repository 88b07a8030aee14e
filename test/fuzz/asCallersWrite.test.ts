import { describe, expect, test } from 'vitest';
import { asCallersWrite, formNamesIn } from '../../src/fuzz/search/learn/asCallersWrite.js';
import { expectedTexts } from '../../src/fuzz/search/learn/callerTexts.js';
import { type ApigwEvent, apigw, check, ckafka, cos, type Trigger } from '../../src/index.js';
import { plainRequest } from '../../src/kernel/draw.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';
import { findUnshrunk } from './findUnshrunk.js';

/** Events of a trigger, and the same as callers write them. */
function written<Event>(
  trigger: Trigger<Event>,
  names: readonly string[],
  formNames: readonly string[] = [],
) {
  const draw = new SeededDraw('written', trigger.name, plainRequest);
  const isSent = (event: unknown): event is Event =>
    check(trigger, event, { strict: true }).every(({ rule }) => rule === `${trigger.name}/unknown-field`);
  return Array.from({ length: 450 }, (_, index) => {
    const from = draw.restart(index);
    const event = trigger.sample(from);
    const fields = {
      formNames,
      expected: { accepted: [], slow: [], addresses: [] },
      read: new Set(names),
      isSent,
    };
    return { event, other: asCallersWrite(trigger, event, from, fields) };
  });
}

const [ofBatch, ofRequest] = [written(ckafka, ['orderId']), written(apigw, ['id'])];

const told = (events: readonly { readonly other: unknown }[]) =>
  events.map(({ other }) => JSON.stringify(other)).join('\n');

test.each([
  ['a path that leads out', /\.\.\//],
  ['markup', /<script>/],
  ['a quote', /O'Brien|DROP TABLE/],
  ['more digits than a number holds', /1234567890123456/],
  ['a day', /2026-01-31/],
  ['an address', /a@example\.com/],
  ['a prototype', /__proto__/],
  ['a long text', /x{300}/],
  ['a combining character', /Zoe\u0301/],
  ['a line end', /one\\{1,4}n/],
])('callers write %s', (_what, pattern) => {
  expect(told(ofBatch)).toMatch(pattern);
  expect(told(ofRequest)).toMatch(pattern);
});

test('the platform sends all of it', () => {
  for (const { other } of ofBatch) expect(check(ckafka, other, { strict: true })).toEqual([]);
  for (const { other } of ofRequest) expect(check(apigw, other, { strict: true })).toEqual([]);
});

test('what only the platform writes stays', () => {
  for (const { event, other } of ofBatch)
    expect(other.Records.map(({ Ckafka: { msgBody: _, ...rest } }) => rest)).toEqual(
      event.Records.map(({ Ckafka: { msgBody: _, ...rest } }) => rest),
    );
  for (const { event, other } of written(cos, [])) expect(other).toEqual(event);
});

test('a form holds fields that the code reads, together', () => {
  const code = "const form = new URLSearchParams(event.body); form.get('method'); form.get('phone');";
  expect(formNamesIn(code)).toEqual(['method', 'phone']);
  expect(formNamesIn("const { phone } = JSON.parse(event.body); store.get('phone')")).toEqual([]);
  const forms = written(apigw, [], formNamesIn(code))
    .map(({ other }) => other)
    .filter(({ headers }) => headers['content-type'] === 'application/x-www-form-urlencoded')
    .map(({ body }) => [...new URLSearchParams(body).keys()].join());
  expect(forms).toContain('method,phone');
  expect(forms).toContain('phone');
});

describe('texts that an expression of the code takes', () => {
  test.each([String.raw`/^1\d{10}$/.test(phone)`, String.raw`/^[A-Z]{2}-\d{4}$/i.exec(id)`])('%s', (code) => {
    const [, source = '', flags] = /^\/(.*)\/(\w*)\./.exec(code) ?? [];
    const texts = expectedTexts(code).accepted;
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !new RegExp(source, flags).test(text))).toEqual([]);
    expect(expectedTexts(code).accepted).toEqual(texts);
  });

  test('are also those of Python', () => {
    const texts = expectedTexts(String.raw`[ "^\\d{6}$" ];`).accepted;
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every((text) => /^\d{6}$/.test(text))).toBe(true);
  });

  test('are none of an expression that takes more than it names, or is none', () => {
    expect(expectedTexts('/^(?:a+)+$/.test(x)').slow).toContain(`${'a'.repeat(48)}!`);
    expect(expectedTexts('/^a+$/.test(x)').slow).toEqual([]);
    expect(expectedTexts('/abc/.test(x); /^(?<=a)b$/.test(x)').accepted).toEqual([]);
    expect(expectedTexts('/^([a$/.test(x)').accepted).toEqual([]);
  });

  /** The operator of a number, which a handler answers with. */
  const handlerFor = (operatorOf: (phone: string) => string | undefined) => async (event: ApigwEvent) => {
    const phone = new URLSearchParams(event.body ?? '').get('phone') ?? '';
    const isPhone = /^1\d{10}$/.test(phone);
    const body = isPhone ? (operatorOf(phone) as string).toUpperCase() : '';
    return { isBase64Encoded: false, statusCode: isPhone ? 200 : 400, headers: {}, body };
  };

  test.each([
    ['a fault behind it is found', () => undefined, ['crash']],
    ['and mended nothing is', () => 'mobile', []],
  ])('%s', async (_what, operatorOf, oracles) => {
    const { failures } = await findUnshrunk(() => handlerFor(operatorOf), {
      trigger: apigw,
      runs: 30,
      learn: true,
    });
    expect(failures.map(({ oracle }) => oracle)).toEqual(oracles);
  });
});
