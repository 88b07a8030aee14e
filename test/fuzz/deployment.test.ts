import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FuzzOptions, fuzzReport, replayFailure, storedFailures } from '../../src/fuzz/index.js';
import { type ApigwEvent, apigw, type Deployment, deployed } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Handler = (event: ApigwEvent) => Promise<unknown>;

const page = (statusCode: number, body: string) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body,
});

/** What asks about a deployment; by night all others are asked as well. */
const ofDeployment = onlyOracles('crash', 'other-deployment', 'refused-response');

const found = async (
  handler: Handler,
  deployment: Deployment,
  options: Partial<FuzzOptions<ApigwEvent, Record<never, never>, undefined>> = {},
) => {
  const report = await findUnshrunk(() => handler, {
    trigger: apigw,
    deployment,
    runs: casesToTry(4, 40),
    oracles: isNightly ? {} : ofDeployment,
    ...options,
  });
  return report.failures.map(({ oracle, what, detail }) => ({ oracle, what, detail }));
};

/** Routes as a program on its own server does. */
const routes: Handler = async ({ path }) =>
  ({ '/': page(200, 'home'), '/users': page(200, 'all users') })[path] ?? page(404, 'no such page');

/** The same, which knows where it stands. */
const routesBelow: Handler = (event) => routes({ ...event, path: event.path.slice('/demo'.length) || '/' });

describe('an API at /demo', () => {
  test('breaks a handler that routes as if nothing stood in front of the path', async () => {
    expect(await found(routes, { pathPrefix: '/demo' }, { learn: true })).toEqual([
      {
        oracle: 'other-deployment',
        what: 'path-prefix',
        detail:
          'The handler answers 404 since the API is at /demo, which stands in front of the path; without that it answers 200.',
      },
    ]);
  });

  test.each<[string, Handler, Deployment]>([
    ['cuts the prefix off', routesBelow, { pathPrefix: '/demo' }],
    ['cuts off so many letters', routesBelow, { pathPrefix: '/demo', stage: 'test' }],
    ['has no such API in front of it', routes, {}],
    ['answers 404 to everything', async ({ path }) => page(404, path), { pathPrefix: '/demo' }],
    [
      'routes by the end of the path',
      async ({ path }) => page(path.endsWith('/users') ? 200 : 404, path),
      { pathPrefix: '/demo' },
    ],
  ])('is silent about a handler that %s', async (_what, handler, deployment) => {
    expect(await found(handler, deployment)).toEqual([]);
  });

  test('the words that a handler looks for stand behind the prefix', async () => {
    const seen = new Set<string>();
    const handler: Handler = async (event) => {
      seen.add(event.path);
      return routesBelow(event);
    };
    await found(
      handler,
      { pathPrefix: '/demo' },
      { runs: 40, learn: true, oracles: onlyOracles('crash'), source: String(routes) },
    );
    expect([...seen].filter((path) => !/^\/demo(\/|$)/.test(path))).toEqual([]);
    expect(seen).toContain('/demo/users');
  });
});

describe('passthrough', () => {
  test('breaks a handler whose status and headers nobody reads', async () => {
    const [failure] = await found(routes, { integrated: false });
    expect(failure).toMatchObject({ oracle: 'refused-response', what: 'apigw-passthrough/integrated' });
    expect(failure?.detail).toContain('which stays in the body of a 200; enable integration response');
  });

  test.each<[string, Handler, Deployment]>([
    ['answers with plain data', async ({ path }) => ({ path }), { integrated: false }],
    [
      'has an envelope of its own',
      async ({ path }) => ({ statusCode: 0, data: path }),
      { integrated: false },
    ],
    ['answers as API Gateway reads it', async ({ path }) => page(200, path), { integrated: true }],
  ])('is silent about a handler that %s', async (_what, handler, deployment) => {
    expect(await found(handler, deployment)).toEqual([]);
  });

  test('an integrated API breaks a handler that answers with plain data', async () => {
    expect(await found(async ({ path }) => ({ path }), { integrated: true })).toMatchObject([
      { oracle: 'refused-response', what: 'apigw-response/status-integer' },
    ]);
  });
});

