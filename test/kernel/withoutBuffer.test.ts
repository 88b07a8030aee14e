import { Buffer as NodeBuffer } from 'node:buffer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const text = fc.string({ unit: 'binary', maxLength: 200 });

let base64Of: typeof import('../../src/kernel/base64.js').base64Of;
let bytesOfBase64: typeof import('../../src/kernel/base64.js').bytesOfBase64;
let utf8Bytes: typeof import('../../src/kernel/json.js').utf8Bytes;

/** As in a browser. */
beforeAll(async () => {
  vi.stubGlobal('Buffer', undefined);
  vi.resetModules();
  ({ base64Of, bytesOfBase64 } = await import('../../src/kernel/base64.js'));
  ({ utf8Bytes } = await import('../../src/kernel/json.js'));
  vi.unstubAllGlobals();
});

afterAll(() => vi.resetModules());

test('writes and counts the UTF-8 of a text as Node does', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(base64Of(value)).toBe(NodeBuffer.from(value, 'utf8').toString('base64'));
      expect(utf8Bytes(value)).toBe(NodeBuffer.byteLength(value, 'utf8'));
    }),
  );
});

test('writes a part of some bytes as Base64 as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, skip) => {
      const part = bytes.subarray(Math.min(skip, bytes.length));
      expect(base64Of(part)).toBe(NodeBuffer.from(part).toString('base64'));
    }),
  );
});

test('tells Base64 from what is none, and reads it, as Node does', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ABab01+/-_= \n*é'), maxLength: 12 });
  const real = fc.uint8Array({ maxLength: 60 }).map((bytes) => NodeBuffer.from(bytes).toString('base64'));
  fc.assert(
    fc.property(fc.oneof(real, letters, text), (value) => {
      const bytes = NodeBuffer.from(value, 'base64');
      const known = bytes.toString('base64') === value ? new Uint8Array(bytes) : undefined;
      expect(bytesOfBase64(value)).toEqual(known);
    }),
    { numRuns: 2000 },
  );
});

test('reads and writes megabytes', () => {
  const bytes = new Uint8Array(3_000_000).map((_, index) => (index * 7919) & 255);
  const base64 = base64Of(bytes);
  expect(base64 === NodeBuffer.from(bytes).toString('base64')).toBe(true);
  expect(NodeBuffer.compare(bytesOfBase64(base64) ?? new Uint8Array(), bytes)).toBe(0);
});
