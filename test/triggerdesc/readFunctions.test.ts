import { describe, expect, test } from 'vitest';
import { Misuse } from '../../src/index.js';
import { checkTriggers, deploymentsOf, readFunctions, readTriggers } from '../../src/triggerdesc/index.js';

const framework = `service: shop
provider: { name: tencent, runtime: Nodejs18.15, memorySize: 256, environment: { variables: { STAGE: test, LEVEL: all } } }
functions:
  orders:
    handler: index.main_handler
    timeout: 7
    environment: { variables: { LEVEL: none } }
    vpcConfig: { vpcId: vpc-1 }
    events:
      - timer: { name: daily, parameters: { cronExpression: '0 0 9 * * * *', enable: true } }
      - apigw: { name: web, parameters: { stageName: test, serviceId: service-1, httpMethod: POST, integratedResponse: true } }
      - cos: { name: x, parameters: { bucket: photos-1250000000.cos.ap-guangzhou.myqcloud.com, filter: { prefix: in/, suffix: .jpg }, events: 'cos:ObjectCreated:*' } }
      - ckafka: { name: k, parameters: { name: ckafka-2o10hua5, topic: test, maxMsgNum: 999, offset: latest, enable: false } }
`;

const template = `Globals:
  Function: { Timeout: 10, Environment: { Variables: { STAGE: test } } }
Resources:
  default:
    Type: TencentCloud::Serverless::Namespace
    hello_world:
      Type: TencentCloud::Serverless::Function
      Properties:
        CodeUri: ./src
        Handler: index.main_handler
        MemorySize: 128
        Runtime: Python3.6
        Role: QCS_SCFExcuteRole
        Environment: { Variables: { LEVEL: 3 } }
        Events:
          nightly: { Type: Timer, Properties: { CronExpression: '0 0 1 * * * *', Enable: true, Message: go } }
          hello_world_apigw: { Type: APIGW, Properties: { StageName: release, HttpMethod: ANY, IntegratedResponse: true } }
          topic: { Type: CMQ, Properties: { Name: orders } }
`;

const cloudbase = `{
  "envId": "dev-1",
  "functions": [
    { "name": "app", "timeout": 5, "runtime": "Nodejs18.15", "envVariables": { "STAGE": "test" },
      "triggers": [{ "name": "myTrigger", "type": "timer", "config": "0 0 2 1 * * *" }] },
    { "name": "site", "dir": "web", "type": "HTTP", "handler": "app.main" }
  ]
}`;

const devs = `MyFunction:
  Component: scf
  Provider: tencent
  Properties:
    Region: ap-guangzhou
    Function:
      Name: orders
      CodeUri: ./code
      Handler: index.main_handler
      Runtime: Nodejs12.16
      MemorySize: 512
      Timeout: 20
      Environment: [{ Key: STAGE, Value: test }]
      Triggers:
        - Type: timer
          Name: five
          Parameters: { CronExpression: '0 */5 * * * * *', Enable: true, Argument: go }
        - Type: apigw
          Parameters:
            Service: { Id: service-8dsikiq6, Environment: test }
            API: [{ Path: /users, Method: POST, Function: { IsIntegratedResponse: TRUE } }]
`;

const terraform = `# One function
resource "tencentcloud_scf_function" "foo" {
  name     = "orders"
  handler  = "first.do_it_first"
  runtime  = "Python3.6"
  mem_size = 256 /* MB */
  timeout  = var.timeout
  environment = {
    "STAGE" = "test", LEVEL : "\\u4e00\\n"
    REGION  = "\${var.region}-1"
  }
  triggers {
    name         = "five"
    type         = "timer"
    trigger_desc = "*/5 * * * * * *"
  }
  triggers {
    name         = "service-1"
    type         = "apigw"
    trigger_desc = jsonencode({ api = { requestConfig = { method = "GET" } }, release = { environmentName = "test" } })
  }
  dynamic "triggers" {
    for_each = var.more
    content { name = triggers.value }
  }
}
resource "tencentcloud_cos_bucket" "b" { bucket = "b-1250000000" }
`;

const only = async (text: string) => {
  const found = await readFunctions(text);
  return found?.functions[0];
};

