import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { clientAddresses, headerOf, headerSetsOf, titleCase } from '../../src/domain/http/clients.js';
import { edgeByteBodies, edgeTextBodies } from '../../src/domain/http/edgeBodies.js';
import { edgeHeaders, edgePaths, edgeQueries } from '../../src/domain/http/edgeRequests.js';
import { drawRequest } from '../../src/domain/http/requests.js';
import { httpRoutes } from '../../src/domain/http/routes.js';
import { base64Of, bytesOfBase64, drawBase64 } from '../../src/kernel/base64.js';
import { plainRequest } from '../../src/kernel/draw.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';

const draw = new SeededDraw(42, 'http', plainRequest);

describe('base64', () => {
  test('inverts itself for every length', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = draw.bytes(length);
      expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
    }
    expect(base64Of('é')).toBe('w6k=');
  });

  test('refuses what is no padded Base64', () => {
    for (const text of ['a', 'aGk', 'aGk= ', 'a-_=', 'aG\nk=', '====', 'aGl='])
      expect(bytesOfBase64(text)).toBeUndefined();
  });

  test('draws as many bytes as are asked for', () => {
    for (let length = 0; length < 70; length++) {
      expect(bytesOfBase64(drawBase64(draw, length))).toHaveLength(length);
    }
  });

  test('opens 8 MB', () => {
    expect(bytesOfBase64('AAAA'.repeat(2_000_000))?.byteLength).toBe(6_000_000);
  });
});

describe('header sets', () => {
  test('have their names in order, and come in four shapes at most, which keeps copying them fast', () => {
    const sets = headerSetsOf({ 'x-added': '1' }).flatMap(({ plain, withBody }) => [plain, withBody]);
    for (const set of sets) expect(Object.keys(set)).toEqual(Object.keys(set).sort());
    expect(new Set(sets.map((set) => Object.keys(set).join())).size).toBeLessThanOrEqual(4);
  });

  test('are spelled as the platform does', () => {
    expect(titleCase('x-forwarded-for')).toBe('X-Forwarded-For');
    expect(headerOf({ 'X-REAL-ip': '192.0.2.1' }, 'x-real-ip')).toBe('192.0.2.1');
    expect(headerOf({ a: 1 }, 'a')).toBeUndefined();
  });
});

test('client addresses come from the ranges for documentation', () => {
  for (const address of clientAddresses)
    expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/);
});

test('requests fill the template of their route', () => {
  for (let index = 0; index < 300; index++) {
    const { template, path, parameters } = drawRequest(draw.restart(index), httpRoutes);
    expect(template.replaceAll(/\{(\w+)\}/g, (_, name) => parameters[name] ?? '?')).toBe(path);
  }
});

test('routes declare no parameter that is repeated or without a value', () => {
  for (const route of httpRoutes) {
    const query = route.query(draw);
    for (const name of route.declares) expect(query[name]).toBeTypeOf('string');
  }
});

describe('edge bodies', () => {
  test('have names that are of their own', () => {
    const names = [...edgeTextBodies, ...edgeByteBodies, ...edgeQueries, ...edgeHeaders, ...edgePaths].map(
      ({ name }) => name,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('count their bytes', () => {
    for (const { body } of [...edgeTextBodies, ...edgeByteBodies]) {
      const { text, isBase64, sizeBytes } = body(draw);
      expect(Buffer.from(text, isBase64 ? 'base64' : 'utf8').byteLength).toBe(sizeBytes);
    }
  });

  test('hold gzip that opens, and UTF-8 that does not', () => {
    const bytesOf = (wanted: string) => {
      const found = edgeByteBodies.find(({ name }) => name === wanted);
      return Buffer.from(found?.body(draw).text ?? '', 'base64');
    };
    expect(gunzipSync(bytesOf('gzip-body')).toString()).toBe('{"compressed":true}');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf('invalid-utf-8'))).toThrow();
    expect(new Set(bytesOf('all-256-bytes')).size).toBe(256);
  });
});
