import { expect, onTestFinished, test } from 'vitest';
import { canHoldNetwork } from '../../src/runtime/heldNetwork.js';
import { createHostedInstance } from '../../src/runtime/invoke.js';
import type { Outside } from '../../src/runtime/outside.js';
import { findFunction } from '../../src/runtime/runtimes.js';
import { bootstrapped } from './processes/processFunction.js';

const answered: Outside = {
  ask: async (_question, atMs) => ({
    answer: { status: 200, headers: [], body: Buffer.from('ok').toString('base64') },
    atMs,
  }),
  change: () => undefined,
  read: () => undefined,
  lose: () => undefined,
  followZone: () => undefined,
  knowCode: () => undefined,
};

test.skipIf(!canHoldNetwork())(
  'a program that passes the proxy by is refused and told of, and one that takes it is not (needs network namespaces)',
  async () => {
    const folder = bootstrapped(`#!/bin/bash
api="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT/runtime"
curl -s -d ' ' "$api/init/ready"
while true; do
  way=$(curl -s "$api/invocation/next" | tr -d '"')
  if [ "$way" = past ]; then said=$(curl -s --noproxy '*' http://192.0.2.1/; echo $?); else said=$(curl -s http://192.0.2.1/); fi
  curl -s -d "$said" "$api/invocation/response"
done
`);
    const own = findFunction(folder, folder) ?? expect.unreachable('no function');
    const reach = { net: [], run: [] };
    const host = await own.runtime.host(own.found, {
      ...{ deployed: false, initTimeoutMs: 60_000, timeZone: 'UTC', reach },
    });
    onTestFinished(() => host.close());
    const instance = createHostedInstance(host);
    const chance = { seed: 'x', nowMs: 0, originMs: 0 };
    const trial = { outside: answered, processSeed: 0, chance, loadChance: chance, isWatched: false };
    const asked = (way: string) => instance.invoke(way, { timeoutMs: 60_000, memoryMb: 512, env: {} }, trial);
    const [by, past, again] = [await asked('by'), await asked('past'), await asked('by')];
    expect([by, past, again].map((one) => one.ok && one.result)).toEqual(['ok', 7, 'ok']);
    expect([by.notes, again.notes]).toEqual([undefined, undefined]);
    expect(past.notes).toEqual([expect.stringMatching(/passed the proxy by: that was refused/)]);
    expect([...(host.notes ?? [])]).toEqual(past.notes);
  },
);
