import type { TriggerConfig, TriggerKind } from './kind.js';
import { type ServerlessFunction, textOfValue, type Values, valuesOf } from './serverlessForm.js';

/** A trigger of a serverless.yml, with what its TriggerDesc cannot say. */
export interface ServerlessTrigger {
  readonly config: TriggerConfig;
  readonly endpointPath?: string;
}

/** The triggers that one event of a serverless.yml makes. */
export function triggersOfEvent(
  kind: TriggerKind,
  event: unknown,
  func: ServerlessFunction,
): ServerlessTrigger[] {
  const given = givenIn(event);
  const { describe, isAlwaysOpen } = kind.serverless;
  return [describe(given, func)].flat().map(({ name, desc, path }) => {
    const { argument, qualifier } = given;
    const config: TriggerConfig = {
      Type: kind.type,
      ...func,
      ...(name === undefined || name === null ? {} : { TriggerName: textOfValue(name) }),
      ...(desc === undefined ? {} : { TriggerDesc: typeof desc === 'string' ? desc : JSON.stringify(desc) }),
      Qualifier: qualifier === undefined ? '$DEFAULT' : textOfValue(qualifier),
      Enable: isAlwaysOpen === true || given.enable === true ? 'OPEN' : 'CLOSE',
      ...(kind.takesArgument !== true || argument === undefined
        ? {}
        : { CustomArgument: textOfValue(argument) }),
    };
    return path === undefined ? { config } : { config, endpointPath: path };
  });
}

/** Whether the component leaves this event disabled without anybody having said so. */
export function isSilentlyClosed({ serverless }: TriggerKind, event: unknown): boolean {
  return serverless.isAlwaysOpen !== true && givenIn(event).enable === undefined;
}

function givenIn(event: unknown): Values {
  return { ...valuesOf(event), ...valuesOf(valuesOf(event).parameters) };
}
