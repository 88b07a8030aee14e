import { Buffer as NodeBuffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Buffer } from '../../src/explorer/buffer.js';

const text = fc.string({ unit: 'binary', maxLength: 200 });

test('writes the UTF-8 of a text as Base64 as Node does', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(Buffer.from(value, 'utf8').toString('base64')).toBe(
        NodeBuffer.from(value, 'utf8').toString('base64'),
      );
      expect(Buffer.byteLength(value, 'utf8')).toBe(NodeBuffer.byteLength(value, 'utf8'));
    }),
  );
});

test('writes a part of some bytes as Base64 as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, skip) => {
      const part = bytes.subarray(Math.min(skip, bytes.length));
      const { buffer, byteOffset, byteLength } = part;
      expect(Buffer.from(buffer, byteOffset, byteLength).toString('base64')).toBe(
        NodeBuffer.from(part).toString('base64'),
      );
    }),
  );
});

test('tells Base64 from what is none, and reads it, as Node does', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ABab01+/-_= \n*é'), maxLength: 12 });
  const real = fc.uint8Array({ maxLength: 60 }).map((bytes) => NodeBuffer.from(bytes).toString('base64'));
  const read = (bytes: Uint8Array, base64: string) => (bytes.toString() === base64 ? [...bytes] : undefined);
  fc.assert(
    fc.property(fc.oneof(real, letters, text), (value) => {
      const bytes = NodeBuffer.from(value, 'base64');
      const known = bytes.toString('base64') === value ? [...bytes] : undefined;
      expect(read(Buffer.from(value, 'base64'), value)).toEqual(known);
    }),
    { numRuns: 2000 },
  );
});

test('reads and writes megabytes', () => {
  const bytes = new Uint8Array(3_000_000).map((_, index) => (index * 7919) & 255);
  const base64 = Buffer.from(bytes.buffer, 0, bytes.length).toString('base64');
  expect(base64 === NodeBuffer.from(bytes).toString('base64')).toBe(true);
  expect(NodeBuffer.compare(Buffer.from(base64, 'base64'), bytes)).toBe(0);
});

test('gives bytes that are copied as bytes', () => {
  expect(new Uint8Array(Buffer.from('aGk=', 'base64'))).toEqual(new Uint8Array([104, 105]));
});
