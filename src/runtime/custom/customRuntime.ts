import { Misuse } from '../../kernel/misuse.js';
import { platformEnv } from '../context.js';
import type { Call } from '../engine.js';
import { canHoldNetwork } from '../heldNetwork.js';
import type { End } from '../outcome.js';
import { ProcessHost } from '../processHost.js';
import type { FoundFunction, Platform, Runtime } from '../runtime.js';
import { bootstrapProblem } from './bootstrapProblem.js';
import { customSource } from './customSource.js';
import { findBootstrap } from './findBootstrap.js';
import { RuntimeApi } from './runtimeApi.js';

/** Functions in any language that ask for their events: https://cloud.tencent.com/document/product/583/47274 */
export const customRuntime: Runtime = {
  name: 'custom',
  versions: ['CustomRuntime'],
  keepsReach: () => canHoldNetwork(),
  find: findBootstrap,
  sourceOf: ({ root }) => customSource(root),
  host: (found, platform) =>
    new ProcessHost(
      {
        spec: found.spec,
        root: found.root,
        command: ['./bootstrap'],
        envOf: (call) => envOf(call, found, platform),
        open: (network) => RuntimeApi.listen(0, network),
        obstacle: () => obstacle(found, platform),
      },
      platform,
    ),
};

function envOf(call: Call, { root, exportName }: FoundFunction, { timeZone }: Platform) {
  return {
    TZ: call.trial?.timeZone ?? timeZone,
    ...(call.env ?? platformEnv(call.data)),
    USER_CODE_ROOT: `${root}/`,
    _HANDLER: exportName,
  };
}

/** @throws Misuse BOOTSTRAP_UNUSABLE for a function that is not deployed. */
function obstacle({ spec, path }: FoundFunction, { deployed }: Platform): End | undefined {
  const problem = bootstrapProblem(path);
  if (problem === undefined) return undefined;
  const { reason, advice, statusCode } = problem;
  if (deployed) return { type: 'not-started', statusCode, reason };
  throw new Misuse('BOOTSTRAP_UNUSABLE', `Cannot invoke ${spec}: ${reason}. ${advice}.`);
}
