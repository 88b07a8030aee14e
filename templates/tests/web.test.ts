import { serve } from 'scf-fixtures/fakes';
import { fuzzWeb } from 'scf-fixtures/fuzz';
import 'scf-fixtures/vitest';
import { expect, onTestFinished, test } from 'vitest';

/** The folder with scf_bootstrap, from the root of the project. */
const folder = 'theFolder';

test('starts as on SCF, and answers a client', async () => {
  const server = await serve({ kind: 'web', handler: folder });
  onTestFinished(() => server.close());
  const response = await fetch(server.url);
  await expect(response).toBeValidWebResponse();
  expect(response.status).toBeLessThan(500);
}, 60_000);

test('withstands whatever clients may send', async () => {
  await fuzzWeb(folder, { runs: 10, budgetMs: 60_000 });
}, 120_000);
