import { isObject } from '../../kernel/json.js';
import { type DescribedFunctions, factsOf, variablesOf } from './describedFunction.js';
import { eventsOf } from './eventsOf.js';
import type { EventForm } from './readEvent.js';

/** What its page shows is enabled says so; what one that says nothing becomes, it does not tell. */
const form: EventForm = {
  source: 'https://github.com/Serverless-Devs-Awesome/scf-tencent-component',
  silent: undefined,
};

/** The functions of an s.yaml whose component is `scf` of the provider `tencent`. */
export function devsFunctions(document: unknown): DescribedFunctions | undefined {
  if (!isObject(document)) return undefined;
  const tool = 'Serverless Devs';
  const parts = Object.entries(document).filter(([, one]) => isObject(one) && one.Component !== undefined);
  const isScf = (one: unknown) => isObject(one) && one.Component === 'scf' && one.Provider === 'tencent';
  const functions = parts.filter(([, one]) => isScf(one)).map(([part, one]) => functionOf(part, one));
  if (functions.length > 0) return { tool, functions };
  const later = isObject(document.services) ? document.services : document.resources;
  const components = [...parts.map(([, one]) => one), ...Object.values(isObject(later) ? later : {})].flatMap(
    (one) => (isObject(one) ? [one.Component ?? one.component] : []),
  );
  const named = components.filter((one) => one !== undefined).map(String);
  if (named.length === 0) return undefined;
  const refused = `its component is ${named.join(', ')}, and only scf of the provider tencent is read`;
  return { tool, functions, refused };
}

function functionOf(part: string, value: unknown) {
  const properties = isObject(value) && isObject(value.Properties) ? value.Properties : {};
  const given = isObject(properties.Function) ? properties.Function : {};
  const { Triggers, Environment, CodeUri, Name } = given;
  const facts = factsOf(
    { ...given, CodeUri: isObject(CodeUri) ? CodeUri.Src : CodeUri },
    {
      handler: 'Handler',
      code: 'CodeUri',
      runtime: 'Runtime',
      timeout: 'Timeout',
      memory: 'MemorySize',
      others: ['Name', 'Description', 'Environment', 'Triggers', 'Tags'],
    },
  );
  const events = (Array.isArray(Triggers) ? Triggers : []).map((one: unknown, index) => ({
    type: isObject(one) ? one.Type : one,
    name: isObject(one) && typeof one.Name === 'string' ? one.Name : undefined,
    parameters: isObject(one) ? one.Parameters : undefined,
    path: [part, 'Properties', 'Function', 'Triggers', index],
  }));
  const name = typeof Name === 'string' ? Name : part;
  return { name, ...facts, env: variablesOf(Environment), ...eventsOf(events, { FunctionName: name }, form) };
}
