import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CallTrial } from '../../src/runtime/engine.js';
import { createHostedInstance } from '../../src/runtime/invoke.js';
import { pythonRuntime } from '../../src/runtime/python/pythonRuntime.js';
import { hasPython } from '../pythonHere.js';

/** What a function does with its event, the event, and what is noted of that, the last of it first. */
const rows: readonly (readonly [line: string, event: unknown, ...read: readonly string[]])[] = [
  ['event["nick"]', {}, 'event.nick'],
  ['event.get("user")["name"]', {}, 'event.user.name', 'event.user'],
  ['event["user"]["name"]', { user: 'ada' }, 'event.user.name', 'event.user'],
  ['event["user"]["name"]["first"]', { user: { name: [] } }, 'event.user.name.first', 'event.user.name'],
  ['event.get("user").get("name", 1)', {}, 'event.user.name', 'event.user'],
  ['[line for line in event.get("lines")]', {}, 'event.lines.[]', 'event.lines'],
  ['[line["price"] for line in event["lines"]]', { lines: [5] }, 'event.lines.[].price', 'event.lines.[]'],
  ['event.get("lines")[0]', {}, 'event.lines.[]', 'event.lines'],
  ['event["lines"].append(1)', { lines: {} }, 'event.lines.[]', 'event.lines'],
  ['event.get("nick").strip()', {}, 'event.nick text', 'event.nick'],
  ['"to " + event["nick"]', { nick: null }, 'event.nick text', 'event.nick'],
  ['int(event.get("count"))', {}, 'event.count number', 'event.count'],
  ['event["count"] + 1', { count: {} }, 'event.count number', 'event.count'],
  ['json.loads(event["body"]).get("id") + 1', { body: '{}' }, 'payload.id number', 'payload.id'],
];

/** Functions that each do one thing, and how to call one and hear what is noted. */
async function functionsOf(lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-reading-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const functions = lines.map((line, index) => `def row_${index}(event):\n    ${line}\n`);
  const handler = 'def main(event, context):\n    globals()[context["function_name"]](event)\n';
  writeFileSync(
    join(folder, 'index.py'),
    `import datetime, json, time\n\n${functions.join('\n')}\n${handler}`,
  );
  const found = pythonRuntime.find('./index.py:main', folder);
  if (found === undefined) throw new Error('There is no such function.');
  const host = await pythonRuntime.host(found, { deployed: false, initTimeoutMs: 10_000, timeZone: 'UTC' });
  onTestFinished(() => host.close());
  return async (index: number, event: unknown) => {
    const read: string[] = [];
    let followsZone = false;
    const chance = { seed: 'a', nowMs: 0, originMs: 0 };
    const trial: CallTrial = {
      outside: {
        ask: async (_question, atMs) => ({ answer: { error: 'ECONNREFUSED' }, atMs }),
        change: () => undefined,
        read: (path, sort) =>
          void read.unshift([path.join('.'), ...(sort === undefined ? [] : [sort])].join(' ')),
        knowCode: () => undefined,
        followZone: () => {
          followsZone = true;
        },
        lose: () => undefined,
      },
      processSeed: 0,
      chance,
      loadChance: chance,
      isWatched: true,
    };
    const context = { function_name: `row_${index}` };
    await createHostedInstance(host).invoke(event, { context }, trial);
    return { read, followsZone };
  };
}

describe.skipIf(!hasPython)('a fuzzed function in Python (needs python3)', () => {
  test('is heard to read a value that is missing, or of another sort', async () => {
    const call = await functionsOf(rows.map(([line]) => line));
    for (const [index, [line, event, ...expected]] of rows.entries()) {
      const { read } = await call(index, event);
      expect([line, ...read.slice(0, expected.length)]).toEqual([line, ...expected]);
    }
  });

  test('is heard to ask for the time zone, and only then', async () => {
    const following = [
      'datetime.datetime.now()',
      'datetime.date.today()',
      'datetime.datetime(2026, 3, 1).timestamp()',
      'datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone.utc).astimezone()',
      'time.strftime("%H")',
      'time.localtime(0)',
      'time.mktime(time.gmtime())',
      'time.timezone',
    ];
    const others = [
      'time.time()',
      'time.strftime("%H", time.gmtime())',
      'datetime.datetime.now(datetime.timezone.utc)',
      'datetime.datetime.utcnow() + datetime.timedelta(days=1)',
      'datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone.utc).timestamp()',
    ];
    const lines = [...following, ...others];
    const call = await functionsOf(lines);
    const heard: string[] = [];
    for (const [index, line] of lines.entries()) if ((await call(index, {})).followsZone) heard.push(line);
    expect(heard).toEqual(following);
  });
});
