import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { curlText, pythonText, typescriptText } from '../../src/explorer/languages.js';
import { commandLine, testText } from '../../src/explorer/snippets.js';
import { type State, stateOf } from '../../src/explorer/state.js';
import { drawnSubject, ownSubject, prettyText, type Subject } from '../../src/explorer/subject.js';
import { kinds, timer, triggerNamed } from '../../src/index.js';
import { runCli, temporaryDirectory } from '../cli/runCli.js';
import { hasPython } from '../pythonHere.js';

const scratch = fileURLToPath(new URL('../../.scf-fixtures/snippets', import.meta.url));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const start = stateOf('', 'en');

const asked: readonly (readonly [string, Partial<State>])[] = [
  ...kinds.map((kind) => [kind, { kind, index: 3 }] as const),
  ...kinds.map((kind) => {
    const edge = triggerNamed(kind).edgeCases[1]?.name ?? '';
    return [`${kind} ${edge}`, { kind, edge, index: 3, seed: 'a b' }] as const;
  }),
  ['a hostile event', { kind: 'cos', hostile: 0.35, index: 12 }],
  ['a negative seed', { kind: 'timer', seed: '-5' }],
  ['a seed with quotes', { kind: 'timer', seed: `it's "so" \\n` }],
  ['an empty seed', { kind: 'timer', seed: '' }],
  ['an option', { kind: 'timer', options: { cron: '*/10 30 9 * * MON-FRI *', utcOffset: '-3' } }],
  ['an option that another kind has', { kind: 'timer', options: { records: '3' } }],
];

/** The words of a command line as a POSIX shell splits them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );
}

/** Runs a test as it is copied, with the handler that is given, and tells the name of the test. */
async function runTest(name: string, text: string, handler: (event: unknown) => unknown): Promise<void> {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, `${name.replaceAll(/\W/g, '_')}.ts`);
  const module = text
    .replace("import { main_handler } from './index.js';\n", '')
    .replace("import { expect, test } from 'vitest';", "import { expect } from 'vitest';")
    .replace(/^test\('.*', async \(\) => \{$/m, 'export const run = async (main_handler: any) => {')
    .replace(/^\}\);$/m, '};');
  writeFileSync(file, module);
  const { run } = (await import(file)) as { run: (handler: (event: unknown) => unknown) => Promise<void> };
  await run(handler);
}

describe.each(asked)('%s', (name, part) => {
  const state = { ...start, ...part };
  const subject = drawnSubject(triggerNamed(state.kind), state);

  test('the command line prints the event', async () => {
    const [npx, program, ...args] = wordsOf(commandLine(subject, state));
    expect([npx, program]).toEqual(['npx', 'scf-fixtures']);
    const { stdout, exitCode } = await runCli(args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(subject.text));
  });

  test.each([
    ['JavaScript', testText],
    ['TypeScript', typescriptText],
  ])('the test in %s gives the event to the handler', async (language, textOf) => {
    const seen: unknown[] = [];
    await runTest(`${name} ${language}`, textOf(subject, state), (event) => {
      seen.push(event);
      return 'done';
    });
    expect(seen).toEqual([subject.event]);
  });
});

describe("the user's own event", () => {
  const own = (event: unknown): Promise<Subject> =>
    ownSubject({ name: 'rec orded.json', events: [event] }, 0);

  test('is read from its file on the command line', async () => {
    const event = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: "it's" };
    const subject = await own(event);
    const line = commandLine(subject, start);
    expect(line).toBe("npx scf-fixtures explain 'rec orded.json'");
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'rec orded.json'), subject.text);
    const { stdout } = await runCli(wordsOf(line).slice(2), { cwd });
    expect(stdout).toContain('rec orded.json: timer.');
  });

  test('stands in the test, quotes and all', async () => {
    const event = {
      Type: 'Timer',
      TriggerName: 'daily',
      Time: '2026-01-01T00:00:00Z',
      Message: `'"\\\n\u2028`,
    };
    const seen: unknown[] = [];
    await runTest('own', testText(await own(event), start), (given) => {
      seen.push(given);
      return 'done';
    });
    expect(seen).toEqual([event]);
  });

  test('is read from its file in the test when it is long', async () => {
    const event = { Type: 'Timer', Message: 'x'.repeat(5000) };
    expect(testText(await own(event), start)).toMatchInlineSnapshot(`
      "import { readFileSync } from 'node:fs';
      import { createInstance } from 'scf-fixtures/runtime';
      import { expect, test } from 'vitest';
      import { main_handler } from './index.js';

      test('handles a recorded timer event', async () => {
        const event = JSON.parse(readFileSync('rec orded.json', 'utf8'));
        const outcome = await createInstance(main_handler).invoke(event);
        expect(outcome).toMatchObject({ ok: true });
      });
      "
    `);
  });

  test('of no known kind has a test too', async () => {
    const subject = await own({ hello: 'world' });
    expect(subject.trigger).toBeUndefined();
    expect(testText(subject, start)).toContain('handles a recorded event');
  });
});

