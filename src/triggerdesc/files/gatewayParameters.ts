import { isObject } from '../../kernel/json.js';

/** The parameters of an event as the tencent-scf component has them, whose names all tools take with their own capitals. */
export function parametersOf(given: unknown): Readonly<Record<string, unknown>> {
  const parameters = lowered(given);
  return isObject(parameters) ? gatewayParameters(parameters) : {};
}

/** `CronExpression` is `cronExpression` and `API` is `api`, all the way down. */
function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [loweredName(name), lowered(one)]));
}

function loweredName(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Brings what the tools say of an API into the form with endpoints; other parameters stay as they are. */
function gatewayParameters(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { stageName, httpMethod, integratedResponse, service, api, enable, ...rest } = given;
  const { id, name, environment } = isObject(service) ? service : {};
  const isOfGateway = [stageName, httpMethod, integratedResponse, service, api].some(
    (one) => one !== undefined,
  );
  const switched = enable === undefined ? {} : { enable: enable === true || enable === 'OPEN' };
  if (!isOfGateway) return { ...rest, ...switched };
  const endpoint = { method: httpMethod, function: { isIntegratedResponse: integratedResponse === true } };
  return withoutNothing({
    ...rest,
    ...switched,
    serviceId: rest.serviceId ?? id,
    serviceName: rest.serviceName ?? name,
    environment: stageName ?? environment ?? rest.environment,
    endpoints: Array.isArray(api) ? api : [withoutNothing(endpoint)],
  });
}

function withoutNothing(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  );
}
