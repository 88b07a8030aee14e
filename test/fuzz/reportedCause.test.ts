import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFailuresWith } from '../../src/fuzz/findFailures.js';
import { causeOf, fuzzReport } from '../../src/fuzz/index.js';
import { differently } from '../../src/fuzz/oracles/tools/differently.js';
import type { Execution } from '../../src/fuzz/play/execution.js';
import { inOrder } from '../../src/fuzz/play/steps.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { type ApigwEvent, apigw, type TimerEvent, timer } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Timer = (event: TimerEvent) => Promise<unknown>;

const found = async (
  handler: Timer,
  runs = casesToTry(3, 20),
  oracles: Readonly<Record<string, boolean>> = {},
) => {
  const report = await findUnshrunk(() => handler, {
    trigger: timer,
    runs,
    timeoutMs: 500,
    edges: true,
    oracles,
  });
  return report.failures.map(({ oracle, what, detail, count }) => ({ oracle, what, detail, count }));
};

function answering(result: unknown): Execution<unknown> {
  const outcome = { ok: true, result, json: JSON.stringify(result) };
  return {
    delivery: inOrder(['e']),
    invocations: [{ outcome, attempt: { step: 0 } }],
    calls: [],
  } as unknown as Execution<unknown>;
}

describe('an answer that differs is shown as it was given', () => {
  const said = async (before: unknown, after: unknown, passedOn: readonly string[]) => {
    const found = await differently(answering(before), answering(after), {
      what: 'form',
      how: 'In another form',
      there: 'in this form',
      determinism: async () => ({ answer: true, left: true, times: true }),
      passedOn,
    });
    return found?.detail;
  };

  test('no letters of a shrunk value are cut out of other words', async () => {
    const plain = { isBase64Encoded: false, statusCode: 200, body: 'found' };
    expect(await said(plain, { ...plain, statusCode: 404 }, ['t', 'd', 'e'])).toBe(
      `In another form the handler answers otherwise:
  before: result {"isBase64Encoded":false,"statusCode":200,"body":"found"}
  in this form: result {"isBase64Encoded":false,"statusCode":404,"body":"found"}`,
    );
  });

  test('a value that the forms have instead of each other is hidden where it is all of a value', async () => {
    expect(await said({ t: 't', is: 'tea', n: 1 }, { t: 'u', is: 'tea', n: 2 }, ['t', 'u'])).toBe(
      `In another form the handler answers otherwise:
  before: result {"t":"…","is":"tea","n":1}
  in this form: result {"t":"…","is":"tea","n":2}`,
    );
  });

  test('of long answers the place is shown at which they differ', async () => {
    const long = 'x'.repeat(500);
    const detail = await said({ long, last: 'A1' }, { long, last: 'B2' }, []);
    expect(detail).toContain('"last":"A1"}');
    expect(detail).toContain('"last":"B2"}');
    expect(detail).toMatch(/before: …x+"/);
  });
});

describe('late work on files names the file and the line of the handler', () => {
  test.each<[string, Timer]>([
    [
      'a stream',
      async ({ Time }) => {
        const out = fs.createWriteStream('/tmp/late.log');
        out.end(Time);
      },
    ],
    ['a callback', async ({ Time }) => void fs.writeFile('/tmp/late.log', Time, () => {})],
    ['a promise', async ({ Time }) => void fs.promises.writeFile('/tmp/late.log', Time)],
  ])('that is not awaited: %s', async (_what, handler) => {
    const [failure] = await found(handler, casesToTry(1, 4));
    expect(failure?.oracle).toBe('late-work');
    expect(failure?.detail).toMatch(
      /^Work on the file \/tmp\/(?:scf-fixtures-run-\w+\/)?late\.log \(FSREQ\w+\) is still under way when the handler answers, started by .*reportedCause\.test\.ts:\d+:\d+/,
    );
  });

  test('what is awaited is no late work', async () => {
    const handler: Timer = ({ Time }) =>
      new Promise<void>((done) => {
        fs.createWriteStream('/tmp/late.log')
          .on('close', () => done())
          .end(Time);
      });
    expect(await found(handler, casesToTry(1, 4))).toEqual([]);
  });
});

describe('one defect has one place in the list', () => {
  const paths = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('requests that are not awaited are one, whatever their addresses', async () => {
    const failures = await found(async ({ Message }) => {
      void fetch(`https://api.example.com/${paths[Message.length % paths.length]}`, {
        method: 'POST',
        body: 'x',
      }).catch(() => {});
    });
    expect(failures.map(({ oracle, what }) => [oracle, causeOf(what)])).toEqual([
      ['late-work', 'call POST https://api.example.com'],
    ]);
    expect(failures[0]?.count).toBeGreaterThan(2);
  });

  test('those to different hosts are different ones', async () => {
    const failures = await found(async ({ Message }) => {
      const host = Message === '' ? 'a' : 'b';
      void fetch(`https://${host}.example.com/`, { method: 'POST' }).catch(() => {});
    });
    expect(failures.map(({ what }) => causeOf(what)).sort()).toEqual([
      'call POST https://a.example.com',
      'call POST https://b.example.com',
    ]);
  });

  test('a loss in many requests does not hide a crash that comes later', async () => {
    let calls = 0;
    const handler: Timer = async ({ Message }) => {
      const address = `https://api.example.com/${++calls}`;
      await fetch(address, { method: 'PUT', body: JSON.stringify({ total: Number(`x${Message}`) }) });
      if (Message.includes('😀')) JSON.parse('{');
    };
    const oracles = new Set(
      (await found(handler, casesToTry(12, 40), onlyOracles('crash', 'lost-value'))).map(
        ({ oracle }) => oracle,
      ),
    );
    expect([...oracles].sort()).toEqual(['crash', 'lost-value']);
  });

  test('the report says in how many cases', async () => {
    const { text } = await fuzzReport(
      () =>
        async ({ path }: ApigwEvent) => ({ path }),
      {
        trigger: apigw,
        runs: 5,
        store: false,
      },
    );
    expect(text).toMatch(/\n {2}Found in \d+ cases; this one is the smallest\.\nWhat happened:/);
  });
});

test('causeOf leaves out the paths of addresses and nothing else', () => {
  const names = [
    'call GET https://api.example.com/users/7?x=1',
    'left GET https://a.test/1, PUT http://b.test/2#x',
    'TypeError main (index.js:3:5)',
    'call redis://cache:6379/0 GET',
    'GET https://a-1250000000.cos.ap-guangzhou.myqcloud.com/x.zip fails',
    'answer',
  ];
  expect(names.map(causeOf)).toEqual([
    'call GET https://api.example.com',
    'left GET https://a.test, PUT http://b.test',
    'TypeError main (index.js:3:5)',
    'call redis://cache:6379 GET',
    'GET https://*.cos.myqcloud.com fails',
    'answer',
  ]);
});

describe('forEach with an async function', () => {
  const each = async () => {
    ['a', 'b'].forEach(async (name) => {
      const response = await fetch(`https://api.example.com/${name}`);
      const body = await response.text();
      await fetch('https://api.example.com/done', { method: 'PUT', body });
    });
  };

  test.each([undefined, () => new Response('ok')])(
    'is told for what it leaves behind, not for an error that nobody catches',
    async (http) => {
      const { failures, warnings } = await findUnshrunk(() => each, {
        trigger: timer,
        runs: casesToTry(2, 10),
        ...(http === undefined ? {} : { http }),
      });
      expect(failures.map(({ oracle }) => oracle)).toEqual(['late-work']);
      expect(failures[0]?.detail).toContain('is still under way when the handler answers');
      expect(warnings.join('\n')).not.toContain('unhandled-rejection');
    },
  );

  test('an error that nobody catches is told with the call that failed', async () => {
    const failures = await found(async () => {
      const sent = fetch('https://api.example.com/a', { method: 'POST' });
      sent.then(() => {});
      await Promise.allSettled([sent]);
    });
    const [failure] = failures.filter(({ oracle }) => oracle === 'unhandled-rejection');
    expect(failure?.detail).toMatch(
      /^POST https:\/\/api\.example\.com\/a fails, and (after the answer )?nobody catches TypeError/,
    );
  });
});

test.each<[string, Timer]>([
  ['an endless loop', async () => spin()],
  ['a regular expression that backtracks for ever', async () => /^(a+)+$/.test(`${'a'.repeat(40)}!`)],
])('%s is told with its place', async (_what, handler) => {
  const { failures } = await findFailuresWith(
    {
      watchdog: createWatchdog({ longestMs: casesToTry(150, 1000), mostMs: casesToTry(150, 1000) }),
      isShrinking: isNightly,
    },
    () => handler,
    { trigger: timer, runs: 1, learn: false, edges: false },
  );
  expect(failures.map(({ oracle }) => oracle)).toEqual(['process-killed']);
  expect(failures[0]?.detail).toMatch(
    /^The handler computes without a pause and had to be stopped\. It was at .*reportedCause\.test\.ts:\d+:\d+\)?\.$/,
  );
});

test('what computes for longer than most and comes to its end within its time is not taken for a loop', async () => {
  const slow = async (): Promise<void> => {
    const start = process.cpuUsage();
    while (process.cpuUsage(start).user < 150_000) for (let step = 0; step < 1e5; step++) Math.sqrt(step);
  };
  const watchdog = createWatchdog({ longestMs: 50 });
  const { failures } = await findFailuresWith({ watchdog, isShrinking: true }, () => slow, {
    trigger: timer,
    runs: 3,
    timeoutMs: 20_000,
    learn: false,
    edges: false,
    oracles: onlyOracles('process-killed'),
  });
  expect(failures).toEqual([]);
  expect(watchdog.allowedMs).toBe(20_000);
});

function spin(): void {
  for (;;) Math.sqrt(2);
}
