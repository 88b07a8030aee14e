import { describe, expect, test } from 'vitest';
import type { FuzzHandlerOptions, FuzzResult } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Handler = (event: TimerEvent) => unknown;
type Options = Partial<
  Pick<FuzzHandlerOptions<TimerEvent, Record<never, never>, undefined>, 'answers' | 'oracles' | 'runs'>
>;

const api = 'https://api.example.com';
const ask = async (path: string, init?: RequestInit) => (await fetch(api + path, init)).json();
const put = (path: string, value: unknown) =>
  fetch(api + path, { method: 'PUT', body: JSON.stringify(value) });

function fuzzed(handler: Handler, options: Options = {}): Promise<FuzzResult<TimerEvent>> {
  return findUnshrunk(() => async (event: TimerEvent) => handler(event), {
    trigger: timer,
    runs: casesToTry(1, 4),
    edges: isNightly,
    // Answers are made up as the code reads them.
    learn: true,
    timeZones: [],
    ...options,
  });
}

const told = ({ failures }: FuzzResult<TimerEvent>) => failures.map(({ oracle }) => oracle);

describe('a correct handler that reads what it is answered is silent', () => {
  const readers: readonly (readonly [string, Handler])[] = [
    [
      'a list in a field, and texts in its items',
      async ({ Time }) => {
        const { items, total } = await ask('/items');
        const names = items.map((item: { owner: { name: string } }) => item.owner.name.toUpperCase());
        await put('/report', { Time, names, total });
      },
    ],
    [
      'a token that is asked for by POST',
      async ({ Time }) => {
        const { access_token } = await ask('/oauth/token', { method: 'POST', body: 'grant_type=x' });
        await fetch(`${api}/at/${Time}`, {
          method: 'PUT',
          headers: { authorization: access_token.trim() },
        });
      },
    ],
    [
      'a token, and how long it holds beside it',
      async ({ Time }) => {
        const { access_token, expires_in } = await ask('/oauth/token', {
          method: 'POST',
          body: 'grant_type=x',
        });
        const authorization = access_token.trim();
        if (expires_in < 60) throw new Error('it ends too soon');
        await fetch(`${api}/at/${Time}`, { method: 'PUT', headers: { authorization } });
      },
    ],
    [
      'a code that is zero, and data below it',
      async ({ Time }) => {
        const { errcode, error, data } = await ask('/user');
        if (errcode !== 0 || error) throw new Error('refused');
        await put(`/at/${Time}`, data.nick.slice(0, 4));
      },
    ],
    [
      'numbers that are added up',
      async ({ Time }) => {
        let sum = 0;
        for (const { price, count } of (await ask('/cart')).lines) sum += price.toFixed(2) * count;
        await put(`/at/${Time}`, { sum });
      },
    ],
    [
      'a search by POST',
      async ({ Time }) => {
        const { hits } = await ask('/orders/_search', { method: 'POST', body: '{"query":{}}' });
        await put(`/at/${Time}`, hits.hits.length);
      },
    ],
    [
      'what it has written before',
      async ({ Time }) => {
        await put('/state', { Time });
        const { Time: read } = await ask('/state');
        if (read.slice(0, 4) !== Time.slice(0, 4)) throw new Error('lost');
      },
    ],
    [
      'what it has deleted before',
      async ({ Time }) => {
        await put(`/at/${Time}`, { Time });
        await fetch(`${api}/at/${Time}`, { method: 'DELETE' });
        const { status } = await fetch(`${api}/at/${Time}`);
        if (status !== 404) throw new RangeError('still there');
      },
    ],
  ];

  test.each(readers)('%s', async (_what, handler) => {
    const report = await fuzzed(handler);
    expect(report.warnings).toEqual([]);
    expect(told(report)).toEqual([]);
    expect(report.verdict).toBe('nothing-found');
  });
});

test('a crash of the handler’s own is told, also after an answer that was made up', async () => {
  const report = await fuzzed(async ({ Message }) => {
    const { items } = await ask('/items');
    await put(`/found/${items[0].id}`, JSON.parse(Message).prefix);
  });
  expect(told(report)).toContain('crash');
});

const thirdLine: Handler = async ({ Time }) => {
  const text = await (await fetch(`${api}/table.csv`)).text();
  await put(`/at/${Time}`, text.split('\n')[2]?.split(',')[1]?.trim().length ?? JSON.parse(text.slice(1)));
};

test('a crash that hangs on an answer of no known shape is a note, with the line to add', async () => {
  const report = await fuzzed(thirdLine, { runs: casesToTry(3, 8) });
  expect(told(report)).toEqual([]);
  expect(report.warnings.join('\n')).toMatch(
    /^crash \(“The handler ends with SyntaxError.*”\) hangs on the answer to GET https:\/\/api\.example\.com\/table\.csv, which was made up and is not judged\..*--answers file\.json with \{ "GET https:\/\/api\.example\.com\/table\.csv": … \}/m,
  );
});

describe('answers that are given', () => {
  test('are taken, by method and address', async () => {
    const seen = new Set<string>();
    const report = await fuzzed(
      async ({ Time }) => {
        seen.add(await (await fetch(`${api}/table.csv?day=1`)).text());
        const created = await fetch(`${api}/orders`, {
          method: 'POST',
          headers: { 'idempotency-key': Time },
        });
        seen.add(`${created.status} ${created.headers.get('etag')} ${await created.text()}`);
        seen.add(JSON.stringify(await ask('/users/7')));
        seen.add(JSON.stringify(await ask('/body')));
        await thirdLine({ Time } as TimerEvent);
      },
      {
        runs: casesToTry(1, 2),
        oracles: isNightly ? {} : onlyOracles('crash', 'swallowed-failure', 'warm-cold'),
        answers: {
          [`GET ${api}/table.csv`]: 'a,b\nc,d\ne,f',
          [`POST ${api}/orders`]: { status: 201, headers: { etag: '"1"' }, body: { id: 7 } },
          [`* ${api}/users/*`]: { name: 'Li' },
          [`GET ${api}/body`]: { body: 'of the answer itself' },
        },
      },
    );
    expect([...seen].sort()).toEqual([
      '201 "1" {"id":7}',
      'a,b\nc,d\ne,f',
      '{"body":"of the answer itself"}',
      '{"name":"Li"}',
    ]);
    expect([told(report), report.warnings]).toEqual([[], []]);
  });

  test('and judged: a crash on one is a failure', async () => {
    const report = await fuzzed(thirdLine, { answers: { [`GET ${api}/table.csv`]: 'one line' } });
    expect(told(report)).toContain('crash');
  });

  test.each([
    [[], 'they are no object'],
    [{ '/users': {} }, '"/users" is no METHOD and address'],
    [{ 'GET https://a.example/': { status: 99 } }, 'the status 99, which is no whole number from 200 to 599'],
    [{ 'GET https://a.example/': { headers: { a: 1 } } }, 'headers that are no texts'],
  ])('%j are refused', async (answers, reason) => {
    await expect(fuzzed(thirdLine, { answers: answers as never })).rejects.toThrow(
      expect.objectContaining({ code: 'INVALID_ANSWERS', message: expect.stringContaining(reason) }),
    );
  });
});
