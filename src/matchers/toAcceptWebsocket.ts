import { isObject } from '../kernel/json.js';
import { defineMatcher } from './defineMatcher.js';
import type { Problem } from './finding.js';
import { websocketFinding } from './toBeValidWebsocketReply.js';

/** Passes when the connection is established: a valid reply with errNo 0. */
export const toAcceptWebsocket = defineMatcher<[connectEvent?: unknown]>({
  name: 'toAcceptWebsocket',
  subject: 'reply',
  find(received, connectEvent) {
    const finding = websocketFinding('toAcceptWebsocket', received, connectEvent);
    const refusal: Problem[] =
      isObject(received) && Number.isInteger(received.errNo) && received.errNo !== 0
        ? [
            {
              path: ['errNo'],
              expected: '0',
              received: `${received.errNo} with errMsg ${JSON.stringify(received.errMsg)}`,
            },
          ]
        : [];
    return {
      ...finding,
      expected: 'a reply that accepts the connection',
      negated: 'a reply that refuses the connection',
      problems: [...refusal, ...finding.problems],
    };
  },
});
