import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonBytes, sample, samples, timer, triggers } from '../../src/index.js';
import { runCli, temporaryDirectory } from './runCli.js';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('gen', () => {
  test('writes one file an event and says how to get them again', async () => {
    const cwd = temporaryDirectory();
    const result = await runCli(['gen', 'timer', '--count', '50'], { cwd });
    expect(result).toEqual({
      stdout: '',
      stderr:
        'Wrote 50 timer events to fixtures/timer (50 new). Repeat: scf-fixtures gen timer --count 50 --seed 42\n',
      exitCode: 0,
    });
    const files = readdirSync(join(cwd, 'fixtures/timer')).sort();
    expect(files).toHaveLength(50);
    expect(files[49]).toBe('0049.json');
    expect(read(join(cwd, 'fixtures/timer/0007.json'))).toEqual(sample(timer, { index: 7 }));
  });

  test('leaves files that hold the same untouched, and replaces others', async () => {
    const cwd = temporaryDirectory();
    await runCli(['gen', 'timer', '--count', '3'], { cwd });
    const file = join(cwd, 'fixtures/timer/0000.json');
    utimesSync(file, 1000, 1000);
    writeFileSync(join(cwd, 'fixtures/timer/0001.json'), '{}\n');
    const again = await runCli(['gen', 'timer', '--count', '4'], { cwd });
    expect(again.stderr).toContain('(1 new, 1 changed, 2 unchanged)');
    expect(statSync(file).mtimeMs).toBe(1_000_000);
    expect(read(join(cwd, 'fixtures/timer/0001.json'))).toEqual(sample(timer, { index: 1 }));
  });

  test('prints event i alone', async () => {
    const { stdout } = await runCli(['gen', 'timer', '--index', '31337', '--seed', 'x']);
    expect(JSON.parse(stdout)).toEqual(sample(timer, { seed: 'x', index: 31337 }));
  });

  test('streams lines, and shards together give all of them once', async () => {
    const lines = async (...more: string[]) =>
      (await runCli(['gen', 'timer', '--count', '20', '--out', '-', ...more])).stdout.trimEnd().split('\n');
    const all = await lines();
    expect(all).toEqual([...samples(timer, { count: 20 })].map((event) => JSON.stringify(event)));
    const shards = [
      await lines('--shard', '1/3'),
      await lines('--shard', '2/3'),
      await lines('--shard', '3/3'),
    ];
    expect(shards.flat().sort()).toEqual([...all].sort());
    expect(shards.map((shard) => shard.length)).toEqual([7, 7, 6]);
  });

  test('names the files of shards after their events, so that shards together write all', async () => {
    const cwd = temporaryDirectory();
    await runCli(['gen', 'timer', '--count', '8', '--out', 'all'], { cwd });
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { stderr } = await runCli(['gen', 'timer', '--count', '8', '--shard', shard, '--out', 'shards'], {
        cwd,
      });
      expect(stderr).toContain(shard === '3/3' ? '(2 new)' : '(3 new)');
    }
    const files = readdirSync(join(cwd, 'all/timer')).sort();
    expect(readdirSync(join(cwd, 'shards/timer')).sort()).toEqual(files);
    for (const file of files)
      expect(read(join(cwd, 'shards/timer', file))).toEqual(read(join(cwd, 'all/timer', file)));
    expect(files).toHaveLength(8);
  });

  test('writes one NDJSON file or one JSON array', async () => {
    const cwd = temporaryDirectory();
    await runCli(['gen', 'timer', '--count', '3', '--format', 'ndjson', '--out', 'a'], { cwd });
    await runCli(['gen', 'timer', '--count', '3', '--format', 'json', '--out', 'a'], { cwd });
    expect(
      readFileSync(join(cwd, 'a/timer.ndjson'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(read(join(cwd, 'a/timer.json')));
    expect(readdirSync(join(cwd, 'a')).sort()).toEqual(['timer.json', 'timer.ndjson']);
  });

  test('writes every kind, edge cases and documented examples', async () => {
    const cwd = temporaryDirectory();
    const result = await runCli(['gen', 'all', '--documented', '--out', 'f'], { cwd });
    expect(result.exitCode).toBe(0);
    for (const trigger of triggers)
      expect(existsSync(join(cwd, 'f', trigger.name, 'documented.json'))).toBe(true);
    await runCli(['gen', 'timer', '--edges', '--out', 'f'], { cwd });
    expect(readdirSync(join(cwd, 'f/timer'))).toHaveLength(timer.edgeCases.length + 1);
    await runCli(['gen', 'timer', '--edge', 'leap-day', '--count', '2', '--out', 'g'], { cwd });
    expect(readdirSync(join(cwd, 'g/timer')).sort()).toEqual(['0000.json', '0001.json', 'leap-day.json']);
  });

  test('fixes values, and what depends on them follows', async () => {
    const { stdout } = await runCli([
      'gen',
      'cos',
      '--index',
      '0',
      '--set',
      'Records[*].cos.cosBucket.name=my-bucket',
    ]);
    const [record] = (
      JSON.parse(stdout) as {
        Records: { cos: { cosBucket: { name: string }; cosObject: { key: string; url: string } } }[];
      }
    ).Records;
    expect(record?.cos.cosBucket.name).toBe('my-bucket');
    expect(record?.cos.cosObject.key).toContain('/my-bucket/');
    expect(record?.cos.cosObject.url).toContain('//my-bucket-');
  });

  test('reads a value as what the contract wants there', async () => {
    const { stdout, stderr } = await runCli([
      'gen',
      'timer',
      '--index',
      '0',
      '--set',
      'TriggerName=n123',
      'Message={"a":1}',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ TriggerName: 'n123', Message: '{"a":1}' });
    expect(stderr).not.toContain('warning');
    const other = await runCli(['gen', 'timer', '--index', '0', '--set', 'Mesage=x']);
    expect(other.stderr).toContain('scf-fixtures: warning: no timer event that SCF sends has Mesage.\n');
    expect(other.exitCode).toBe(0);
  });

  test('puts payloads of a schema where the user data goes', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(
      join(cwd, 's.json'),
      '{"type":"object","required":["n"],"properties":{"n":{"type":"integer","minimum":3,"maximum":5}}}',
    );
    const { stdout } = await runCli(['gen', 'timer', '--count', '10', '--payload', 's.json', '--out', '-'], {
      cwd,
    });
    for (const line of stdout.trimEnd().split('\n')) {
      const { n } = JSON.parse((JSON.parse(line) as { Message: string }).Message) as { n: number };
      expect(n).toBeGreaterThanOrEqual(3);
      expect(n).toBeLessThanOrEqual(5);
    }
  });

  test('makes an event of an exact size', async () => {
    const { stdout } = await runCli(['gen', 'timer', '--index', '0', '--size', '1000']);
    expect(jsonBytes(JSON.parse(stdout))).toBe(1000);
    expect(stdout).toHaveLength(1001);
  });

  test('draws a seed and tells it', async () => {
    const { stdout, stderr } = await runCli(['gen', 'timer', '--index', '0', '--seed', 'random']);
    const seed = /--seed (\d+)\n$/.exec(stderr)?.[1] as string;
    expect((await runCli(['gen', 'timer', '--index', '0', '--seed', seed])).stdout).toBe(stdout);
  });
});

describe('gen refuses', () => {
  const refusals: readonly (readonly [string[], string])[] = [
    [['timr'], 'Cannot find the kind "timr": did you mean "timer"?'],
    [
      ['timer', '--edge', 'leapday'],
      'Cannot find the edge case "leapday" of timer: did you mean "leap-day"?',
    ],
    [['timer', '--count', '0'], 'Cannot take --count 0: it must be a whole number from 1 to 1,000,000.'],
    [['timer', '--count', '-3'], 'Cannot take --count -3: it must be a whole number from 1 to 1,000,000.'],
    [['timer', '--count', 'NaN'], 'Cannot take --count NaN: it must be a whole number from 1 to 1,000,000.'],
    [
      ['timer', '--count', '1e12'],
      'Cannot take --count 1e12: it must be a whole number from 1 to 1,000,000.',
    ],
    [['timer', '--count', '2.5'], 'Cannot take --count 2.5: it must be a whole number from 1 to 1,000,000.'],
    [
      ['timer', '--index', '-1'],
      'Cannot take --index -1: it must be a whole number from 0 to 9,007,189,254,740,991.',
    ],
    [['timer', '--shard', '4/3'], 'Cannot take --shard 4/3: it must be i/n with 1 <= i <= n, as in 3/16.'],
    [['timer', '--hostile', '2'], 'Cannot take --hostile 2: it must be a number from 0 to 1.'],
    [
      ['timer', '--size', '10'],
      'Cannot make a timer event of 10 bytes: Message makes it from 87 bytes up to 4183.',
    ],
    [
      ['timer', '--format', 'yaml'],
      'Cannot write the format "yaml": there are files, ndjson and json, and http and curl for requests to web functions.',
    ],
    [
      ['timer', '--cron', '0 0 0 30 2 * *'],
      'Cannot fire at "0 0 0 30 2 * *": no date fits this expression. Change its day, month or year.',
    ],
    [['cos', '--cron', '0 0 0 1 * * *'], 'Cannot use --cron here: only timer has it.'],
    [['timer', '--set', 'Message'], 'Cannot take --set Message: it must be path=value, as in Message=hello.'],
    [
      ['ckafka', '--set', 'Records={bad'],
      `Cannot take --set Records={bad: its value is not JSON (Expected property name or '}' in JSON at position 1`,
    ],
    [
      ['timer', '--payload', 'missing.json'],
      'Cannot open missing.json: there is no such file or directory (ENOENT).',
    ],
    [['timer', '--pretty', '--compact'], 'Cannot write both --pretty and --compact: choose one.'],
    [
      ['timer', '--coutn', '3'],
      "Unknown option '--coutn' (Did you mean --count?). See scf-fixtures gen --help.",
    ],
  ];

  test.each(refusals)('%j', async (args, sentence) => {
    const cwd = temporaryDirectory();
    const result = await runCli(['gen', ...args], { cwd });
    expect(result.stderr.replaceAll(`${cwd}/`, '')).toSatisfy(
      (text: string) => text.startsWith(`scf-fixtures: ${sentence}`) && text.split('\n').length === 2,
    );
    expect(result).toMatchObject({ stdout: '', exitCode: 2 });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a payload schema that is none, naming the keyword', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'a.json'), '{"type":"strin"}');
    writeFileSync(join(cwd, 'b.json'), '{"type":');
    const unknownType = await runCli(['gen', 'timer', '--payload', 'a.json'], { cwd });
    expect(unknownType.stderr).toContain(
      'Cannot use this payload schema: schema is invalid: data/type must be',
    );
    expect(unknownType.exitCode).toBe(2);
    const noJson = await runCli(['gen', 'timer', '--payload', 'b.json'], { cwd });
    expect(noJson.stderr).toContain('Cannot use the payload schema b.json: it is not JSON');
    expect(existsSync(join(cwd, 'fixtures'))).toBe(false);
  });

  test('an output directory that is a file', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'out'), '');
    const result = await runCli(['gen', 'timer', '--out', 'out'], { cwd });
    expect(result.stderr).toMatch(
      /^scf-fixtures: Cannot write .*out\/timer: a part of its path is a file, not a directory \(ENOTDIR\)\.\n$/,
    );
    expect(result.exitCode).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)(
    'an output directory that is not writable (needs a user other than root)',
    async () => {
      const cwd = temporaryDirectory();
      mkdirSync(join(cwd, 'out'));
      chmodSync(join(cwd, 'out'), 0o500);
      const result = await runCli(['gen', 'timer', '--out', 'out'], { cwd });
      expect(result.stderr).toContain('permission is denied');
    },
  );

  test('symbolic links out of the directory, leaving their targets as they were', async () => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'elsewhere'));
    mkdirSync(join(cwd, 'out'));
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/timer'));
    const directory = await runCli(['gen', 'timer', '--out', 'out'], { cwd });
    expect(directory.stderr).toMatch(/it leads out of .*out through a symbolic link\. Remove the link\.\n$/);
    expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([]);
    mkdirSync(join(cwd, 'two/timer'), { recursive: true });
    writeFileSync(join(cwd, 'target'), 'precious');
    symlinkSync(join(cwd, 'target'), join(cwd, 'two/timer/0000.json'));
    const file = await runCli(['gen', 'timer', '--out', 'two'], { cwd });
    expect(file.stderr).toMatch(/0000\.json: it is a symbolic link\. Remove the link\.\n$/);
    expect(file.exitCode).toBe(2);
    for (const format of ['ndjson', 'json']) {
      mkdirSync(join(cwd, format));
      symlinkSync(join(cwd, 'target'), join(cwd, format, `timer.${format}.partial`));
      const draft = await runCli(['gen', 'timer', '--format', format, '--out', format], { cwd });
      expect(draft).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(`timer.${format}.partial`),
      });
      expect(readdirSync(join(cwd, format))).toEqual([`timer.${format}.partial`]);
    }
    mkdirSync(join(cwd, 'three/timer'), { recursive: true });
    writeFileSync(join(cwd, 'three/timer/0000.json'), 'old');
    symlinkSync(join(cwd, 'target'), join(cwd, 'three/timer/0000.json.partial'));
    const changed = await runCli(['gen', 'timer', '--out', 'three'], { cwd });
    expect(changed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('0000.json.partial') });
    expect(readFileSync(join(cwd, 'three/timer/0000.json'), 'utf8')).toBe('old');
    expect(readFileSync(join(cwd, 'target'), 'utf8')).toBe('precious');
  });
});
