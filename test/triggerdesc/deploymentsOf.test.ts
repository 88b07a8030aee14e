import { expect, test } from 'vitest';
import { deployed, triggerNamed } from '../../src/index.js';
import { deploymentsOf, readTriggers, sampleTrigger, triggerTypes } from '../../src/triggerdesc/index.js';

const apigw = (desc: object) => ({
  config: { Type: 'apigw', TriggerName: 'web', TriggerDesc: JSON.stringify(desc) },
});

test.each([
  [{}, { integrated: false, base64: false, stage: 'release' }],
  [
    { api: { isIntegratedResponse: 'TRUE', IsBase64Encoded: 'TRUE' }, release: { environmentName: 'test' } },
    { integrated: true, base64: true, stage: 'test' },
  ],
])('an API with %j is deployed with %j', (desc, deployment) => {
  expect(deploymentsOf(apigw(desc))).toEqual([{ kind: 'apigw', deployment }]);
});

test('the CORS of a function URL is that of its CorsConfig, where it is on', () => {
  const url = (CorsConfig: object | undefined) => {
    const NetConfig = { EnableIntranet: false, EnableExtranet: true };
    const TriggerDesc = JSON.stringify({ AuthType: 'NONE', NetConfig, CorsConfig });
    return deploymentsOf({ config: { Type: 'http', TriggerName: 'url-trigger', TriggerDesc } });
  };
  const kind = 'function-url';
  expect(url(undefined)).toEqual([{ kind, deployment: {} }]);
  expect(url({ Enable: false, Origins: ['*'] })).toEqual([{ kind, deployment: {} }]);
  expect(
    url({ Enable: true, Origins: ['https://shop.test'], Methods: ['GET'], Credentials: false, MaxAge: 60 }),
  ).toEqual([
    {
      kind,
      deployment: {
        cors: { origins: ['https://shop.test'], methods: ['GET'], credentials: false, maxAge: 60 },
      },
    },
  ]);
});

test('each endpoint of a serverless.yml has a path and a mode of its own', async () => {
  const { triggers } = await readTriggers(`events:
  - apigw:
      parameters:
        environment: prepub
        endpoints:
          - { path: /demo, method: GET, function: { isIntegratedResponse: true }, isBase64Encoded: true }
          - { path: /, method: ANY }
`);
  expect(triggers.flatMap(deploymentsOf)).toEqual([
    {
      kind: 'apigw',
      deployment: { integrated: true, base64: true, stage: 'prepub', pathPrefix: '/demo' },
    },
    { kind: 'apigw', deployment: { integrated: false, base64: false, stage: 'prepub' } },
  ]);
});

test('every trigger that can be drawn has a deployment that its events can follow', () => {
  for (const type of triggerTypes) {
    for (let index = 0; index < 10; index++) {
      const config = sampleTrigger(type, { index });
      for (const { kind, deployment } of deploymentsOf({ config }))
        expect(() => deployed(triggerNamed(kind), deployment)).not.toThrow();
    }
  }
});

test('what cannot be read says nothing', () => {
  expect(deploymentsOf({ config: { Type: 'apigw', TriggerName: 'web', TriggerDesc: '{' } })).toEqual([]);
  expect(deploymentsOf({ config: { Type: 'kafka', TriggerName: 'x' } })).toEqual([]);
  expect(
    deploymentsOf({ config: { Type: 'timer', TriggerName: 'x', TriggerDesc: '0 0 9 * * * *' } }),
  ).toEqual([]);
});