test('JSON that no JavaScript object can say stays as it is', () => {
  const edge = triggerNamed('ckafka').edgeCases.find(({ text }) => text !== undefined);
  const state = { ...start, kind: 'ckafka', edge: edge?.name ?? '' };
  const subject = drawnSubject(triggerNamed('ckafka'), state);
  expect(JSON.stringify(subject.event)).not.toBe(subject.text);
  expect(prettyText(subject)).toBe(subject.text);
});

test('a test reads like one that a person wrote', () => {
  const state = { ...start, kind: 'timer', index: 3, options: { cron: '0 9 * * *' } };
  expect(testText(drawnSubject(timer, state), state)).toMatchInlineSnapshot(`
    "import { sample, timer } from 'scf-fixtures';
    import { createInstance } from 'scf-fixtures/runtime';
    import { expect, test } from 'vitest';
    import { main_handler } from './index.js';

    test('handles timer event 3 of seed 42', async () => {
      const event = sample(timer, { seed: 42, index: 3, cron: '0 9 * * *' });
      const outcome = await createInstance(main_handler).invoke(event);
      expect(outcome).toMatchObject({ ok: true });
    });
    "
  `);
});

test('a test in TypeScript says of which kind the event is', () => {
  const state = { ...start, kind: 'timer', index: 3 };
  const text = typescriptText(drawnSubject(timer, state), state);
  expect(text).toContain("import { type EventOf, sample, timer } from 'scf-fixtures';");
  expect(text).toContain('const event: EventOf<typeof timer> = sample(timer, ');
});

describe.skipIf(!hasPython)(hasPython ? 'in Python' : 'in Python (needs python3)', () => {
  const handler = 'import json\n\ndef main_handler(event, context):\n    print(json.dumps(event))\n';
  const printed = (text: string, files: Readonly<Record<string, string>> = {}): unknown => {
    const cwd = temporaryDirectory();
    for (const [name, content] of Object.entries({ ...files, 'index.py': handler, 'test_event.py': text }))
      writeFileSync(join(cwd, name), content);
    return JSON.parse(
      execFileSync('python3', ['test_event.py'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    );
  };

  test.each(['timer', 'cls', 'ckafka'])('a test gives an event of %s to the handler', (kind) => {
    const state = { ...start, kind, hostile: 1, index: 5 };
    const subject = drawnSubject(triggerNamed(kind), state);
    const text = pythonText(subject, commandLine(subject, state));
    expect(printed(text, { 'event.json': subject.text })).toEqual(subject.event);
  });

  test('a long event comes from a file, and the test says how that is made', () => {
    const state = { ...start, kind: 'ckafka', options: { records: '200' } };
    const subject = drawnSubject(triggerNamed('ckafka'), state);
    const text = pythonText(subject, commandLine(subject, state));
    expect(text).toContain(`# ${commandLine(subject, state)} > event.json`);
    expect(printed(text, { 'event.json': subject.text })).toEqual(subject.event);
  });
});

const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe.skipIf(!hasCurl)(hasCurl ? 'by curl' : 'by curl (needs curl)', () => {
  const asked: readonly (readonly [string, Partial<State>])[] = [
    ...['apigw', 'function-url', 'web'].flatMap((kind) =>
      [0, 1, 2, 3].map((index) => [`${kind} ${index}`, { kind, index, hostile: index / 4 }] as const),
    ),
    ['a body in Base64', { kind: 'apigw', edge: 'all-256-bytes' }],
  ];

  test.each(asked)('the request of %s arrives', async (_name, part) => {
    const state = { ...start, ...part };
    const subject = drawnSubject(triggerNamed(state.kind), state);
    const request = subject.event as { httpMethod: string; body?: string; isBase64Encoded?: boolean };
    const arrived = await arrivedBy(curlText(subject, commandLine(subject, state)));
    const body = Buffer.from(request.body ?? '', request.isBase64Encoded === true ? 'base64' : 'utf8');
    expect(arrived).toEqual({ method: request.httpMethod, body: body.toString('base64') });
  });

  test('any other event goes to the server of an image', async () => {
    const state = { ...start, kind: 'timer' };
    const subject = drawnSubject(timer, state);
    const text = curlText(subject, commandLine(subject, state));
    expect(text).toBe(
      "npx scf-fixtures gen timer --seed 42 --index 0 |\n  curl -i --data-binary @- -H 'Content-Type: application/json' http://127.0.0.1:9000/event-invoke",
    );
    const arrived = await arrivedBy(text.replace(/^.*\|/, `printf %s '${subject.text}' |`));
    expect(arrived).toEqual({ method: 'POST', body: Buffer.from(subject.text).toString('base64') });
  });
});

/** What a server on a port of its own gets of a command line. */
async function arrivedBy(line: string): Promise<unknown> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const arrived = new Promise((resolve) => {
    server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      response.end();
      resolve({ method: request.method, body: Buffer.concat(chunks).toString('base64') });
    });
  });
  const child = spawn('bash', ['-c', line.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`)], {
    stdio: 'ignore',
  });
  const failed = once(child, 'exit').then(([code]) =>
    code === 0 ? arrived : Promise.reject(new Error(line)),
  );
  try {
    return await failed;
  } finally {
    server.close();
  }
}
