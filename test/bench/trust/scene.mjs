// Where a handler of the bench runs: a project, a temporary directory, a process and servers, all made for it alone.
// A handler that does harm finds in scene.json what it may harm, so that no fault of the guard reaches this machine.
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Ends a fuzz that does not end, far beyond what the slowest takes. */
const limitMs = 20 * 60_000;

/** Calls `work` with a scene for the handler in a file, and removes the scene afterwards. */
export async function inScene(path, work) {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-trust-'));
  const outside = await countingServers();
  const victim = spawn('sleep', ['3600'], { stdio: 'ignore' });
  try {
    return await work(sceneIn(folder, path, outside, victim));
  } finally {
    victim.kill('SIGKILL');
    outside.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sceneIn(folder, path, outside, victim) {
  const [project, temporary] = [join(folder, 'project'), join(folder, 'temporary')];
  const foreign = join(temporary, 'foreign');
  for (const made of [join(project, 'data'), foreign]) mkdirSync(made, { recursive: true });
  for (const kept of [join(project, 'data'), foreign])
    writeFileSync(join(kept, 'kept.txt'), 'of another program');
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  cpSync(path, join(project, basename(path)));
  const facts = { port: outside.port, pid: victim.pid, temporary, foreign };
  writeFileSync(join(project, 'scene.json'), JSON.stringify(facts));
  const before = treeOf(folder);
  const run = (args) => processIn(args, { project, temporary });
  return {
    file: `./${basename(path)}`,
    /** Runs the command line. */
    command: (...args) => run([join(root, 'dist/main.cjs'), ...args]),
    /** Runs a module of the bench. */
    module: (name, ...args) => run([join(import.meta.dirname, name), ...args]),
    /** What was done to the scene, in words. */
    harm: async () => {
      await outside.settled();
      const left = processesIn(folder);
      for (const { pid } of left) process.kill(pid, 'SIGKILL');
      return [
        ...(outside.arrived() > 0 ? [`${outside.arrived()} connections and datagrams arrived`] : []),
        ...(victim.signalCode !== null ? ['a process was ended'] : []),
        ...left.map(({ command }) => `a process stays: ${command}`),
        ...differences(before, treeOf(folder)),
      ];
    },
  };
}

/** Runs Node in the project. `isEnded` is false where it had to be ended. */
async function processIn(args, { project, temporary }) {
  const env = { ...process.env, TMPDIR: temporary, NO_COLOR: '1' };
  const child = spawn(process.execPath, args.map(String), {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let isEnded = true;
  const limit = setTimeout(() => {
    isEnded = false;
    child.kill('SIGKILL');
  }, limitMs);
  const outputs = [child.stdout, child.stderr].map(async (stream) =>
    Buffer.concat(await stream.toArray()).toString(),
  );
  const [code] = await once(child, 'close');
  clearTimeout(limit);
  const [stdout, stderr] = await Promise.all(outputs);
  return { code, stdout, stderr, isEnded };
}

/** Servers for TCP and UDP at one port that count what comes to them. */
async function countingServers() {
  let arrived = 0;
  const server = createServer((socket) => {
    arrived++;
    socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  const datagrams = createSocket('udp4').on('message', () => arrived++);
  await once(datagrams.bind(port, '127.0.0.1'), 'listening');
  return {
    port,
    arrived: () => arrived,
    /** Comes once whatever was sent to this process has been counted. */
    settled: () => new Promise((done) => setTimeout(done, 50)),
    close: () => {
      server.close();
      datagrams.close();
    },
  };
}

/** Every file, folder and link below a folder, with all that can change of it but the times of folders; follows no link. */
function treeOf(folder, within = '', tree = new Map()) {
  for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
    const name = join(within, entry.name);
    const path = join(folder, name);
    const { mode, nlink, mtimeMs } = lstatSync(path);
    if (entry.isDirectory()) treeOf(folder, name, tree);
    const file = entry.isFile() ? [nlink, mtimeMs, readFileSync(path, 'latin1')] : [];
    const target = entry.isSymbolicLink() ? readlinkSync(path) : '';
    tree.set(name, JSON.stringify([mode, target, ...file]));
  }
  return tree;
}

function differences(before, after) {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name} was ${!after.has(name) ? 'removed' : before.has(name) ? 'changed' : 'made'}`);
}

/** Processes that still work in a folder. */
function processesIn(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return [];
        return [
          { pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') },
        ];
      } catch {
        return []; // It has ended meanwhile, or is somebody else's.
      }
    });
}
