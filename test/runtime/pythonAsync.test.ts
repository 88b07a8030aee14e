import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createHostedInstance } from '../../src/runtime/invoke.js';
import type { Outside, OutsideQuestion } from '../../src/runtime/outside.js';
import { pythonRuntime } from '../../src/runtime/python/pythonRuntime.js';
import { hasPython } from '../pythonHere.js';
import { emptyFolder } from './processes/processFunction.js';

const hasAiohttp = spawnSync('python3', ['-c', 'import aiohttp']).status === 0;

/** What a function in Python answers, and what it asks the outside for meanwhile. */
async function asked(code: string) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'index.py'), code);
  const found = pythonRuntime.find('./index.py:main', folder) ?? expect.unreachable('no function');
  const reach = { net: [], run: [] };
  const host = await pythonRuntime.host(found, {
    ...{ deployed: false, initTimeoutMs: 60_000, timeZone: 'UTC', reach },
  });
  onTestFinished(() => host.close());
  const questions: OutsideQuestion[] = [];
  const outside: Outside = {
    ask: async (question, atMs) => {
      questions.push(question);
      return {
        answer: { status: 201, headers: [], body: Buffer.from('made').toString('base64') },
        atMs,
      };
    },
    change: () => undefined,
    read: () => undefined,
    lose: () => undefined,
    followZone: () => undefined,
    knowCode: () => undefined,
  };
  const chance = { seed: 'x', nowMs: 0, originMs: 0 };
  const trial = { outside, processSeed: 0, chance, loadChance: chance, isWatched: false };
  const outcome = await createHostedInstance(host).invoke({}, { timeoutMs: 60_000, memoryMb: 512 }, trial);
  return { result: outcome.ok ? outcome.result : outcome, questions };
}

/** The shape of a client of HTTP on asyncio: a socket that the loop connects, and a transport that the loop makes of it. */
const client = `
import asyncio, socket, ssl

class Reading(asyncio.Protocol):
    def __init__(self):
        self.done = asyncio.get_running_loop().create_future()
        self.data = b""
    def data_received(self, data):
        self.data += data
        if self.data.endswith(b"made") and not self.done.done():
            self.done.set_result(self.data)
    def connection_lost(self, error):
        if not self.done.done():
            self.done.set_exception(error or ConnectionResetError())

async def post(host, port, context):
    loop = asyncio.get_running_loop()
    family, kind, protocol, _, address = (await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM))[0]
    sock = socket.socket(family, kind, protocol)
    sock.setblocking(False)
    await loop.sock_connect(sock, address)
    named = {"ssl": context, "server_hostname": host} if context else {}
    transport, reading = await loop.create_connection(Reading, sock=sock, **named)
    transport.write(b"POST /orders HTTP/1.1\\r\\nHost: %s\\r\\nContent-Length: 3\\r\\n\\r\\na=1" % host.encode())
    data = await reading.done
    transport.close()
    return int(data.split(b" ")[1])

async def both():
    return await asyncio.gather(post("shop.example.com", 443, ssl.create_default_context()), post("shop.example.com", 80, None))

def main(event, context):
    return asyncio.run(both())
`;

const orders = ['http://shop.example.com/orders', 'https://shop.example.com/orders'];

test.skipIf(!hasPython)(
  'requests over TLS and without by asyncio are answered by the outside (needs python3)',
  async () => {
    const { result, questions } = await asked(client);
    expect(result).toEqual([201, 201]);
    expect(questions.map((one) => (one.kind === 'http' ? one.url : one)).sort()).toEqual(orders);
    expect(questions).toMatchObject([{ method: 'POST', body: btoa('a=1') }, { body: btoa('a=1') }]);
  },
);

test.skipIf(!hasAiohttp)('requests by aiohttp are answered by the outside (needs aiohttp)', async () => {
  const { result, questions } = await asked(`
import aiohttp, asyncio

async def both():
    async with aiohttp.ClientSession() as session:
        told = []
        for address in ("https://shop.example.com/orders", "http://shop.example.com/orders"):
            async with session.post(address, data=b"a=1") as response:
                told.append([response.status, await response.text()])
        return told

def main(event, context):
    return asyncio.run(both())
`);
  expect(result).toEqual([
    [201, 'made'],
    [201, 'made'],
  ]);
  expect(questions.map((one) => (one.kind === 'http' ? one.url : one)).sort()).toEqual(orders);
});

/** TLS between two buffers over a plain connection, as anyio has it for httpx. */
const inMemory = `
import asyncio, ssl

async def post(host):
    reader, writer = await asyncio.open_connection(host, 443)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    layer = ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname=host)

    async def done(call, *args):
        while True:
            try:
                result = call(*args)
            except ssl.SSLWantReadError:
                writer.write(outgoing.read())
                incoming.write(await reader.read(65536) or exit("too early"))
            else:
                writer.write(outgoing.read())
                return result

    await done(layer.do_handshake)
    await done(layer.write, b"POST /orders HTTP/1.1\\r\\nHost: %s\\r\\nContent-Length: 3\\r\\n\\r\\na=1" % host.encode())
    data = b""
    while not data.endswith(b"made"):
        data += await done(layer.read, 1024)
    port = writer.get_extra_info("peername")[1]
    writer.close()
    return [int(data.split(b" ")[1]), port]

def main(event, context):
    return asyncio.run(post("shop.example.com"))
`;

test.skipIf(!hasPython)(
  'a request over TLS in memory is answered by the outside, and its connection has an address (needs python3)',
  async () => {
    const { result, questions } = await asked(inMemory);
    expect(result).toEqual([201, 443]);
    expect(questions).toMatchObject([
      { kind: 'http', method: 'POST', url: 'https://shop.example.com/orders', body: btoa('a=1') },
    ]);
  },
);

const hasHttpx = spawnSync('python3', ['-c', 'import httpx']).status === 0;

test.skipIf(!hasHttpx)('requests by httpx on asyncio are answered by the outside (needs httpx)', async () => {
  const { result, questions } = await asked(`
import asyncio, httpx

async def both():
    async with httpx.AsyncClient() as client:
        return [(await client.post(address, content=b"a=1")).text for address in ("https://shop.example.com/orders", "http://shop.example.com/orders")]

def main(event, context):
    return asyncio.run(both())
`);
  expect(result).toEqual(['made', 'made']);
  expect(questions.map((one) => (one.kind === 'http' ? one.url : one)).sort()).toEqual(orders);
});
