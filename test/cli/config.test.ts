import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandKeys, sharedKeys } from '../../cli/config/configKeys.js';
import { createProgram } from '../../cli/program.js';
import { type Config, defineConfig, sample, timer, triggerNamed } from '../../src/index.js';
import {
  deliverable,
  readTriggers,
  requestsOf,
  sampleTrigger,
  triggerTypes,
} from '../../src/triggerdesc/index.js';
import { collectedIo, runCli, temporaryDirectory } from './runCli.js';

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

describe('the options of every command', () => {
  /** Options that stand for another one, and those of the help. */
  const aliases = ['trigger', 'help', 'utcOffset', 'lang'];
  const keysOf = (command: Command): string[] => [
    ...command
      .createHelp()
      .visibleOptions(command)
      .map((option) => option.attributeName())
      .filter((name) => name !== 'help' && !(command.name() === 'fuzz' && aliases.includes(name))),
    ...command.commands.flatMap(keysOf),
  ];

  test('have a key each, and no other keys exist', async () => {
    const program = await createProgram(collectedIo({}).io);
    for (const command of program.commands.filter((one) => !one.name().startsWith('complet')))
      expect([command.name(), [...new Set(keysOf(command))].sort()]).toEqual([
        command.name(),
        Object.keys(commandKeys[command.name() as keyof typeof commandKeys]).sort(),
      ]);
    for (const keys of Object.values(sharedKeys))
      for (const key of Object.keys(keys)) expect(commandKeys.fuzz).toHaveProperty(key);
  });

  const handler = `exports.main_handler = async (event, context) =>
    [process.env.STAGE, process.env.LEVEL, context.memory_limit_in_mb, event.TriggerName].join(' ');`;
  const config = defineConfig({
    seed: 'shop',
    kinds: { timer: { overrides: { TriggerName: 'nightly' } } },
    function: { memory: 256, env: { STAGE: 'test', LEVEL: 'all' } },
    invoke: { memory: 512, kind: 'timer', json: true },
  });
  const invoked = async (config: Config, ...args: readonly string[]) => {
    const cwd = project({ 'index.js': handler, 'scf-fixtures.config.json': JSON.stringify(config) });
    const { stdout } = await runCli(['invoke', 'index.main_handler', ...args], { cwd });
    return JSON.parse(stdout) as { readonly result?: unknown };
  };

  test('come from the section of the command, then from what commands share', async () => {
    expect((await invoked(config)).result).toBe('test all 512 nightly');
  });

  test('give way to the command line; variables are joined', async () => {
    const { result } = await invoked(config, '--memory', '1024', '--env', 'LEVEL=none');
    expect(result).toBe('test none 1024 nightly');
  });

  test('say nothing of what an argument says', async () => {
    const cwd = project({
      'index.js': handler,
      'event.json': '{ "TriggerName": "mine" }',
      'scf-fixtures.config.json': JSON.stringify(config),
    });
    const { stdout } = await runCli(['invoke', 'index.main_handler', 'event.json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ result: 'test all 512 mine' });
  });

  test.each([
    ['of which the command line has the contrary, is left out', ['--passthrough'], { integrated: true }],
    ['is taken', [], { passthrough: true }],
  ])('a switch %s', async (_, args, deployment) => {
    const cwd = project({
      'index.js': 'exports.main_handler = async () => 1;',
      'scf-fixtures.config.json': JSON.stringify({ deployment }),
    });
    const { stdout } = await runCli(['invoke', 'index.main_handler', '--kind', 'apigw', '--json', ...args], {
      cwd,
    });
    expect(JSON.parse(stdout)).toMatchObject({ answer: { reader: 'API Gateway in passthrough mode' } });
  });

  test('of check are strict where the file says so, and --no-config leaves it out', async () => {
    const cwd = project({
      'event.json': JSON.stringify({ ...sample(timer), Extra: 1 }),
      'scf-fixtures.config.json': '{ "check": { "strict": true } }',
    });
    expect((await runCli(['check', 'event.json'], { cwd })).exitCode).toBe(1);
    expect((await runCli(['check', 'event.json', '--no-config'], { cwd })).exitCode).toBe(0);
  });

  test('come from the file that --config names, whose paths begin there', async () => {
    const cwd = project({});
    mkdirSync(join(cwd, 'shared'));
    writeFileSync(join(cwd, 'shared/my.json'), '{ "gen": { "out": "events", "count": 2 } }');
    expect((await runCli(['gen', 'timer', '--config', 'shared/my.json'], { cwd })).exitCode).toBe(0);
    expect(readdirSync(join(cwd, 'shared/events/timer'))).toHaveLength(2);
    expect((await runCli(['gen', 'timer', '--config'], { cwd })).stderr).toContain('without a file');
  });

  test('say where they stand when a command does not take them', async () => {
    const cwd = project({ 'scf-fixtures.config.json': '{ "seed": 1, "gen": { "count": "many" } }' });
    expect((await runCli(['gen', 'timer'], { cwd })).stderr).toMatch(
      /^scf-fixtures: Cannot take --count many: .+\. It stands in scf-fixtures\.config\.json at gen\.count\.\n$/,
    );
    expect((await runCli(['gen', 'timer', '--count', 'few'], { cwd })).stderr).not.toContain('stands in');
  });

  test('of a file that is not there are told in a sentence', async () => {
    expect(await runCli(['cron', '* * * * * * *', '--config', 'none.json'], { cwd: project({}) })).toEqual({
      stdout: '',
      stderr:
        'scf-fixtures: Cannot find the configuration file none.json: there is no such file. Name one that is there, or take --no-config.\n',
      exitCode: 2,
    });
  });

  test.each([
    [{ fuz: {} }, 'fuz is unknown: did you mean fuzz?'],
    [{ fuzz: { rusn: 5 } }, 'fuzz.rusn is unknown: did you mean fuzz.runs?'],
    [{ function: { memry: 5 } }, 'function.memry is unknown: did you mean function.memory?'],
    [{ kinds: { tiemr: {} } }, 'kinds.tiemr is unknown: did you mean kinds.timer?'],
    [{ fuzz: { off: 'crash' } }, 'fuzz.off must be a list of texts.'],
    [{ serve: { watch: 'yes' } }, 'serve.watch must be true or false.'],
    [{ function: { env: { A: 1 } } }, 'function.env must be an object of texts, by the names of variables.'],
    [{ check: [] }, 'check must be an object with a key for each option.'],
    [{ cron: { dialect: 'old' } }, 'cron.dialect must be one of current, guide.'],
  ])('%j is refused, whichever command runs', async (config, said) => {
    const cwd = project({ 'scf-fixtures.config.json': JSON.stringify(config) });
    expect(await runCli(['cron', '* * * * * * *'], { cwd })).toEqual({
      stdout: '',
      stderr: `scf-fixtures: Cannot use scf-fixtures.config.json: ${said}\n`,
      exitCode: 2,
    });
    expect((await runCli(['help', 'cron'], { cwd })).exitCode).toBe(0);
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
