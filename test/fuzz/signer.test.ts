import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FuzzResult } from '../../src/fuzz/index.js';
import { planOf } from '../../src/fuzz/planOf.js';
import { inOrder } from '../../src/fuzz/play/steps.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { learnedOf } from '../../src/fuzz/search/learnedOf.js';
import { trialOf } from '../../src/fuzz/search/trial.js';
import { type ApigwEvent, apigw, sample } from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

const secret = 'fake-secret-of-a-test';
const reply = (statusCode: number, body = '') => ({ isBase64Encoded: false, statusCode, headers: {}, body });

type Handler = (event: ApigwEvent) => unknown;

/** What a handler does behind its check: it takes for granted what a body holds, or does not. */
const careless = (body: string) => reply(200, JSON.parse(body).ref.slice(1));
const careful = (body: string) => {
  try {
    return reply(200, String(JSON.parse(body)?.ref).slice(1));
  } catch {
    return reply(400);
  }
};

type Behind = (body: string) => unknown;

const headerOf = ({ headers }: ApigwEvent, name: string): string =>
  String(Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? '');

const bodyOf = ({ body = '', isBase64Encoded }: ApigwEvent): string =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString();

/** As GitHub signs what it sends: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
const webhook =
  (behind: Behind): Handler =>
  (event) => {
    const body = bodyOf(event);
    const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(headerOf(event, 'x-hub-signature-256'));
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return reply(401);
    return behind(body);
  };

/** A JSON Web Token with HS256: https://www.rfc-editor.org/rfc/rfc7519 */
const token =
  (behind: Behind): Handler =>
  (event) => {
    const [scheme, jwt = ''] = headerOf(event, 'authorization').split(' ');
    const [head, claims, signature] = jwt.split('.');
    const own = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
    if (scheme !== 'Bearer' || own !== signature) return reply(401);
    const { sub, exp } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
    if (typeof sub !== 'string' || exp * 1000 < Date.now()) return reply(403);
    return behind(bodyOf(event));
  };

/** As an official account of WeChat is asked: the digest of a token and two parameters, in their order. */
const sorted =
  (behind: Behind): Handler =>
  (event) => {
    const { signature, timestamp, nonce } = event.queryString;
    const text = [secret, String(timestamp), String(nonce)].sort().join('');
    if (createHash('sha1').update(text).digest('hex') !== signature) return reply(403);
    return behind(bodyOf(event));
  };

/** A signature beside what it is of. */
const inBody =
  (behind: Behind): Handler =>
  (event) => {
    let fields: Record<string, unknown>;
    try {
      fields = Object(JSON.parse(bodyOf(event)));
    } catch {
      return reply(400);
    }
    const { sign, ...rest } = fields;
    const text = `${Object.keys(rest).sort().join('&')}&key=${secret}`;
    if (createHash('md5').update(text).digest('hex').toUpperCase() !== sign) return reply(401);
    return behind(bodyOf(event));
  };

/** A key that the environment holds. */
const key =
  (behind: Behind): Handler =>
  (event) =>
    headerOf(event, 'x-api-key') === process.env.PARTNER_API_KEY ? behind(bodyOf(event)) : reply(401);

const checks = { webhook, token, sorted, inBody, key };

function fuzzed(handler: Handler, source: string): Promise<FuzzResult<ApigwEvent>> {
  return findUnshrunk(() => async (event: ApigwEvent) => handler(event), {
    trigger: apigw,
    runs: 6,
    learn: true,
    timeZones: [],
    source: `${source}\n${careless}`,
    oracles: onlyOracles('crash'),
  });
}

describe.each(Object.entries(checks))('what a caller shows who knows the secret: %s', (_name, check) => {
  test('what stands behind the check is tried, and the failing event is signed', async () => {
    const handler = check(careless);
    const { failures, warnings } = await fuzzed(handler, String(handler));
    expect(failures.map(({ what }) => what)).toContainEqual(expect.stringContaining('TypeError'));
    expect(warnings.join()).toMatch(/three of four events (?:were|had it)/);
    const [failure] = failures;
    const { outcome } = failure?.execution.invocations[0] ?? expect.unreachable('nothing was played');
    expect(outcome.statusCode).toBe(430);
  });

  test('a handler that reads with care is silent', async () => {
    const handler = check(careful);
    const { failures, verdict } = await fuzzed(handler, String(handler));
    expect(failures).toEqual([]);
    expect(verdict).toBe('nothing-found');
  });
});

