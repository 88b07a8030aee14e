import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { findFailures } from '../../src/fuzz/index.js';
import { abridged, abridgedBytes, withoutDigests } from '../../src/fuzz/play/effects/abridged.js';
import { OwnDatabases } from '../../src/fuzz/play/effects/databases/ownDatabases.js';
import { recordHttp } from '../../src/fuzz/play/effects/httpEffects.js';
import { type Fault, type HttpAnswer, Recorder, recorded } from '../../src/fuzz/play/effects/recorder.js';
import { LoadMeter } from '../../src/fuzz/play/loadMeter.js';
import { TrafficMeter } from '../../src/fuzz/play/trafficMeter.js';
import { Pacing } from '../../src/fuzz/search/pacing.js';
import { apigw, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { onlyOracles } from './onlyOracles.js';

type Batch = { readonly Records: readonly { readonly Ckafka: { readonly msgBody: string } }[] };

describe('what is large is kept by its beginning and its digest', () => {
  const digest = expect.stringMatching(/^a{1000}… \(200001 (characters|bytes), sha256 [\da-f]{64}\)$/);

  test('texts of more than 200,000 characters, and data of as many bytes', () => {
    expect(abridged('a'.repeat(200_000))).toBe('a'.repeat(200_000));
    expect(abridged('a'.repeat(200_001))).toEqual(digest);
    expect(abridgedBytes(Buffer.from('a'.repeat(200_001)))).toEqual(digest);
    expect(abridged(`${'a'.repeat(200_001)}b`)).not.toBe(abridged(`${'a'.repeat(200_001)}c`));
  });

  test('no character is cut in the middle', () => {
    const text = `${'a'.repeat(999)}😀${'a'.repeat(200_000)}`;
    expect(abridged(text)).toMatch(/^a{999}… /);
    expect(abridgedBytes(Buffer.from(text))).toMatch(/^a{999}… /);
  });

  test('digests are left out where what was passed on differs', () => {
    expect(withoutDigests(`PUT ${abridged('a'.repeat(200_001))}`)).toBe(`PUT ${'a'.repeat(1000)}… (…)`);
    expect(withoutDigests('(5 bytes, sha256 12)')).toBe('(5 bytes, sha256 12)');
  });

  test('what is written to a file as bytes, too', async () => {
    const traffic = new TrafficMeter();
    const recorder = recorderWith({ traffic });
    recorder.note('fs.writeFile', ['/tmp/a', Buffer.alloc(3_000_000, 97)], { kind: 'append' }, 'done');
    expect(JSON.stringify(recorder.calls[0]?.args)).toMatch(/^\["\/tmp\/a",\{"bytes":"a{1000}… \(3000000 /);
    expect(traffic.meanMegabytes).toBe(3);
  });
});

describe('a handler that passes its event on with more than is kept', () => {
  const rest = 'x'.repeat(casesToTry(300_000, 2_000_000));
  const toldOf = async (bodyOf: (event: Batch) => string, oracle: string) => {
    const handler = async (event: Batch) => {
      await fetch('https://store.example.com/all.txt', { method: 'PUT', body: bodyOf(event) });
    };
    const options = { trigger: ckafka, runs: 2, learn: false, oracles: onlyOracles(oracle) };
    const { failures } = await findFailures(() => handler, options as never);
    return failures.map((failure) => failure.oracle);
  };

  test('may pass on fields that the vendor adds, which a handler may not count', async () => {
    expect(await toldOf((event) => rest + JSON.stringify(event), 'unknown-field')).toEqual([]);
    const count = (event: Batch) => `${Object.keys(event.Records[0]?.Ckafka ?? {}).length} fields`;
    expect(await toldOf(count, 'unknown-field')).toEqual(['unknown-field']);
  });

  test('is told when it stores batches under one name, and not when each has its own', async () => {
    const texts = (event: Batch) => event.Records.map(({ Ckafka }) => Ckafka.msgBody).join('\n');
    expect(await toldOf((event) => texts(event) + rest, 'split-batch')).toEqual(['split-batch']);
    expect(await toldOf(() => rest, 'split-batch')).toEqual([]);
  });
});

describe('cases are fewer', () => {
  const subjectWith = (megabytes: number) => {
    const traffic = new TrafficMeter();
    for (const _ of Array(3)) {
      traffic.add(megabytes * 1e6);
      traffic.endInvocation();
    }
    return { loads: new LoadMeter(), traffic };
  };

  test.each([
    [0, 1, 1],
    [0.5, 1, 1],
    [2, 5, 1],
    [9, 25, 5],
    [90, 100, 5],
  ])('for %s MB of an event: one of %s runs is thorough, and one of %s cases is tried', (mb, runs, cases) => {
    const pacing = new Pacing(subjectWith(mb));
    expect([pacing.runsPerThorough, pacing.casesPerTried]).toEqual([runs, cases]);
  });

  test('and the report says so', () => {
    expect(new Pacing(subjectWith(0.5)).warnings()).toEqual([]);
    expect(new Pacing(subjectWith(9)).warnings()).toEqual([
      'The handler sends, writes and answers 9.0 MB for each event, so that only one of 25 runs had a case that was delivered in every way, and one of 5 cases was tried. Take more --runs.',
    ]);
  });

  test('for a handler that answers megabytes', async () => {
    const played = async (body: string) => {
      let times = 0;
      const handler = async (event: { readonly path: string }) => {
        times++;
        return { isBase64Encoded: false, statusCode: 200, headers: {}, body: event.path + body };
      };
      await findFailures(() => handler, {
        trigger: apigw,
        runs: 6,
        oracles: onlyOracles('warm-cold'),
      } as never);
      return times;
    };
    expect(await played('x'.repeat(casesToTry(2_000_000, 5_000_000)))).toBeLessThan((await played('x')) / 2);
  });
});

test('a request that fails is not kept with its body', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const end = recordHttp();
  const requests: WeakRef<Request>[] = [];
  const answer: HttpAnswer = (request) => {
    requests.push(new WeakRef(request));
    return Response.json({});
  };
  const asked = async () => {
    const recorder = recorderWith({ http: answer, fault: { call: 1, kind: 'lost-answer' } });
    const sent = recorded(recorder, () => fetch('https://store.example.com/', { method: 'PUT', body: 'a' }));
    await sent.catch(() => undefined);
  };
  for (const _ of Array(5)) await asked();
  for (const _ of Array(5)) {
    await new Promise((done) => setTimeout(done, 5));
    collect();
  }
  end();
  expect(requests).toHaveLength(5);
  expect(requests.filter((request) => request.deref() !== undefined).length).toBeLessThan(3);
});

function recorderWith(
  given: { readonly traffic?: TrafficMeter; readonly http?: HttpAnswer; readonly fault?: Fault } = {},
): Recorder {
  return new Recorder(0, given.fault, {
    delayOf: () => 1,
    effectKindOf: undefined,
    calls: [],
    locale: undefined,
    directory: undefined,
    temp: undefined,
    http: given.http,
    allowed: { net: [], run: [] },
    ...(given.traffic === undefined ? {} : { traffic: given.traffic }),
    databases: new OwnDatabases({ keyless: new Set(), isOfEvents: () => false }),
    enterRunning: () => undefined,
  });
}
