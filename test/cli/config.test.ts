import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sample, timer, triggerNamed } from '../../src/index.js';
import {
  deliverable,
  readTriggers,
  requestsOf,
  sampleTrigger,
  triggerTypes,
} from '../../src/triggerdesc/index.js';
import { runCli, temporaryDirectory } from './runCli.js';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function project(files: Record<string, string>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const order = JSON.stringify({ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } });

describe('a configuration file', () => {
  test('holds seed, directory and what kinds have in common', async () => {
    const config = { seed: 'shop', out: 'test/events', kinds: { timer: { overrides: { Message: 'go' } } } };
    const cwd = project({ 'scf-fixtures.config.json': JSON.stringify(config) });
    const { stderr } = await runCli(['gen', 'timer', '--count', '2'], { cwd });
    expect(stderr).toContain('to test/events/timer (2 new)');
    expect(stderr).toContain('--seed shop');
    expect(read(join(cwd, 'test/events/timer/0001.json'))).toEqual(
      sample(timer, { seed: 'shop', index: 1, overrides: { Message: 'go' } }),
    );
  });

  test('gives way to flags', async () => {
    const config = {
      seed: 'shop',
      out: 'a',
      kinds: { timer: { overrides: { Message: 'go', TriggerName: 'x' } } },
    };
    const cwd = project({ 'scf-fixtures.config.json': JSON.stringify(config) });
    await runCli(['gen', 'timer', '--seed', 'mine', '--out', 'b', '--set', 'Message=stop'], { cwd });
    expect(existsSync(join(cwd, 'a'))).toBe(false);
    expect(read(join(cwd, 'b/timer/0000.json'))).toEqual(
      sample(timer, { seed: 'mine', overrides: { Message: 'stop', TriggerName: 'x' } }),
    );
  });

  test('has a payload for each topic, which take turns', async () => {
    const topic = (name: string) => ({ overrides: { Records: { Ckafka: { topic: name } } } });
    const config = {
      kinds: {
        ckafka: [
          { ...topic('orders'), payload: './order.json' },
          { ...topic('names'), payload: { const: 'Ada' } },
        ],
      },
    };
    const cwd = project({ 'scf-fixtures.config.json': JSON.stringify(config), 'order.json': order });
    await runCli(['gen', 'ckafka', '--count', '4'], { cwd });
    const found = [0, 1, 2, 3].map((index) => {
      const { Records } = read(join(cwd, `fixtures/ckafka/000${index}.json`)) as {
        Records: { Ckafka: { topic: string; msgBody: string } }[];
      };
      return Records.map(({ Ckafka }) => [Ckafka.topic, typeof JSON.parse(Ckafka.msgBody)].join(' '));
    });
    expect(found.map((lines) => [...new Set(lines)])).toEqual([
      ['orders object'],
      ['names string'],
      ['orders object'],
      ['names string'],
    ]);
  });

  test.each([
    ['scf-fixtures.config.mjs', 'export default { seed: 7 };'],
    ['scf-fixtures.config.js', 'module.exports = { seed: 7 };'],
    ['scf-fixtures.config.json', '\ufeff{ "seed": 7 }'],
  ])('is read from %s', async (name, text) => {
    const { stderr, exitCode } = await runCli(['gen', 'timer'], { cwd: project({ [name]: text }) });
    expect([stderr.includes('--seed 7'), exitCode]).toEqual([true, 0]);
  });

  test.each([
    ['vite', '{}'],
    // A package manager that shows a project only what it asks for shows no vite.
    ['vitest', '{ "type": "commonjs" }'],
    ['vitest', '{ "type": "module" }'],
  ])(
    'is read from TypeScript, by the vite of %s where Node does not, in a project that says %s',
    async (name, manifest) => {
      const cwd = project({
        'package.json': manifest,
        'scf-fixtures.config.ts': 'const seed: number = 7;\nexport default { seed };\n',
      });
      mkdirSync(join(cwd, 'node_modules'));
      symlinkSync(join(import.meta.dirname, '../../node_modules', name), join(cwd, 'node_modules', name));
      const { stderr } = await runCli(['gen', 'timer'], { cwd });
      expect(stderr).toContain('--seed 7');
    },
  );

  test('says where TypeScript that vite translates is broken', async () => {
    const cwd = project({ 'scf-fixtures.config.ts': '// a seed\nconst seed: number = ;\n' });
    mkdirSync(join(cwd, 'node_modules'));
    symlinkSync(join(import.meta.dirname, '../../node_modules/vite'), join(cwd, 'node_modules/vite'));
    const { stderr, exitCode } = await runCli(['gen', 'timer'], { cwd });
    expect([exitCode, stderr]).toEqual([
      2,
      'scf-fixtures: Cannot load scf-fixtures.config.ts: Unexpected token in line 2. Mend that place.\n',
    ]);
  });

  test.skipIf(Reflect.get(process.features, 'typescript'))(
    'says what to do where nothing runs TypeScript (needs a Node that does not run it)',
    async () => {
      const cwd = project({ 'scf-fixtures.config.ts': 'export default {};' });
      const { stderr, exitCode } = await runCli(['gen', 'timer'], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr.replace(process.version, 'v20')).toMatchInlineSnapshot(`
        "scf-fixtures: Cannot load scf-fixtures.config.ts: Node v20 does not run TypeScript, and there is no vite that would translate it. Install vitest, take Node 22.18 or newer, or write it as scf-fixtures.config.js.
        "
      `);
    },
  );

  test.each([
    ['scf-fixtures.config.json', '{ "seeds": 1 }'],
    ['scf-fixtures.config.json', '{ "seed": [] }'],
    ['scf-fixtures.config.json', '[]'],
    ['scf-fixtures.config.json', ''],
    ['scf-fixtures.config.json', '{ "kinds": { "tiemr": {} } }'],
    ['scf-fixtures.config.json', '{ "kinds": { "timer": { "overrides": 5 } } }'],
    ['scf-fixtures.config.json', '{ "kinds": { "timer": { "options": { "cron": "* *" } } } }'],
    ['scf-fixtures.config.json', '{ "kinds": { "timer": { "payload": "missing.json" } } }'],
    ['scf-fixtures.config.json', '{ "seed": '],
    ['scf-fixtures.config.mjs', 'throw new Error("no database");'],
  ])('is refused in one sentence: %s %s', async (name, text) => {
    const cwd = project({ [name]: text });
    const { stderr, exitCode, stdout } = await runCli(['gen', 'timer'], { cwd });
    expect([exitCode, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(/^scf-fixtures: Cannot /);
    expect(readdirSync(cwd)).toEqual([name]);
  });

  test('is refused when there are two', async () => {
    const cwd = project({ 'scf-fixtures.config.json': '{}', 'scf-fixtures.config.mjs': 'export default {}' });
    const { stderr } = await runCli(['gen', 'timer'], { cwd });
    expect(stderr).toContain('Cannot choose between scf-fixtures.config.mjs and scf-fixtures.config.json');
  });
});

describe('gen --from-config', () => {
  test('gives shards of a trigger that asks for events in turns, together all of them', async () => {
    const config = {
      Type: 'ckafka',
      TriggerName: 'ckafka-1-orders',
      TriggerDesc: '{"maxMsgNum":7,"offset":"latest","retry":1}',
    };
    const cwd = project({ 'trigger.json': JSON.stringify(config) });
    const lines = async (...more: string[]) => {
      const args = ['gen', '--from-config', 'trigger.json', '--count', '8', '--out', '-', ...more];
      return (await runCli(args, { cwd })).stdout.trim().split('\n');
    };
    const [first, second, third] = [
      await lines('--shard', '1/3'),
      await lines('--shard', '2/3'),
      await lines('--shard', '3/3'),
    ];
    const all = await lines();
    expect(first).toEqual([all[0], all[3], all[6]]);
    expect(second).toEqual([all[1], all[4], all[7]]);
    expect(third).toEqual([all[2], all[5]]);
    const sizes = all.map((line) => (JSON.parse(line) as { Records: unknown[] }).Records.length);
    expect(sizes).toEqual([1, 2, 5, 7, 1, 2, 5, 7]);
  });

  test.each(triggerTypes.flatMap((type) => [0, 1, 2].map((index) => [type, index] as const)))(
    'makes only what a %s trigger (%i) can deliver',
    async (type, index) => {
      const config = sampleTrigger(type, { seed: 7, index });
      const cwd = project({ 'trigger.json': JSON.stringify(config) });
      const { stdout, stderr, exitCode } = await runCli(
        ['gen', '--from-config', 'trigger.json', '--count', '5', '--out', '-'],
        { cwd },
      );
      if (exitCode === 2) {
        expect(stderr).toContain('none of its triggers sends any');
        expect(requestsOf(config)).toEqual([]);
        return;
      }
      const [found] = (await readTriggers(JSON.stringify(config))).triggers;
      const lines = stdout.trim().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(5);
      for (const line of lines) expect(deliverable(found?.config ?? config, JSON.parse(line))).toEqual([]);
    },
  );

  test('takes several triggers of a kind in turn, and only the kinds that are named', async () => {
    const cwd = project({
      'serverless.yml': `inputs:
  events:
    - timer: { parameters: { name: daily, cronExpression: "0 0 9 * * * *", enable: true } }
    - timer: { parameters: { name: hourly, cronExpression: "0 0 * * * * *", enable: true, argument: tick } }
    - cos: { parameters: { bucket: photos-1250000000.cos.ap-guangzhou.myqcloud.com, events: "cos:ObjectCreated:*", enable: true } }
`,
    });
    const { stdout, exitCode } = await runCli(
      ['gen', 'timer', '--from-config', 'serverless.yml', '--count', '4', '--out', '-'],
      { cwd },
    );
    expect(exitCode).toBe(0);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { TriggerName: string });
    expect(events.map(({ TriggerName }) => TriggerName)).toEqual(['daily', 'hourly', 'daily', 'hourly']);
    expect(events.every((event) => triggerNamed('timer').contract.accepts(event))).toBe(true);
  });

  test.each([
    ['no kind', ['gen'], 'Cannot generate events: no kind is named.'],
    ['no such file', ['gen', '--from-config', 'none.yml'], 'Cannot open'],
    [
      'a kind that none sends',
      ['gen', 'cls', '--from-config', 'trigger.json'],
      'none of its triggers sends cls',
    ],
  ])('refuses %s', async (_name, args, said) => {
    const trigger = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
    const cwd = project({ 'trigger.json': JSON.stringify(trigger) });
    const { stderr, exitCode } = await runCli(args, { cwd });
    expect([exitCode, stderr.includes(said)]).toEqual([2, true]);
    expect(readdirSync(cwd)).toEqual(['trigger.json']);
  });
});
