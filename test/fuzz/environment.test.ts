import { expect, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { neededNamesIn } from '../../src/fuzz/play/environmentNames.js';
import type { ScfHandler } from '../../src/runtime/index.js';
import { timer } from '../../src/triggers/index.js';

interface Told {
  readonly env?: Readonly<Record<string, string>>;
}

async function told(make: () => ScfHandler<never>, { env }: Told = {}) {
  const report = await fuzzReport(make as () => ScfHandler<unknown>, {
    trigger: timer,
    runs: 2,
    store: false,
    learn: false,
    timeZones: [],
    ...(env === undefined ? {} : { env }),
  });
  const { verdict, failures, weakness, warnings } = report;
  return { verdict, oracles: failures.map(({ oracle }) => oracle), weakness, warnings };
}

const put = (url: string, body = 'x') => fetch(url, { method: 'PUT', body });

test('a name made of a variable that nobody has set is asked for, and is no finding', async () => {
  const make = () => async (event: { Time: string }) => {
    await put(`https://api.example.com/${event.Time}`, `${process.env.ENV_TEST_BUCKET}-daily`);
    return 'ok';
  };
  const { verdict, oracles, weakness } = await told(make);
  expect({ verdict, oracles }).toEqual({ verdict: 'proves-little', oracles: [] });
  expect(weakness.join()).toMatch(/reads ENV_TEST_BUCKET, which is not set.*--env ENV_TEST_BUCKET=…/);
  expect(await told(make, { env: { ENV_TEST_BUCKET: 'reports-1250000000' } })).toMatchObject({
    verdict: 'nothing-found',
    weakness: [],
  });
});

test.each<[string, () => ScfHandler<never>]>([
  ['JSON', () => async () => JSON.parse(process.env.ENV_TEST_CONFIG as string).region ?? 'none'],
  ['a list', () => async () => (process.env.ENV_TEST_NAMES as string).split(',')],
  ['an address', () => async () => new URL(process.env.ENV_TEST_API as string).host],
])('a crash on %s that a variable was to hold is not judged', async (_what, make) => {
  const { verdict, oracles, weakness } = await told(make);
  expect({ verdict, oracles }).toEqual({ verdict: 'proves-little', oracles: [] });
  expect(weakness[0]).toContain('is not set; crash (“');
});

test('what is lost of the event is told, whatever else is not set', async () => {
  const make = () => async (event: { missing?: string }) => {
    const stage = process.env.ENV_TEST_STAGE as string;
    await put(`https://api.example.com/${event.missing}?stage=${encodeURIComponent(`${stage}`)}`);
    return 'ok';
  };
  expect(await told(make)).toMatchObject({ verdict: 'broken', oracles: ['lost-value'] });
});

test('names are those of the code without a value of its own', () => {
  const code = `
    const { TABLE, STAGE = 'dev', REGION: region } = process.env;
    const bucket = process.env.BUCKET; const limit = Number(process.env['LIMIT']) || 3;
    const host = process.env.HOST ?? 'localhost'; const user = process.env?.USER_NAME;
    os.environ["QUEUE"]; os.environ.get("TOPIC"); os.environ.get("GROUP", "main"); os.getenv('KEY') or 'k'
  `;
  expect(neededNamesIn(code)).toEqual(['BUCKET', 'USER_NAME', 'QUEUE', 'TOPIC', 'TABLE', 'REGION']);
});
