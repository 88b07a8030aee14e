import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { edgeCases, samples, triggers } from '../../src/index.js';
import { builtEntry } from '../built.js';

/** What a browser has, of all that Node has beside the language. */
const browserGlobals = {
  TextEncoder,
  TextDecoder,
  atob,
  btoa,
  URL,
  URLSearchParams,
  Response,
  Headers,
  structuredClone,
  console,
};

/** The entries as one script for a browser, which refuses whatever Node alone has. */
async function bundled(text: string): Promise<string> {
  const bundle = await rolldown({
    input: 'entry',
    platform: 'browser',
    plugins: [
      {
        name: 'for-a-browser',
        resolveId: (id, importer) => {
          if (id === 'entry') return id;
          if (/^(node:|module$|fs$|path$|url$)/.test(id)) throw new Error(`${importer} imports ${id}`);
          const [, entry] = /^scf-fixtures(?:\/(\w+))?$/.exec(id) ?? [];
          return id.startsWith('scf-fixtures') ? builtEntry(entry ?? 'index') : null;
        },
        load: (id) => (id === 'entry' ? text : null),
      },
    ],
    onLog: () => {},
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'found', codeSplitting: false });
  return output[0].code;
}

const digestOf = (events: unknown) => createHash('sha256').update(JSON.stringify(events)).digest('hex');

test('draws the same events in a browser as in Node, and checks them there', async () => {
  const code = await bundled(`
    import { check, edgeCases, samples, triggers } from 'scf-fixtures';
    export const drawn = () => JSON.stringify(triggers.map((trigger) => {
      const events = [...samples(trigger, { seed: 7, count: 2 }), ...edgeCases(trigger, { seed: 7 }).slice(0, 5)];
      return { name: trigger.name, events, issues: check(trigger, events[0]) };
    }));`);
  const context = createContext({ ...browserGlobals });
  const drawn: unknown = JSON.parse(runInContext(`${code}; found.drawn()`, context));
  const here = triggers.map((trigger) => ({
    name: trigger.name,
    events: [...samples(trigger, { seed: 7, count: 2 }), ...edgeCases(trigger, { seed: 7 }).slice(0, 5)],
    issues: [],
  }));
  expect(digestOf(drawn)).toBe(digestOf(here));
});

test('matchers, responses and payloads work in a browser', async () => {
  const code = await bundled(`
    import { kindOf, triggerNamed, sample, timer } from 'scf-fixtures';
    import { matchers, eventMatchers } from 'scf-fixtures/matchers';
    import { checkResponse } from 'scf-fixtures/responses';
    import { payloadOf } from 'scf-fixtures/payload';
    const response = { isBase64Encoded: true, statusCode: 200, headers: {}, body: 'aGk=' };
    export const verdicts = () => JSON.stringify({
      valid: matchers.toBeValidApigwResponse(response).pass,
      bytes: matchers.toHaveBodyBytes(response, Uint8Array.of(104, 105)).pass,
      event: eventMatchers({ kindOf, triggerNamed }).toBeEventOf(sample(timer), 'timer').pass,
      contract: matchers.toMatchContract({ id: 'x' }, { properties: { id: { type: 'integer' } } }).pass,
      issues: checkResponse('apigw-response', { statusCode: '200' }).length > 0,
      payload: payloadOf({ type: 'object', required: ['id'], properties: { id: { const: 3 } } })(
        { below: () => 1 },
      ).id,
    });`);
  const context = createContext({ ...browserGlobals });
  expect(JSON.parse(runInContext(`${code}; found.verdicts()`, context))).toEqual({
    valid: true,
    bytes: true,
    event: true,
    contract: false,
    issues: true,
    payload: 3,
  });
});
