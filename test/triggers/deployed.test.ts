import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import {
  apigw,
  type Base64Headers,
  check,
  clb,
  type Deployment,
  deployed,
  describeIssue,
  edgeCases,
  functionUrl,
  kinds,
  plainRequest,
  SeededDraw,
  sample,
  samples,
  timer,
  triggerNamed,
  websocketConnect,
} from '../../src/index.js';

const errorsOf = (trigger: typeof apigw, event: unknown) =>
  check(trigger, event).filter(({ severity }) => severity === 'error');

test('a trigger of which nothing is told is the trigger itself', () => {
  expect(deployed(apigw, {})).toBe(apigw);
  expect(deployed(timer, {})).toBe(timer);
});

describe('API Gateway', () => {
  const facts: readonly Deployment[] = [
    { pathPrefix: '/demo' },
    { pathPrefix: '/article/{articleId}', stage: 'test' },
    { stage: 'prepub', integrated: true },
    { base64: true },
    { base64: false, integrated: false },
    { base64: { contentType: ['json'] } },
  ];

  test.each(facts)('with %j draws valid events that it takes for its own', (deployment) => {
    const demo = deployed(apigw, deployment);
    const all = [...samples(demo, { count: 100 }), ...edgeCases(demo).map(({ event }) => event)];
    for (const event of all) {
      expect(event).toBeEventOf('apigw');
      expect(errorsOf(demo, event)).toEqual([]);
    }
  });

  test('the path of the API stands in front of every path, and its placeholders are filled', () => {
    const demo = deployed(apigw, { pathPrefix: '/article/{articleId}' });
    for (const { path, pathParameters, requestContext } of samples(demo, { count: 50 })) {
      expect(path).toMatch(/^\/article\/[^/]+(\/|$)/);
      expect(requestContext.path).toBe('/article/{articleId}');
      expect(pathParameters).toEqual({ articleId: path.split('/')[2] });
    }
  });

  test('a path that is fixed is one below that of the API, once', () => {
    const demo = deployed(apigw, { pathPrefix: '/demo' });
    const pathOf = (path: string) => sample(demo, { overrides: { path } }).path;
    expect(['/', '/users', '/demo/users', '/demo', '/demolition', 'odd'].map(pathOf)).toEqual([
      '/demo',
      '/demo/users',
      '/demo/users',
      '/demo',
      '/demo/demolition',
      '/demo/odd',
    ]);
  });

  test('its edge cases have the path of the API with and without a slash', () => {
    const paths = edgeCases(deployed(apigw, { pathPrefix: '/demo' })).map(({ event }) => event.path);
    expect(paths).toEqual(expect.arrayContaining(['/demo', '/demo/']));
  });

  test('every body is Base64, or none, or those that headers say', () => {
    const flagsWith = (base64: boolean | Base64Headers) =>
      new Set(
        [...samples(deployed(apigw, { base64 }), { count: 200 })]
          .filter(({ body }) => body !== undefined)
          .map(
            ({ headers, isBase64Encoded }) =>
              `${headers['content-type']?.includes('json')} ${isBase64Encoded}`,
          ),
      );
    expect(flagsWith(true)).toEqual(new Set(['true true', 'false true']));
    expect(flagsWith(false)).toEqual(new Set(['true false', 'false false']));
    expect(flagsWith({ contentType: ['json'] })).toEqual(new Set(['true true', 'false false']));
  });

  test('its draws are those of the trigger, in other places', () => {
    const demo = deployed(apigw, { pathPrefix: '/demo', stage: 'test' });
    const [before, after] = [sample(apigw, { index: 7 }), sample(demo, { index: 7 })];
    expect(after.headers).toEqual(before.headers);
    expect(after.path).toBe(`/demo${before.path}`);
  });

  test('a check says where an event is not of this deployment', () => {
    const demo = deployed(apigw, { pathPrefix: '/demo', stage: 'test' });
    const event = { ...sample(demo), path: '/users' };
    expect(check(demo, event).map(describeIssue)).toContain(
      'path: expected "/demo/users" (a string), as this deployment sends it, received "/users" (a string)',
    );
    expect(check(apigw, event).map(({ rule }) => rule)).not.toContain('apigw/deployment');
  });

  test('what is told later is added', () => {
    const both = deployed(deployed(apigw, { stage: 'test' }), { pathPrefix: '/demo' });
    expect(both.deployed).toEqual({ stage: 'test', pathPrefix: '/demo' });
    expect(sample(both).requestContext).toMatchObject({ stage: 'test', path: '/demo' });
  });
});

