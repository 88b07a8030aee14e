import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { oracles } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { OwnTemp } from '../../src/runtime/ownTemp.js';
import { findUnshrunk } from './findUnshrunk.js';

const onlyProperty = Object.fromEntries(oracles.map(({ name }) => [name, name === 'property']));

/** What a handler came to, one for each of its invocations. */
async function fuzzed(handle: (event: TimerEvent) => unknown): Promise<unknown[]> {
  const results: unknown[] = [];
  await findUnshrunk(
    () => async (event: TimerEvent) => {
      const result = await Promise.resolve()
        .then(() => handle(event))
        .catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
      results.push(result ?? null);
      return null;
    },
    { trigger: timer, runs: 2, learn: false, property: () => true, oracles: onlyProperty },
  );
  expect(results.length).toBeGreaterThan(1);
  return [...new Set(results.map((result) => JSON.stringify(result)))].map((text) => JSON.parse(text));
}

let foreign = '';
const file = () => join(foreign, 'data.txt');
/** A file of a project, which is in no temporary directory. */
const projectFile = fileURLToPath(
  new URL('../../node_modules/.cache/scf-fixtures-project.txt', import.meta.url),
);

beforeEach(() => {
  const machine = mkdtempSync(join(tmpdir(), 'scf-machine-'));
  vi.stubEnv('TMPDIR', machine);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(machine, { recursive: true, force: true });
  });
  foreign = mkdtempSync(join(machine, 'foreign-'));
  mkdirSync(join(foreign, 'deep'));
  writeFileSync(file(), 'of another program');
  mkdirSync(dirname(projectFile), { recursive: true });
  writeFileSync(projectFile, 'of the project');
});

const harms: Readonly<Record<string, () => unknown>> = {
  // Not all of /tmp: where the rule is broken, as a mutation may, that is this machine's.
  'rm of all of the temporary directory': () => fs.rmSync(tmpdir(), { recursive: true, force: true }),
  'rm of a folder': () => fs.promises.rm(foreign, { recursive: true, force: true }),
  'rmdir by callback': () => promisify(fs.rmdir)(join(foreign, 'deep')),
  unlink: () => fs.unlinkSync(file()),
  'a file written over': () => fs.writeFileSync(file(), 'mine'),
  'a file appended to': () => fs.promises.appendFile(file(), 'mine'),
  'a file cut off': () => fs.truncateSync(file()),
  'a file moved away': () => fs.renameSync(file(), '/tmp/mine'),
  'other rights': () => fs.chmodSync(file(), 0o777),
  'another time': () => fs.utimesSync(file(), 0, 0),
  'a stream': () =>
    new Promise((done, fail) => {
      fs.createWriteStream(file())
        .once('error', fail)
        .once('finish', () => done(undefined))
        .end('mine');
    }),
  'a link that is written through': () => {
    fs.symlinkSync(file(), '/tmp/scf-link');
    fs.writeFileSync('/tmp/scf-link', 'mine');
  },
  'a link of a folder that is written through': () => {
    fs.symlinkSync(foreign, '/tmp/scf-folder');
    fs.writeFileSync('/tmp/scf-folder/data.txt', 'mine');
  },
  'a link that leads out of /tmp': () => {
    fs.symlinkSync(projectFile, '/tmp/scf-out');
    fs.writeFileSync('/tmp/scf-out', 'mine');
  },
  'a project file moved into /tmp': () => fs.renameSync(projectFile, '/tmp/moved.txt'),
};

describe('a fuzzed handler harms nothing in the temporary directory', () => {
  test.each(Object.entries(harms))('by %s', async (_name, harm) => {
    const before = statSync(file());
    await fuzzed(harm);
    expect(readFileSync(file(), 'utf8')).toBe('of another program');
    expect(readdirSync(foreign).sort()).toEqual(['data.txt', 'deep']);
    const after = statSync(file());
    expect([after.mode, after.mtimeMs]).toEqual([before.mode, before.mtimeMs]);
    expect(readFileSync(projectFile, 'utf8')).toBe('of the project');
  });
});

describe('/tmp', () => {
  test('is the execution’s own, empty at first, and nothing of it stays', async () => {
    const seen = await fuzzed(async ({ Time }) => {
      const listed = fs.readdirSync('/tmp');
      fs.mkdirSync('/tmp/reports');
      await fs.promises.writeFile(`/tmp/reports/${Time}.txt`, Time);
      const own = fs.mkdtempSync(join(tmpdir(), 'work-'));
      return [
        listed,
        fs.readFileSync(`/tmp/reports/${Time}.txt`, 'utf8') === Time,
        fs.existsSync('/tmp/reports'),
        own.replace(/\w{6}$/, 'XXXXXX'),
        fs.realpathSync('/tmp/reports'),
      ];
    });
    expect(seen).toEqual([[[], true, true, '/tmp/work-XXXXXX', '/tmp/reports']]);
    expect(readdirSync(tmpdir())).toEqual([basename(foreign)]);
  });

  test('is told by its name in errors', async () => {
    const told = await fuzzed(() => {
      try {
        fs.rmdirSync('/tmp/none');
        return 'removed';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(told).toEqual(["ENOENT: no such file or directory, rmdir '/tmp/none'"]);
  });

  test.each<[string, () => unknown]>([
    ['as text', () => fs.readFileSync(file(), 'utf8')],
    ['as bytes', () => fs.readFileSync(file()).toString()],
    ['as bytes by a promise', async () => (await fs.promises.readFile(file())).toString()],
    ['by a file that is open', () => fs.readFileSync(fs.openSync(file(), 'r'), 'utf8')],
    ['by a stream', async () => (await fs.createReadStream(file()).toArray()).join('')],
  ])('can be read where code lies in it, %s', async (_how, read) => {
    expect(await fuzzed(read)).toEqual(['of another program']);
  });
});

test('outside of it nothing changes', async () => {
  // Refused before anything is looked up, so that no such file need be there.
  expect(await fuzzed(() => fs.writeFileSync('/var/scf-fixtures-none/mine.txt', 'x'))).toEqual(['EROFS']);
  expect(await fuzzed(() => fs.promises.chmod('/var/scf-fixtures-none', 0o600))).toEqual(['EROFS']);
});

describe('a project in the temporary directory of this machine', () => {
  const cwdIs = (folder: string) => {
    const spied = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    onTestFinished(() => spied.mockRestore());
  };
  const located = (path: string) => {
    const temp = new OwnTemp();
    onTestFinished(() => temp.close());
    return temp.locate(path);
  };

  test('is where its code lies: what begins there is not in /tmp', () => {
    cwdIs('/tmp/project');
    expect([located('./run.log'), located('/tmp/project/run.log')]).toEqual([undefined, undefined]);
    expect(located('/tmp/run.log')).toMatch(/run\.log$/);
  });

  test('is none where that directory is the current one, or lies in the project', () => {
    cwdIs('/tmp');
    expect(located('run.log')).toMatch(/run\.log$/);
    cwdIs(dirname(tmpdir()));
    expect(located(join(tmpdir(), 'run.log'))).toMatch(/run\.log$/);
  });
});
