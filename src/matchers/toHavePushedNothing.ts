import { isPushRecorder } from '../domain/websocket/pushRecord.js';
import { defineAsyncMatcher } from './defineAsyncMatcher.js';
import { type ConnectionTarget, messagesText, pushedTo, pushFinding, recordOf } from './pushFinding.js';

/** Waits until the invocations on record have ended with all they left running, and counts late pushes too. */
export const toHavePushedNothing = defineAsyncMatcher<[target?: ConnectionTarget]>({
  name: 'toHavePushedNothing',
  subject: 'gateway',
  ready: (received) => (isPushRecorder(received) ? received.record.settled() : undefined),
  find(received, target) {
    const record = recordOf(received, 'toHavePushedNothing');
    const { inTime, late, place } = pushedTo(record, target, 'toHavePushedNothing');
    const all = [...inTime, ...late];
    return pushFinding(record, {
      expected: `no push${place}`,
      negated: `a push${place}`,
      problems: all.length === 0 ? [] : [{ path: [], expected: 'no push', received: messagesText(all) }],
    });
  },
});