describe('readFunctions', () => {
  test('reads the functions of Serverless Framework, with what its provider says for all', async () => {
    expect(await only(framework)).toMatchObject({
      name: 'orders',
      handler: 'index.main_handler',
      runtime: 'Nodejs18.15',
      timeoutSeconds: 7,
      memoryMb: 256,
      env: { STAGE: 'test', LEVEL: 'none' },
      unread: ['vpcConfig'],
      issues: [],
      triggers: [
        { config: { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *', Enable: 'OPEN' } },
        { config: { Type: 'apigw', Enable: 'OPEN' } },
        { config: { Type: 'cos', Enable: 'OPEN' } },
        { config: { Type: 'ckafka', TriggerName: 'ckafka-2o10hua5-test', Enable: 'CLOSE' } },
      ],
    });
  });

  test('reads a template, its globals, and its events; whether one that says nothing is enabled stays open', async () => {
    const found = await only(template);
    expect(found).toMatchObject({
      name: 'hello_world',
      code: './src',
      handler: 'index.main_handler',
      timeoutSeconds: 10,
      memoryMb: 128,
      env: { STAGE: 'test', LEVEL: '3' },
      unread: ['Role'],
      triggers: [
        { config: { Type: 'timer', TriggerName: 'nightly', CustomArgument: 'go', Enable: 'OPEN' } },
        { config: { Type: 'apigw' } },
        { config: { Type: 'cmq', TriggerName: 'orders' } },
      ],
    });
    expect(found?.triggers[2]?.config).not.toHaveProperty('Enable');
    expect(found?.triggers.flatMap(deploymentsOf)).toEqual([
      { kind: 'apigw', deployment: { integrated: true, base64: false, stage: 'release' } },
    ]);
  });

  test('reads events that stand beside the properties, and Cron', async () => {
    const text = `Resources:
  f:
    Type: TencentCloud::Serverless::Function
    Properties: { Handler: index.handler }
    Events: { c: { Type: timer, Properties: { Cron: '*/5 * * * *' } } }
`;
    expect((await only(text))?.triggers).toMatchObject([
      { path: ['Resources', 'f', 'Events', 'c'], config: { TriggerDesc: '*/5 * * * *' } },
    ]);
  });

  test('reads the functions of CloudBase, where they lie, and their timers', async () => {
    expect((await readFunctions(cloudbase))?.functions).toMatchObject([
      {
        name: 'app',
        handler: 'index.main',
        code: './functions/app',
        timeoutSeconds: 5,
        env: { STAGE: 'test' },
        triggers: [{ config: { TriggerName: 'myTrigger', TriggerDesc: '0 0 2 1 * * *' } }],
      },
      { name: 'site', code: 'web', handler: 'app.main', isOfWebFunction: true },
    ]);
  });

  test('reads a function of Serverless Devs', async () => {
    const found = await only(devs);
    expect(found).toMatchObject({
      name: 'orders',
      code: './code',
      timeoutSeconds: 20,
      memoryMb: 512,
      env: { STAGE: 'test' },
      triggers: [
        { config: { Type: 'timer', TriggerName: 'five', CustomArgument: 'go', Enable: 'OPEN' } },
        { config: { Type: 'apigw' }, endpointPath: '/users' },
      ],
    });
    expect(found?.triggers.flatMap(deploymentsOf)).toEqual([
      { kind: 'apigw', deployment: { integrated: true, base64: false, stage: 'test', pathPrefix: '/users' } },
    ]);
  });

  test('reads what is literal of Terraform, and names the rest', async () => {
    const found = await only(terraform);
    expect(found).toMatchObject({
      name: 'orders',
      handler: 'first.do_it_first',
      memoryMb: 256,
      env: { STAGE: 'test', LEVEL: '一\n' },
      triggers: [
        { config: { Type: 'timer', TriggerName: 'five', TriggerDesc: '*/5 * * * * * *' } },
        { config: { Type: 'apigw', TriggerName: 'service-1' } },
      ],
    });
    expect(found).not.toHaveProperty('timeoutSeconds');
    expect(found?.unread).toEqual(expect.arrayContaining(['timeout', 'environment', 'triggers']));
    expect(found?.env).not.toHaveProperty('REGION');
    expect(found?.issues.map(({ path, received }) => `${path.join('.')}: ${received}`)).toEqual([
      'resource.tencentcloud_scf_function.foo.timeout: var.timeout',
      `resource.tencentcloud_scf_function.foo.environment: "\${var.region}-1"`,
      'resource.tencentcloud_scf_function.foo.triggers: dynamic "triggers"',
    ]);
  });

  test.each([
    ['# One function\nresource "tencentcloud_scf_function" "a" {\n  handler = "index.main"\n', 2],
    ['resource "tencentcloud_scf_function" "a" {\n  handler = "a.b', 1],
  ])('names the line of a block of Terraform that does not end: %j', async (text, line) => {
    await expect(readFunctions(text)).rejects.toThrow(
      `Cannot read the configuration: the block in line ${line} has no closing brace. Mend that place.`,
    );
  });

  test.each([
    [
      'heredoc',
      'resource "tencentcloud_scf_function" "a" {\n  handler = <<-END\n    index.main\n  END\n}\n',
      'index.main\n',
    ],
  ])('reads a text of Terraform: %s', async (_, text, handler) => {
    expect((await only(text))?.handler).toBe(handler);
  });

  test.each([
    [
      'another provider',
      'provider: { name: aws }\nfunctions: { a: { handler: a.b } }',
      'its provider is aws',
    ],
    ['another component', 'services: { a: { component: fc3, props: {} } }', 'its component is fc3'],
    [
      'another model',
      'Resources: { a: { Type: "AWS::Serverless::Function" } }',
      'only AWS::Serverless::Function',
    ],
    ['another resource', 'resource "aws_lambda_function" "a" {\n}', 'it has no tencentcloud_scf_function'],
  ])('names %s', async (_, text, reason) => {
    expect((await readFunctions(text))?.refused).toContain(reason);
    await expect(readTriggers(text)).rejects.toThrow(Misuse);
    await expect(readTriggers(text)).rejects.toThrow(reason);
  });

  test('knows nothing of a file of another sort', async () => {
    expect(await readFunctions('version: 3')).toBeUndefined();
  });
});

describe('readTriggers', () => {
  test.each([
    ['Serverless Framework', framework, 4],
    ['a template', template, 3],
    ['CloudBase', cloudbase, 1],
    ['Serverless Devs', devs, 2],
    ['Terraform', terraform, 2],
  ])('finds the triggers of %s', async (_, text, count) => {
    const { triggers } = await readTriggers(text);
    expect(triggers).toHaveLength(count);
    expect(
      checkTriggers(triggers.map(({ config }) => config)).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  test('names an event of a type that is none', async () => {
    const { issues } = await readTriggers(template.replace('Type: CMQ', 'Type: CMQS'));
    expect(issues).toMatchObject([
      { rule: 'config/event-type', received: '"cmqs"', hint: 'did you mean "cmq"?' },
    ]);
  });
});
