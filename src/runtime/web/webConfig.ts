import { parse } from 'yaml';
import { isObject, parsedJson } from '../../kernel/json.js';
import type { WebPackage } from './webPackage.js';

/** What the configuration beside a web function says of it. */
export interface WebConfig {
  readonly file: string;
  /** True where it says that the function is one. */
  readonly isWeb: boolean;
  readonly runtime?: string;
  /** That of Serverless Framework which deploys it. */
  readonly component?: string;
  /** What the component starts where there is no scf_bootstrap. */
  readonly entryFile?: string;
  readonly framework?: string;
  readonly env: Readonly<Record<string, string>>;
}

const files: readonly {
  readonly file: string;
  readonly read: (document: unknown) => Partial<WebConfig> | undefined;
}[] = [
  { file: 'serverless.yml', read: ofServerless },
  { file: 'serverless.yaml', read: ofServerless },
  { file: 'cloudbaserc.json', read: ofCloudBase },
  { file: 'template.yaml', read: ofTemplate },
  { file: 'template.yml', read: ofTemplate },
];

/** The first configuration that describes a function; undefined where there is none. */
export function configIn(given: WebPackage): WebConfig | undefined {
  for (const { file, read } of files) {
    const text = given.read(file);
    const said = text === undefined ? undefined : read(documentOf(text));
    if (said !== undefined) return { file, isWeb: false, env: {}, ...said };
  }
  return undefined;
}

function documentOf(text: string): unknown {
  const json = parsedJson(text);
  if (json !== undefined) return json;
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    // What cannot be read says nothing; `trigger check` tells where.
    return undefined;
  }
}

/** Of `component: scf` a function of type web; of `component: http` always one, with its facts under faas. */
function ofServerless(document: unknown): Partial<WebConfig> | undefined {
  if (!isObject(document) || !isObject(document.inputs)) return undefined;
  const { inputs, component } = document;
  // The component for web functions alone.
  const isHttp = String(component).startsWith('http');
  const facts = isHttp && isObject(inputs.faas) ? inputs.faas : inputs;
  const variables = isObject(facts.environment) ? facts.environment : {};
  return {
    isWeb: isHttp || inputs.type === 'web',
    ...textAt(facts, 'runtime', 'runtime'),
    ...textAt(document, 'component', 'component'),
    ...textAt(inputs, 'entryFile', 'entryFile'),
    ...textAt(facts, 'framework', 'framework'),
    env: textsOf(isObject(variables.variables) ? variables.variables : variables),
  };
}

/** CloudBase: https://docs.cloudbase.net/cli-v1/functions/configs */
function ofCloudBase(document: unknown): Partial<WebConfig> | undefined {
  const functions = isObject(document) && Array.isArray(document.functions) ? document.functions : [];
  const found = functions.find((one) => isObject(one) && one.type === 'HTTP') ?? functions[0];
  if (!isObject(found)) return undefined;
  return {
    isWeb: found.type === 'HTTP',
    ...textAt(found, 'runtime', 'runtime'),
    env: textsOf(isObject(found.envVariables) ? found.envVariables : {}),
  };
}

function ofTemplate(document: unknown): Partial<WebConfig> | undefined {
  if (!isObject(document) || !isObject(document.Resources)) return undefined;
  const functions = Object.values(document.Resources)
    .flatMap((one) => (isObject(one) ? [one, ...Object.values(one)] : []))
    .filter((one) => isObject(one) && one.Type === 'TencentCloud::Serverless::Function');
  const properties = functions.flatMap((one) =>
    isObject(one) && isObject(one.Properties) ? [one.Properties] : [],
  );
  const found = properties.find(({ Type }) => Type === 'HTTP') ?? properties[0];
  if (found === undefined) return undefined;
  const environment = isObject(found.Environment) ? found.Environment : {};
  return {
    isWeb: found.Type === 'HTTP',
    ...textAt(found, 'Runtime', 'runtime'),
    env: textsOf(isObject(environment.Variables) ? environment.Variables : {}),
  };
}

function textAt<Name extends string>(
  from: Readonly<Record<string, unknown>>,
  key: string,
  name: Name,
): { readonly [key in Name]?: string } {
  const value = from[key];
  return (typeof value === 'string' ? { [name]: value } : {}) as { readonly [key in Name]?: string };
}

function textsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
