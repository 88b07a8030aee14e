import { describeIssue } from '../../kernel/issue.js';
import { exchange, type FrontEnd } from '../frontEnds/frontEnd.js';
import { createFunctionPool } from '../functionPool.js';
import { shownRequest } from './incoming.js';
import type { ServeKind } from './serveKind.js';

/** HTTP clients, by a front end. */
export function httpKind(frontEnd: FrontEnd): ServeKind {
  const { name } = frontEnd;
  return {
    name,
    scheme: 'http',
    takesPushes: false,
    start({ handler, invocation, frontEnd: config = {} }, { report, enter }) {
      const pool = createFunctionPool(handler, { deployed: true, ...invocation });
      return {
        notes: [],
        async answer(request) {
          const made = await exchange(frontEnd, request, config, (event) => enter(() => pool.invoke(event)));
          const { event, outcome, rendered } = made;
          const what = shownRequest(request);
          const answer = String(rendered.status);
          if (outcome === undefined) {
            const reason = event === undefined ? 'it is not passed on' : 'the function takes too long';
            report({ type: 'refusal', what, answer, reason });
          } else {
            const errors = made.issues.filter(({ severity }) => severity === 'error').map(describeIssue);
            const reason = errors.length === 0 ? undefined : errors.join('; ');
            report({ type: 'event', kind: name, what, event, outcome, answer, reason });
          }
          return rendered;
        },
        restart: () => pool.close(),
      };
    },
  };
}
