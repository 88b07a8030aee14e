import { expect, test } from 'vitest';
import { invoke, settled } from '../../src/runtime/index.js';

test('an outcome that no run has left is settled, with nothing late', async () => {
  const outcome = await invoke(async () => 'done', {});
  expect(await settled({ ...outcome })).toMatchObject({ drained: true, lateWork: [], lateErrors: [] });
});
