const { apigw, ckafka, Misuse, sample } = require('scf-fixtures');
const { fakeGateway } = require('scf-fixtures/fakes');
const { fuzzReport } = require('scf-fixtures/fuzz');
const { createInstance } = require('scf-fixtures/runtime');
require('scf-fixtures/jest');

const names = ['core', 'payload', 'responses', 'runtime', 'matchers', 'fuzz', 'fakes', 'triggerdesc'];

test.each(names)('requires scf-fixtures/%s', (name) => {
  expect(Object.keys(require(`scf-fixtures/${name}`)).length).toBeGreaterThan(0);
});

test('a handler in a file answers, and has a cold start', async () => {
  const first = createInstance('src/answers.cjs#main_handler');
  const { result } = await first.invoke(sample(apigw, { seed: 1 }));
  expect(result).toBeValidApigwResponse();
  expect({ result }).toEqual({ result: expect.toHaveStatus(200) });
  const body = { ...sample(ckafka).Records[0].Ckafka, msgBody: '{}' };
  for (const instance of [1, 2].map(() => createInstance('src/parses.cjs#main_handler')))
    expect((await instance.invoke({ Records: [{ Ckafka: body }] })).result).toBe('1: 1');
});

test('a matcher fails with what is wrong', () => {
  expect(() => expect({ statusCode: '200' }).toBeValidApigwResponse()).toThrow(
    /statusCode: expected an integer/,
  );
  expect(() => sample(apigw, { index: -1 })).toThrow(Misuse);
});

test('the gateway of WebSockets takes pushes, also where msw is no CommonJS', async () => {
  const gateway = fakeGateway({ connections: ['abc=='] });
  const listening = gateway.listen();
  const websocket = { action: 'data send', secConnectionID: 'abc==', dataType: 'text', data: 'hi' };
  await fetch(gateway.pushUrl, { method: 'POST', body: JSON.stringify({ websocket }) });
  await listening.close();
  await expect(gateway).toHavePushed('abc==', 'hi');
});

const options = { runs: 1, learn: false, maxFailures: 1, store: false };

test('finds what a handler keeps in memory', async () => {
  const { failures } = await fuzzReport('src/parses.cjs#main_handler', { ...options, trigger: ckafka });
  expect(failures.map(({ oracle }) => oracle)).toEqual(['warm-cold']);
}, 60_000);

test('finds nothing in a handler that is right', async () => {
  const { failures } = await fuzzReport('src/answers.cjs#main_handler', { ...options, trigger: apigw });
  expect(failures).toEqual([]);
}, 60_000);
