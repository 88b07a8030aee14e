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
    deploymentFacts: frontEnd.deployment?.facts ?? [],
    start({ handler, invocation, deployment = {}, frontEnd: given = {} }, { report, enter }) {
      const config = { ...frontEnd.deployment?.configOf(deployment), ...given };
      const pool = createFunctionPool(handler, { deployed: true, ...invocation });
      return {
        notes: [],
        async answer(request) {
          const made = await exchange(frontEnd, request, config, (event) => enter(() => pool.invoke(event)));
          const { event, outcome, rendered, warnings } = made;
          const what = shownRequest(request);
          const answer = String(rendered.status);
          if (outcome === undefined) {
            const why = made.reason === undefined ? '' : `: ${made.reason}`;
            const reason = event === undefined ? `it is not passed on${why}` : 'the function takes too long';
            report({ type: 'refusal', what, answer, reason });
          } else {
            const errors = made.breaking.map(describeIssue);
            const reason = errors.length === 0 ? undefined : errors.join('; ');
            const told = warnings.length === 0 ? {} : { warnings };
            report({ type: 'event', kind: name, what, event, outcome, answer, reason, ...told });
          }
          return rendered;
        },
        restart: () => pool.close(),
      };
    },
  };
}
