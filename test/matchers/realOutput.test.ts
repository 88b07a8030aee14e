import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const root = fileURLToPath(new URL('realOutput', import.meta.url));

/** What vitest prints for tests that fail, as a user sees it: the message and the diff of each. */
function reportOf(): string {
  const { PATH = '' } = process.env;
  const { stderr } = spawnSync(process.execPath, [vitest, 'run', '--root', root], {
    encoding: 'utf8',
    env: { PATH, NO_COLOR: '1' },
  });
  return stderr
    .split('\n')
    .filter((line) => /^(?: FAIL|AssertionError|Misuse| ❯ failing\.ts|[-+] | {2}\S)/.test(line))
    .join('\n');
}

test("vitest's own report names the rule that an asymmetric matcher fails by", () => {
  expect(reportOf()).toMatchInlineSnapshot(`
    " FAIL  failing.ts > names the rules inside toEqual
    AssertionError: expected { id: 7, response: { …(4) } } to deeply equal { id: 7, …(1) }
    - Expected
    + Received
      {
    -   "response": toBeValidApigwResponse(): statusCode: expected an integer, received "200" (a string); write 200 without quotes [apigw-response/status-integer]; body: expected a string, received an object; JSON.stringify it [apigw-response/body-string],
    +   "response": {
    +     "body": {
    +       "id": 1,
    +     },
    +     "headers": {},
    +     "isBase64Encoded": false,
    +     "statusCode": "200",
    +   },
      }
     ❯ failing.ts:6:31
     FAIL  failing.ts > names the rules with the expect of a test context
    AssertionError: expected { id: 7, response: { …(4) } } to match object { response: toBeValidClbResponse{…} }
    - Expected
    + Received
      {
    -   "response": toBeValidClbResponse(): statusCode: expected an integer, received "200" (a string); write 200 without quotes [clb-response/status-integer]; body: expected a string, received an object; JSON.stringify it [clb-response/body-string],
    +   "response": {
    +     "body": {
    +       "id": 1,
    +     },
    +     "headers": {},
    +     "isBase64Encoded": false,
    +     "statusCode": "200",
    +   },
      }
     ❯ failing.ts:10:30
     FAIL  failing.ts > names what differs in a list
    AssertionError: expected [ { statusCode: 404 } ] to deeply equal [ toHaveStatus{…} ]
    - Expected
    + Received
      [
    -   toHaveStatus(200): statusCode: expected 200, received 404 (a number),
    +   {
    +     "statusCode": 404,
    +   },
      ]
     ❯ failing.ts:14:33
     FAIL  failing.ts > says that a negated one passes
    AssertionError: expected { answer: { statusCode: 200 } } to deeply equal { answer: not.toHaveStatus{…} }
    - Expected
    + Received
      {
    -   "answer": not.toHaveStatus(200): it passes,
    +   "answer": {
    +     "statusCode": 200,
    +   },
      }
     ❯ failing.ts:19:43
     FAIL  failing.ts > takes what cannot be judged for a mismatch
    AssertionError: expected { response: Promise{…} } to deeply equal { response: toHaveStatus{…} }
    - Expected
    + Received
      {
    -   "response": toHaveStatus(200): Cannot use toHaveStatus: received a Promise. Await it: \`expect(await response).toHaveStatus(…)\` or \`await expect(response).resolves.toHaveStatus(…)\`.,
    +   "response": Promise {},
      }
     ❯ failing.ts:23:51
     FAIL  failing.ts > prints one that passes without a reason
    AssertionError: expected { id: 1, answer: { statusCode: 200 } } to deeply equal { id: 2, answer: toHaveStatus(200) }
    - Expected
    + Received
      {
    -   "id": 2,
    +   "id": 1,
      }
     ❯ failing.ts:27:50
     FAIL  failing.ts > points at the line of a misuse
    Misuse: Cannot use toHaveStatus: received a Promise. Await it: \`expect(await response).toHaveStatus(…)\` or \`await expect(response).resolves.toHaveStatus(…)\`.
     ❯ failing.ts:31:37"
  `);
}, 60_000);
