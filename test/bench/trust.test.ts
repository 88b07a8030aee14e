import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { casesToTry, isNightly, rowsToTry, testAtNight } from '../nightly.js';

/** What the bench tells of some handlers, by its own process, since it knows no types. */
async function told(work: string, group: string, names: readonly string[]): Promise<unknown> {
  const script = `
    import { handlersOf } from ${JSON.stringify(join(import.meta.dirname, 'trust/handlers.mjs'))};
    import * as bench from ${JSON.stringify(join(import.meta.dirname, 'trust.mjs'))};
    const told = {};
    for (const handler of handlersOf('${group}').filter(({ name }) => ${JSON.stringify(names)}.includes(name)))
      told[handler.name] = await bench.${work}(handler, { runs: ${casesToTry(2, 10)}, seeds: [1] });
    console.log(JSON.stringify(told));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout);
}

/** By day that it accuses nobody; what it tells of the others is told by tests of the fuzzer as well. */
const works: readonly (readonly [what: string, work: string, group: string, names: readonly string[]])[] = [
  [
    'correct handlers are not accused',
    'falseAlarms',
    'correct',
    isNightly ? ['apigw/echo', 'timer/tokenCache'] : ['timer/tokenCache'],
  ],
  ['what proves little is called so', 'trustOfNothing', 'idle', ['timer/needsServer', 'timer/throwsAtLoad']],
  ['harm is kept from a machine', 'harmOf', 'harmful', ['timer/kills', 'timer/removesForeign', 'timer/tcp']],
];

test.each(rowsToTry(works, 1))('in the bench of trust, %s', async (_what, work, group, names) => {
  expect(await told(work, group, names)).toEqual(Object.fromEntries(names.map((name) => [name, []])));
});

testAtNight('the bench of trust sees false alarms', async () => {
  expect(await told('falseAlarms', 'harmful', ['timer/besideTheCode'])).toMatchObject({
    'timer/besideTheCode': [expect.stringMatching(/path-and-shell|besideTheCode/)],
  });
});

testAtNight('the bench of trust sees what proves something', async () => {
  expect(await told('trustOfNothing', 'correct', ['timer/heartbeat'])).toEqual({
    'timer/heartbeat': ['exit 0, nothing-found'],
  });
});
