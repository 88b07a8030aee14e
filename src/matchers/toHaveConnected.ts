import { defineMatcher } from './defineMatcher.js';
import { type ConnectionTarget, connectionsOf, pushFinding, recordOf } from './pushFinding.js';
import { statesText } from './toHaveClosed.js';

/** Passes when the registration function accepted the connection, also when it has ended since. */
export const toHaveConnected = defineMatcher<[target?: ConnectionTarget]>({
  name: 'toHaveConnected',
  subject: 'gateway',
  find(received, target) {
    const record = recordOf(received, 'toHaveConnected');
    const connections = connectionsOf(record, target, 'toHaveConnected');
    const isConnected = connections.some(({ state }) => state === 'open' || state === 'closed');
    return pushFinding(record, {
      expected: 'a connection that was accepted',
      negated: 'no connection that was accepted',
      problems: isConnected
        ? []
        : [{ path: [], expected: 'an accepted connection', received: statesText(connections) }],
    });
  },
});
