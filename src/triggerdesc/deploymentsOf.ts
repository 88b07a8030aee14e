import type { Deployment } from '../domain/http/deployment.js';
import { readTrigger } from './checkTrigger.js';
import type { TriggerConfig } from './kind.js';
import { findKind } from './triggerKinds.js';

/** What a trigger says of the deployment of its function. */
export interface KindDeployment {
  /** The kind of the events: `apigw`, `function-url`. */
  readonly kind: string;
  readonly deployment: Deployment;
}

/**
 * What a configured trigger says of the deployment of its function, for every kind of event that it sends. What is left
 * out of a TriggerDesc is as CreateTrigger takes it: an API without `isIntegratedResponse` passes answers through.
 *
 * @param found the trigger; `endpointPath` is the path of an endpoint, which a TriggerDesc cannot say.
 * @returns nothing for a trigger that cannot be read, or says nothing of that.
 * @example
 * const TriggerDesc = { api: { isIntegratedResponse: 'TRUE' }, release: { environmentName: 'test' } };
 * deploymentsOf({ config: { Type: 'apigw', TriggerName: 'web', TriggerDesc }, endpointPath: '/demo' });
 * // [{ kind: 'apigw', deployment: { integrated: true, base64: false, stage: 'test', pathPrefix: '/demo' } }]
 */
export function deploymentsOf({
  config,
  endpointPath,
}: {
  readonly config: TriggerConfig;
  readonly endpointPath?: string;
}): KindDeployment[] {
  const kind = findKind(config.Type);
  const trigger = kind === undefined ? undefined : readTrigger(kind, config).trigger;
  if (kind === undefined || trigger === undefined) return [];
  return kind.deliveries.flatMap((delivery) => {
    const deployment = delivery.deployment?.(trigger);
    if (deployment === undefined) return [];
    const path = endpointPath === undefined ? {} : { pathPrefix: endpointPath };
    return [{ kind: delivery.kind, deployment: { ...deployment, ...path } }];
  });
}