describe('Base64', () => {
  const parsed = (text: string) => {
    try {
      return page(200, String(JSON.stringify(JSON.parse(text)).length));
    } catch {
      return page(400, 'no JSON');
    }
  };
  const takesText: Handler = async ({ body = 'null' }) => parsed(body);
  const takesBoth: Handler = async ({ body = 'null', isBase64Encoded }) =>
    parsed(isBase64Encoded === true ? Buffer.from(body, 'base64').toString() : body);

  test('breaks a handler that refuses Base64 and takes the same as text', async () => {
    expect(await found(takesText, { base64: true })).toMatchObject([
      { oracle: 'other-deployment', what: 'base64' },
    ]);
  });

  test.each([{ base64: true }, { base64: false }, {}])(
    'is silent about a handler that looks at the flag, with %j',
    async (deployment) => {
      expect(await found(takesBoth, deployment)).toEqual([]);
    },
  );

  test('is silent about a handler that takes text, where no body is Base64', async () => {
    expect(await found(takesText, { base64: false })).toEqual([]);
  });
});

test('the facts come back in the report, from the option or from the trigger', async () => {
  const facts = { pathPrefix: '/demo' };
  const option = await fuzzReport(() => routesBelow, {
    trigger: apigw,
    deployment: facts,
    runs: 1,
    store: false,
  });
  const trigger = await fuzzReport(() => routesBelow, {
    trigger: deployed(apigw, facts),
    runs: 1,
    store: false,
  });
  expect([option.deployment, trigger.deployment]).toEqual([facts, facts]);
  const plain = await fuzzReport(() => routes, { trigger: apigw, runs: 1, store: false });
  expect(plain).not.toHaveProperty('deployment');
});

describe('the store', () => {
  const folder = () => {
    const cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-deployed-'));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    return cwd;
  };

  test('a stored failure keeps its facts and is replayed with them', async () => {
    const cwd = folder();
    const deployment = { pathPrefix: '/demo' };
    await fuzzReport(() => routes, {
      trigger: apigw,
      deployment,
      runs: casesToTry(3, 10),
      oracles: ofDeployment,
      cwd,
      name: 'index.routes',
    });
    const [one] = storedFailures(join(cwd, '.scf-fixtures', 'failures'));
    expect(one?.stored).toMatchObject({ oracle: 'other-deployment', deployment });
    if (one === undefined) return;
    const stored = one.stored as Parameters<typeof replayFailure<ApigwEvent, Record<never, never>>>[1];
    const again = (handler: Handler) => replayFailure(() => handler, stored, { trigger: apigw });
    expect((await again(routes))?.what).toBe('path-prefix');
    expect(await again(routesBelow)).toBeUndefined();
  });

  test('what was found with other facts is kept, told and not tried', async () => {
    const cwd = folder();
    const run = (deployment: Deployment, handler: Handler) =>
      fuzzReport(() => handler, {
        trigger: apigw,
        deployment,
        runs: casesToTry(3, 10),
        oracles: ofDeployment,
        cwd,
        name: 'index.routes',
      });
    await run({ pathPrefix: '/demo' }, routes);
    const other = await run({ pathPrefix: '/shop' }, async ({ path }) => page(200, path));
    expect(other.dropped).toEqual([]);
    expect(other.warnings[0]).toMatch(
      /was not tried, since it was found with the deployment \{"pathPrefix":"\/demo"\}; it is kept\.$/,
    );
    const same = await run({ pathPrefix: '/demo' }, routesBelow);
    expect(same.dropped).toHaveLength(1);
    const [sub = ''] = readdirSync(join(cwd, '.scf-fixtures', 'failures'));
    expect(readdirSync(join(cwd, '.scf-fixtures', 'failures', sub))).toEqual([]);
  });
});

test('what a user fixes must be what the deployment sends', async () => {
  const run = (path: string) =>
    fuzzReport(() => routesBelow, {
      trigger: apigw,
      deployment: { pathPrefix: '/demo' },
      overrides: { path },
      runs: casesToTry(1, 4),
      store: false,
    });
  await expect(run('/users')).rejects.toMatchObject({
    code: 'OVERRIDES_OTHERWISE_DEPLOYED',
    message:
      'Cannot fix {"path":"/users"}: a deployment with {"pathPrefix":"/demo"} sends something else there. Fix what it sends, a path with its prefix in front, or leave out one of the two.',
  });
  expect((await run('/demo/users')).failures).toEqual([]);
});
