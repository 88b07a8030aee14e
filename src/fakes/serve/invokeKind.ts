import { exampleKeys } from '../../kernel/exampleKeys.js';
import { invoke } from '../../triggers/invoke/invoke.js';
import { fakeInvokeApi, type InvokeApiCall } from '../invokeApi/fakeInvokeApi.js';
import type { ApiCredentials } from '../invokeApi/tc3.js';
import type { Reporter } from './served.js';
import { type KindSetup, maxKept, type ServeKind, type Service } from './serveKind.js';
import type { ServeOptions } from './serveOptions.js';

/** Clients of the Invoke API. */
export const invokeKind: ServeKind = {
  name: invoke.name,
  scheme: 'http',
  takesPushes: false,
  start: startInvoke,
};

/** The key pair that is taken when none is given. */
const exampleCredentials: ApiCredentials = {
  secretId: exampleKeys.secretId,
  secretKey: exampleKeys.secretKey,
};

function startInvoke(options: ServeOptions, { limits, report }: KindSetup): Service {
  const { handler, functionName = 'main', credentials = exampleCredentials, invocation } = options;
  const api = fakeInvokeApi({
    credentials,
    functions: { [functionName]: { handler, ...(invocation === undefined ? {} : { options: invocation }) } },
    maxRunning: limits.instances,
    maxKept,
    onCall: (call) => reportCall(call, report),
  });
  return {
    notes: [
      `FunctionName ${functionName}`,
      ...[credentials].flat().map(({ secretId }) => `SecretId ${secretId}`),
      ...(credentials === exampleCredentials ? [`SecretKey ${exampleCredentials.secretKey}`] : []),
    ],
    async answer({ method, url, headers, body }) {
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const answer = await api.fetch(
        new Request(url, {
          method,
          headers: [...headers].map(([name, value]) => [name, value]),
          ...(hasBody ? { body: new Uint8Array(body) } : {}),
        }),
      );
      return {
        status: answer.status,
        headers: [...answer.headers],
        body: new Uint8Array(await answer.arrayBuffer()),
      };
    },
    restart: () => api.close(),
  };
}

function reportCall({ request, problem, outcomes }: InvokeApiCall, report: Reporter): void {
  const what = request === undefined ? 'call' : `${request.action} ${request.functionName}`;
  const outcome = outcomes.at(-1);
  if (problem !== undefined) {
    report({ type: 'refusal', what, answer: problem.code, reason: problem.message });
  } else if (outcome !== undefined) {
    report({ type: 'event', kind: invoke.name, what, event: request?.event, outcome, answer: '200' });
  }
}
