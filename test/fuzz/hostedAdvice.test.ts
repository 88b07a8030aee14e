import { expect, test } from 'vitest';
import type { Execution } from '../../src/fuzz/play/execution.js';
import { Exercise } from '../../src/fuzz/search/exercise.js';
import { Pacing } from '../../src/fuzz/search/pacing.js';

/** Executions in which a function answered, and asked for one thing that was refused, where there is one. */
function exercised(
  how: { readonly isAnswerRead: boolean; readonly isHosted?: boolean },
  refused?: string,
): Exercise {
  const exercise = new Exercise(how);
  const calls = refused === undefined ? [] : [{ name: refused, args: [], state: 'blocked' }];
  for (let number = 0; number < 20; number++)
    exercise.add({
      invocations: [{ outcome: { ok: true, json: `${number}` }, calls: [] }],
      calls,
      loadCalls: [],
    } as unknown as Execution<unknown>);
  return exercise;
}

test.each([
  [false, /effect\(name, fn\)/],
  [true, /^No effect .*\. Let it make its HTTP requests, which are seen \(--answers/],
])(
  'a function in a process (%s) is advised what it can do about little that was seen',
  (isHosted, advice) => {
    const [weakness = ''] = exercised({ isAnswerRead: false, isHosted }).weakness({ isCutShort: false });
    expect(weakness).toMatch(advice);
    const [warning = ''] = exercised({ isAnswerRead: true, isHosted }).warnings();
    const [refusal = ''] = exercised({ isAnswerRead: true, isHosted }, 'tcp db.example.com:3306').warnings();
    for (const said of [weakness, warning, refusal]) expect(said.includes('effect(')).toBe(!isHosted);
  },
);

test.each([
  [
    undefined,
    /^Loading the handler takes 60 ms .* Load less at the top of the module, or take more --runs\.$/,
  ],
  [{ host: {} }, /^Starting the function takes 60 ms .* Do less when it starts, or take more --runs\.$/],
])('what takes long to start is named (%o)', (hosted, said) => {
  const subject = { loads: { medianMs: 60 }, traffic: { meanMegabytes: 0 }, hosted };
  expect(new Pacing(subject as unknown as ConstructorParameters<typeof Pacing>[0]).warnings()).toEqual([
    expect.stringMatching(said),
  ]);
});