test('a caller who shows nothing is tried as well', async () => {
  const handler: Handler = (event) => {
    const given = event.headers['x-api-key'] as string;
    if (given.trim() !== process.env.PARTNER_API_KEY) return reply(401);
    return reply(200);
  };
  const { failures, warnings } = await fuzzed(handler, String(handler));
  expect(warnings.join()).toContain('three of four events had it');
  expect(failures.map(({ what }) => what)).toContainEqual(expect.stringContaining('TypeError'));
});

test('who compares an event with one that differs in a text signs that as well', async () => {
  const handler = webhook(() => reply(202));
  const watchdog = createWatchdog();
  onTestFinished(() => watchdog.close());
  const factory = () => async (event: ApigwEvent) => handler(event);
  const plan = planOf(factory, { trigger: apigw, source: String(handler) }, watchdog);
  const { signer } = await learnedOf(plan, () => false);
  const drawn = { ...sample(apigw, { seed: 1 }), body: '{"ref":"a"}', isBase64Encoded: false };
  const signing = signer ?? expect.unreachable('nothing is signed');
  const { value } = await signing.signed({ value: { event: drawn }, shrinks: () => [] });
  const statusOf = async (setting: typeof plan.setting, body: string) => {
    const trial = trialOf(setting, value);
    const { invocations } = await trial.play(inOrder([{ ...value.event, body }]));
    const outcome = invocations[0]?.outcome;
    return outcome?.ok === true ? (outcome.result as { statusCode: number }).statusCode : undefined;
  };
  expect(await statusOf(plan.setting, '{"ref":"a"}')).toBe(202);
  expect(await statusOf(plan.setting, '{"ref":"b"}')).toBe(401);
  expect(await statusOf({ ...plan.setting, signer }, '{"ref":"b"}')).toBe(202);
});

test('a digest that nobody has to show is no signature', async () => {
  const tagged: Handler = (event) => {
    const etag = createHash('sha1').update(event.path).digest('hex');
    return reply(headerOf(event, 'if-none-match') === etag ? 304 : 200);
  };
  const { warnings } = await fuzzed(tagged, String(tagged));
  expect(warnings.join()).not.toContain('three of four');
});

test('a secret that a caller sends is not told of as if it had leaked', async () => {
  const echoing: Handler = (event) => {
    if (headerOf(event, 'x-api-key') !== process.env.PARTNER_API_KEY) return reply(401);
    return reply(200, JSON.stringify(event.headers));
  };
  const { failures } = await findUnshrunk(() => async (event: ApigwEvent) => echoing(event), {
    trigger: apigw,
    runs: 6,
    learn: true,
    source: String(echoing),
    timeZones: [],
    oracles: onlyOracles('secret-leak'),
  });
  expect(failures).toEqual([]);
});

test('who hashes what it is sent and refuses it is not asked for ever', async () => {
  let asked = 0;
  const login: Handler = (event) => {
    asked++;
    const digests = [1, 2, 3, 4, 5, 6].map((salt) => createHmac('sha256', `${salt}`).update(bodyOf(event)));
    const [first] = digests.map((digest) => digest.digest('hex'));
    const given = ['x-token', 'x-key', 'x-secret', 'x-auth', 'x-sign', 'x-hash'].map((name) =>
      headerOf(event, name),
    );
    return given.includes(`${first}!`) ? reply(200) : reply(401);
  };
  await findUnshrunk(() => async (event: ApigwEvent) => login(event), {
    trigger: apigw,
    runs: 1,
    learn: true,
    source: String(login),
    timeZones: [],
    oracles: onlyOracles(),
  });
  expect(asked).toBeGreaterThan(300);
  expect(asked).toBeLessThan(600);
});
