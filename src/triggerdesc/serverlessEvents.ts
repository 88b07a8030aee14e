import { isObject } from '../kernel/json.js';
import type { TriggerConfig } from './kind.js';
import { findKind } from './triggerKinds.js';

type Values = Readonly<Record<string, unknown>>;

/** The function that the events of a serverless.yml belong to. */
export interface ServerlessFunction {
  readonly FunctionName?: string;
  readonly Namespace?: string;
  readonly Region?: string;
}

interface Described {
  readonly name?: unknown;
  readonly desc: unknown;
}

/**
 * What the tencent-scf component sends for one event of each type, as npm tencent-component-toolkit 2.27.6 makes it:
 * the name, and the description still as a value, whatever a person wrote into it.
 */
const descriptions: Readonly<
  Record<string, (given: Values, func: ServerlessFunction) => Described | readonly Described[]>
> = {
  timer: (given) => ({ name: given.name, desc: given.cronExpression }),
  cos: (given) => {
    const filter = valuesOf(given.filter);
    const Filter = { Prefix: filter.prefix ?? '', Suffix: filter.suffix ?? '' };
    return { name: given.bucket, desc: { event: given.events, filter: Filter } };
  },
  ckafka: (given) => ({
    name: `${text(given.name)}-${text(given.topic)}`,
    desc: {
      maxMsgNum: given.maxMsgNum ?? 100,
      offset: given.offset ?? 'latest',
      retry: given.retry ?? 10_000,
      timeOut: given.timeout ?? 60,
    },
  }),
  cmq: (given) => ({
    name: given.name,
    desc:
      given.filterKey === undefined ? '' : { filterType: given.filterType ?? 1, filterKey: given.filterKey },
  }),
  apigw: (given) =>
    (Array.isArray(given.endpoints) ? given.endpoints : [undefined]).map((one: unknown) => {
      const endpoint = valuesOf(one);
      const func = valuesOf(endpoint.function);
      return {
        name: given.serviceName ?? 'apigw',
        desc: {
          api: {
            authRequired: flag(endpoint.auth !== undefined),
            requestConfig: { method: endpoint.method ?? 'ANY' },
            isIntegratedResponse: flag(func.isIntegratedResponse === true),
            IsBase64Encoded: flag(endpoint.isBase64Encoded === true),
          },
          service:
            given.serviceId === undefined
              ? { serviceName: given.serviceName }
              : { serviceId: given.serviceId },
          release: { environmentName: given.environment ?? 'release' },
        },
      };
    }),
  http: (given) => {
    const net = valuesOf(given.netConfig);
    const desc = {
      AuthType: given.authType ?? 'NONE',
      NetConfig: { EnableIntranet: net.enableIntranet ?? false, EnableExtranet: net.enableExtranet ?? false },
      CorsConfig: given.corsConfig === undefined ? undefined : capitalised(valuesOf(given.corsConfig)),
    };
    return { name: given.name ?? 'url-trigger', desc };
  },
  cls: (given, { FunctionName = '', Namespace = 'default' }) => ({
    name: given.topicId,
    desc: {
      topic_id: given.topicId,
      name_space: Namespace,
      function_name: FunctionName === '' ? 'this-function' : FunctionName,
      qualifier: given.qualifier ?? '$DEFAULT',
      max_wait: given.maxWait,
      max_size: given.maxSize,
      effective: given.enable === true,
    },
  }),
  clb: (given) => {
    const { loadBalanceId, protocol, port, domain, url, weight } = given;
    return { name: '', desc: { loadBalanceId, protocol, port, domain, url, weight } };
  },
  mps: (given, { Region }) => ({ name: '', desc: { EventType: given.type, ScfRegion: Region } }),
};

/** Types that the component always creates enabled; the others are closed unless `enable: true` says otherwise. */
const alwaysOpen: readonly string[] = ['apigw', 'http', 'mps', 'clb'];

/** The triggers that one event of a serverless.yml makes: one, or one an endpoint of an apigw event. */
export function triggersOfEvent(type: string, event: unknown, func: ServerlessFunction): TriggerConfig[] {
  const describe = Object.hasOwn(descriptions, type) ? descriptions[type] : undefined;
  if (describe === undefined) return [{ Type: type, ...func }];
  const given = { ...valuesOf(event), ...valuesOf(valuesOf(event).parameters) };
  return [describe(given, func)].flat().map(({ name, desc }) => {
    const { argument, qualifier } = given;
    return {
      Type: type,
      ...func,
      ...(name === undefined || name === null ? {} : { TriggerName: text(name) }),
      ...(desc === undefined ? {} : { TriggerDesc: typeof desc === 'string' ? desc : JSON.stringify(desc) }),
      Qualifier: qualifier === undefined ? '$DEFAULT' : text(qualifier),
      Enable: alwaysOpen.includes(type) || given.enable === true ? 'OPEN' : 'CLOSE',
      ...(findKind(type)?.takesArgument !== true || argument === undefined
        ? {}
        : { CustomArgument: text(argument) }),
    };
  });
}

/** Whether the component leaves this event disabled without anybody having said so. */
export function isSilentlyClosed(type: string, event: unknown): boolean {
  const given = { ...valuesOf(event), ...valuesOf(valuesOf(event).parameters) };
  return !alwaysOpen.includes(type) && given.enable === undefined;
}

function valuesOf(value: unknown): Values {
  return isObject(value) ? value : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

/** The component takes lists as text too, and writes every name with a capital. */
function capitalised(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      typeof value === 'string' && /^(origins|methods|headers|exposeHeaders)$/.test(name)
        ? value.split(',')
        : value,
    ]),
  );
}
