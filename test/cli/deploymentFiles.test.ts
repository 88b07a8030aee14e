import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from './runCli.js';

const handler = `exports.main_handler = async (event, context) =>
  [process.env.STAGE, context.memory_limit_in_mb, event.TriggerName].join(' ');\n`;

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const timer = "{ cronExpression: '0 0 9 * * * *', enable: true }";
const files: readonly (readonly [string, string])[] = [
  [
    'serverless.yml',
    `provider: { name: tencent }
functions:
  a: { handler: src/index.main_handler, memorySize: 256, environment: { variables: { STAGE: test } }, events: [{ timer: { name: daily, parameters: ${timer} } }] }
`,
  ],
  [
    'cloudbaserc.json',
    '{ "functions": [{ "name": "a", "dir": "src", "handler": "index.main_handler", "memorySize": 256, "envVariables": { "STAGE": "test" }, "triggers": [{ "name": "daily", "type": "timer", "config": "0 0 9 * * * *" }] }] }',
  ],
  [
    'template.yaml',
    `Resources:
  a:
    Type: TencentCloud::Serverless::Function
    Properties: { CodeUri: ./src, Handler: index.main_handler, MemorySize: 256, Environment: { Variables: { STAGE: test } }, Events: { daily: { Type: Timer, Properties: { CronExpression: '0 0 9 * * * *' } } } }
`,
  ],
  [
    's.yaml',
    `a:
  Component: scf
  Provider: tencent
  Properties:
    Function: { Name: a, CodeUri: src, Handler: index.main_handler, MemorySize: 256, Environment: [{ Key: STAGE, Value: test }], Triggers: [{ Type: timer, Name: daily, Parameters: { CronExpression: '0 0 9 * * * *' } }] }
`,
  ],
  [
    'main.tf',
    `resource "tencentcloud_scf_function" "a" {
  name = "a"
  handler = "src/index.main_handler"
  mem_size = 256
  environment = { STAGE = "test" }
  triggers {
    name = "daily"
    type = "timer"
    trigger_desc = "0 0 9 * * * *"
  }
}
`,
  ],
];

describe.each(files)('%s', (name, text) => {
  const cwdOf = () => project({ 'src/index.js': handler, [name]: text });

  test('tells invoke what surrounds the function', async () => {
    const { stdout, stderr } = await runCli(
      ['invoke', 'src/index.main_handler', '--kind', 'timer', '--seed', '1'],
      { cwd: cwdOf() },
    );
    expect(JSON.parse(stdout)).toMatch(/^test 256 /);
    expect(stderr).toMatch(
      new RegExp(
        `Note: The function is as ${name.replace('.', '\\.')} has it: handler \\S+, memoryMb 256, variables STAGE`,
      ),
    );
  });

  test('tells gen --from-config what is sent, and init what to test', async () => {
    const cwd = cwdOf();
    const { stdout } = await runCli(['gen', '--from-config', name, '--out', '-'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ Type: 'Timer', TriggerName: 'daily' });
    const { stdout: diff, stderr, exitCode } = await runCli(['init', '--dry-run'], { cwd });
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(diff).toMatch(/timer/);
  });

  test('tells fuzz what sends the events', async () => {
    const { stdout, stderr } = await runCli(
      ['fuzz', 'src/index.main_handler', '--runs', '1', '--no-store', '--report', 'json'],
      { cwd: cwdOf() },
    );
    expect(stderr).not.toContain('nothing says what sends its events');
    expect(JSON.parse(stdout)).toMatchObject({ trigger: 'timer' });
    expect(stderr).toContain(`Note: The function is as ${name} has it: `);
  });
});

test('a file that cannot be read is named, whatever is run', async () => {
  const cwd = project({ 'index.js': handler, 'serverless.yml': 'functions: [\n' });
  for (const words of [['invoke'], ['fuzz', '--runs', '1', '--no-store', '--allow-weak']]) {
    const { stderr } = await runCli([...words, 'index.main_handler', '--kind', 'timer'], { cwd });
    expect(stderr).toContain('Note: serverless.yml is not read: it is neither JSON nor YAML (');
  }
});

test('a file of another tool is named, and nothing is taken from it', async () => {
  const cwd = project({
    'index.js': handler,
    'serverless.yml':
      'provider: { name: aws }\nfunctions: { a: { handler: index.main_handler, memorySize: 512 } }\n',
  });
  const { stdout, stderr } = await runCli(['invoke', 'index.main_handler', '--kind', 'timer'], { cwd });
  expect(stdout).toContain(' 128 ');
  expect(stderr).toContain('Note: serverless.yml is not read: its provider is aws, not tencent.\n');
});

test('what is not read of a function is named', async () => {
  const cwd = project({
    'index.js': handler,
    'template.yaml':
      'Resources: { a: { Type: "TencentCloud::Serverless::Function", Properties: { Handler: index.main_handler, Layers: [1] } } }\n',
  });
  const { stderr } = await runCli(['invoke', 'index.main_handler', '--kind', 'timer'], { cwd });
  expect(stderr).toContain('handler index.main_handler. Flags win. Not read of it: Layers.\n');
});

test('of several functions init wants one to be named', async () => {
  const cwd = project({
    'functions/a/index.js': handler,
    'functions/b/index.js': handler,
    'cloudbaserc.json':
      '{ "functions": [{ "name": "a", "handler": "index.main_handler" }, { "name": "b", "handler": "index.main_handler" }] }',
  });
  const { stderr, exitCode } = await runCli(['init', '--dry-run'], { cwd });
  expect([exitCode, stderr]).toEqual([
    2,
    'scf-fixtures: Cannot choose between the functions of cloudbaserc.json: functions/a/index.main_handler, functions/b/index.main_handler. Name one: scf-fixtures init functions/a/index.main_handler.\n',
  ]);
});