test('the path of a balancer’s rule stands in X-Uri, where that is sent', () => {
  const shop = deployed(clb, { pathPrefix: '/shop' });
  const uris = [...samples(shop, { count: 50 })].map(({ headers }) => headers['X-Uri']);
  expect(uris).toContain(undefined);
  expect(uris.filter((uri) => uri !== undefined).every((uri) => uri.startsWith('/shop'))).toBe(true);
});

test('a WebSocket API has a path and a stage', () => {
  const chat = deployed(websocketConnect, { pathPrefix: '/chat', stage: 'test' });
  expect(sample(chat).requestContext).toMatchObject({ path: '/chat', stage: 'test' });
});

test('with CORS configured, no preflight request reaches the function', () => {
  const url = deployed(functionUrl, { cors: { origins: ['https://shop.test'] } });
  const request = {
    httpMethod: 'OPTIONS',
    headers: { origin: 'https://shop.test', 'access-control-request-method': 'PUT' },
  };
  const draw = new SeededDraw(1, 'x', { ...plainRequest, overrides: request }).restart(0);
  expect(functionUrl.sample(draw).headers).toHaveProperty('access-control-request-method');
  const { headers, httpMethod } = url.sample(draw.restart(0));
  expect([httpMethod, headers['access-control-request-method'], headers.origin]).toEqual([
    'OPTIONS',
    undefined,
    'https://shop.test',
  ]);
});

test.each<[string, object, string]>([
  [
    'timer',
    { pathPrefix: '/demo' },
    'Cannot deploy timer with pathPrefix (--path-prefix): it has none. Leave it out; apigw, websocket-connect and clb have one.',
  ],
  [
    'function-url',
    { integrated: true },
    'Cannot deploy function-url with integrated (--integrated, --passthrough): it has none. Leave it out; apigw has that choice.',
  ],
  [
    'apigw',
    { pathPrefix: 'demo' },
    'Cannot deploy apigw with pathPrefix (--path-prefix) "demo" (a string): it begins without a slash. Write /demo.',
  ],
  [
    'apigw',
    { pathPrefix: '/demo/' },
    'Cannot deploy apigw with pathPrefix (--path-prefix) "/demo/" (a string): it ends with a slash. Write it without.',
  ],
  [
    'apigw',
    { pathPrefix: '/' },
    'Cannot deploy apigw with pathPrefix (--path-prefix) "/" (a string): every path begins so. Leave it out.',
  ],
  [
    'apigw',
    { stage: 'prod' },
    'Cannot deploy apigw with stage (--stage) "prod" (a string): API Gateway has no such environment. Take release, test, prepub.',
  ],
  [
    'apigw',
    { base64: 'yes' },
    'Cannot deploy apigw with base64 (--base64, --no-base64) "yes" (a string): it is neither. Give true, false, or { contentType: [...], accept: [...] }.',
  ],
  ['apigw', { prefix: '/demo' }, 'Cannot deploy with "prefix": it is no fact of a deployment. There are'],
  ['apigw', { pathprefix: '/demo' }, 'Did you mean "pathPrefix"?'],
  [
    'function-url',
    { cors: { origins: ['shop.test'] } },
    'Cannot deploy function-url with cors (--cors): "shop.test" is no origin. Write https://shop.example.com, or * for any.',
  ],
])('%s with %j is a misuse', (kind, deployment, message) => {
  expect(() => deployed(triggerNamed(kind), deployment)).toThrow(
    expect.objectContaining({ code: 'INVALID_DEPLOYMENT', message: expect.stringContaining(message) }),
  );
});

test('who follows a fact draws by it and takes its own events for settled', () => {
  const examples: Required<Deployment> = {
    pathPrefix: '/demo',
    stage: 'test',
    integrated: false,
    base64: true,
    cors: { origins: ['*'] },
  };
  for (const kind of kinds) {
    const trigger = triggerNamed(kind);
    for (const name of trigger.deployment?.facts ?? []) {
      const told = deployed(trigger, { [name]: examples[name as keyof Deployment] });
      for (const event of samples(told, { count: 20 })) {
        expect(check(told, event).filter(({ rule }) => rule.endsWith('/deployment'))).toEqual([]);
      }
    }
  }
});
