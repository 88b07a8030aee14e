import { describeValue } from '../kernel/describeValue.js';
import type { Issue, IssuePath } from '../kernel/issue.js';
import { isObject } from '../kernel/json.js';
import type { TriggerConfig } from './kind.js';

/** A trigger found in a document. */
export interface FoundTrigger {
  readonly config: TriggerConfig;
  /** Where in the document it stands. */
  readonly path: IssuePath;
  /** Path of the endpoint of a serverless.yml, which no TriggerDesc can say. */
  readonly endpointPath?: string;
}

/** What a document configures, and what could not be read of it. */
export interface FoundTriggers {
  readonly triggers: readonly FoundTrigger[];
  /** Problems of the document itself; those of the triggers come from `checkTriggers`. */
  readonly issues: readonly Issue[];
  /** True where they are those of a web function, which gets HTTP requests and no events. */
  readonly isOfWebFunction?: boolean;
}

const textFields = [
  'TriggerName',
  'FunctionName',
  'Namespace',
  'Qualifier',
  'CustomArgument',
  'Description',
  'Region',
];

/** What stands in a request, as far as it has the type that a request has; what has not is an issue. */
export function configOf(value: unknown, path: IssuePath, issues: Issue[]): TriggerConfig {
  const given = isObject(value) ? value : {};
  const config: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(given)) {
    if (part === null || (name === 'CustomArgument' && part === '')) continue;
    if (name === 'TriggerDesc' ? typeof part === 'string' || typeof part === 'object' : name === 'Enable')
      config[name] = part;
    else if (textFields.includes(name) && typeof part === 'string') config[name] = part;
    else if (textFields.includes(name) || name === 'TriggerDesc')
      issues.push(
        problem({
          path: [...path, name],
          rule: 'text',
          expected: 'a string',
          received: describeValue(part),
          source: 'https://cloud.tencent.com/document/product/583/18589',
        }),
      );
  }
  return { ...config, Type: typeof given.Type === 'string' ? given.Type : describeValue(given.Type) };
}

/** An error of the document, where nothing else is said. */
export function problem({
  path,
  rule,
  ...rest
}: Omit<Issue, 'severity'> & Partial<Pick<Issue, 'severity'>>): Issue {
  return { path, rule: `config/${rule}`, severity: 'error', ...rest };
}
