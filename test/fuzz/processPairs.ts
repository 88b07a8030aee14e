import { timer } from '../../src/index.js';
import type { Pair } from './outside.js';

/** For the oracle of what ends a process, which waits for a limit in every run. */
export const processPairs: readonly Pair[] = [
  [
    'process-killed',
    timer,
    () => (event: { Message: string }) => {
      while (event.Message !== '') event.Message += ' ';
      return Promise.resolve(1);
    },
    () => async () => 1,
  ],
  [
    'process-killed',
    timer,
    ({ put }) =>
      async (event: { Message: string }) => {
        await put('a', 1);
        while (event.Message !== '') event.Message += ' ';
      },
    ({ put }) =>
      async (event: { Message: string }) => {
        await put('a', 1);
        while (event.Message !== '') event.Message = event.Message.slice(1);
      },
  ],
  [
    'process-killed',
    timer,
    () => async (event: { Message: string }) => {
      const kept: Buffer[] = [];
      while (event.Message !== '') kept.push(Buffer.alloc(4_000_000, 1));
    },
    () => async () => Buffer.alloc(4_000_000, 1).length,
  ],
];
