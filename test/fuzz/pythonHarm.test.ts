import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { rowsToTry } from '../nightly.js';
import { hasPython } from '../pythonHere.js';
import { onlyOracles } from './onlyOracles.js';

const code = (port: number, mark: string) => `
import os, socket, subprocess, urllib.request

def connects(event, context):
    socket.create_connection(("127.0.0.1", ${port})).close()

def connects_below(event, context):
    import _socket
    _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM).connect(("127.0.0.1", ${port}))

def requests(event, context):
    return urllib.request.urlopen("http://127.0.0.1:${port}/x", data=b"1").read().decode()

def datagrams(event, context):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", ${port}))

def writes(event, context):
    open(${JSON.stringify(mark)}, "w").write("x")

def links(event, context):
    os.symlink(${JSON.stringify(mark)}, "/tmp/link")
    open("/tmp/link", "w").write("x")

def hard_links(event, context):
    os.link(__file__, "/tmp/hard")
    open("/tmp/hard", "w").write("x")

def starts(event, context):
    subprocess.run(["touch", ${JSON.stringify(mark)}])

def shell(event, context):
    os.system("touch '${mark}'")

def cleans(event, context):
    import shutil
    shutil.rmtree("/tmp", ignore_errors=True)
    return os.path.exists("/tmp")
`;

/** Goes round all of Python's own modules, as libraries in C do. */
const inC = (port: number) => `
import ctypes, socket, struct, threading

def connects(event, context):
    libc = ctypes.CDLL(None)
    one = libc.socket(2, 1, 0)
    place = struct.pack("=H", 2) + struct.pack("!H", ${port}) + bytes([127, 0, 0, 1]) + bytes(8)
    return {"connected": libc.connect(one, place, len(place)) == 0}

def talks_to_itself(event, context):
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].sendall(b"here")).start()
        with socket.create_connection(server.getsockname()) as one:
            return {"connected": {b"here": True}[one.recv(4)]}
`;

const mayLeaveNetwork =
  spawnSync('sh', ['-c', 'unshare --net true || unshare --user --net true']).status === 0;

test.skipIf(!hasPython || !mayLeaveNetwork)(
  'nothing of a fuzzed function in Python leaves by a library in C, and its own servers are there (needs python3 and namespaces)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-harm-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    let connections = 0;
    const server = createServer(() => connections++);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    writeFileSync(join(folder, 'index.py'), inC(port));
    const fuzzed = async (name: string, allow: readonly string[] = []) => {
      const options = { trigger: timer, runs: 1, learn: false, store: false, cwd: folder, allow } as const;
      return fuzzReport(`./index.py:${name}`, { ...options, oracles: onlyOracles('crash') });
    };
    await fuzzed('connects');
    expect(connections).toBe(0);
    expect((await fuzzed('talks_to_itself')).failures).toEqual([]);
    await fuzzed('connects', ['db.example.com:5432']);
    expect(connections).toBeGreaterThan(0);
  },
);

const ways: readonly (readonly [name: string, told: RegExp])[] = [
  ['connects_below', /tcp 127\.0\.0\.1:\d+ was refused/],
  ['writes', /fs\.open "[^"]*mark" was refused|Read-only file system/],
  ['shell', /was refused|not permitted/],
  ['cleans', /^/],
  ['connects', /^/],
  ['requests', /^/],
  ['datagrams', /udp 127\.0\.0\.1:\d+ was refused/],
  ['links', /Read-only file system/],
  ['hard_links', /Read-only file system/],
  ['starts', /run touch was refused/],
];
/** By day one way to a socket, one to a file and one to a program. */
const rows = rowsToTry(ways, 4);

test.skipIf(!hasPython)(
  'nothing of a fuzzed function in Python leaves its process (needs python3)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-harm-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    let connections = 0;
    const server = createServer(() => connections++);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const mark = join(folder, 'mark');
    writeFileSync(join(folder, 'index.py'), code(port, mark));
    for (const [name, told] of rows) {
      const report = await fuzzReport(`./index.py:${name}`, {
        trigger: timer,
        runs: 1,
        learn: false,
        store: false,
        cwd: folder,
        maxFailures: 1,
        oracles: onlyOracles('crash'),
      });
      expect([name, report.text]).toEqual([name, expect.stringMatching(told)]);
    }
    expect(connections).toBe(0);
    expect(existsSync(mark)).toBe(false);
    expect(readdirSync(folder)).toEqual(['index.py']);
  },
);

test.skipIf(!hasPython)('the locale of one instance is not that of the next (needs python3)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-locale-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    join(folder, 'index.py'),
    'import locale\n{"C.UTF-8": 1}[locale.setlocale(locale.LC_CTYPE)]\nlocale.setlocale(locale.LC_CTYPE, "C")\ndef main(event, context):\n    return "ok"\n',
  );
  const report = await fuzzReport('./index.py:main', { trigger: timer, runs: 1, store: false, cwd: folder });
  expect(report.failures.map(({ oracle, what }) => [oracle, what])).toEqual([]);
});
