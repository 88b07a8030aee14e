import type { ConnectionRecord } from '../domain/websocket/pushRecord.js';
import { defineMatcher } from './defineMatcher.js';
import { type ConnectionTarget, connectionsOf, pushFinding, recordOf } from './pushFinding.js';

/** Passes when a function ended the connection by pushing "closing"; a client that left by itself does not count. */
export const toHaveClosed = defineMatcher<[target?: ConnectionTarget]>({
  name: 'toHaveClosed',
  subject: 'gateway',
  find(received, target) {
    const record = recordOf(received, 'toHaveClosed');
    const connections = connectionsOf(record, target, 'toHaveClosed');
    const isClosed = connections.some(({ closedBy }) => closedBy === 'function');
    return pushFinding(record, {
      expected: 'a connection that a function closed',
      negated: 'no connection that a function closed',
      problems: isClosed
        ? []
        : [{ path: [], expected: '"closing" to be pushed', received: statesText(connections) }],
    });
  },
});

/** Names what became of connections: `abc== open, def== closed by the client`. */
export function statesText(connections: readonly ConnectionRecord[]): string {
  if (connections.length === 0) return 'no such connection';
  return connections
    .map(({ id, state, closedBy }) => `${id} ${state}${closedBy === undefined ? '' : ` by the ${closedBy}`}`)
    .join(', ');
}
