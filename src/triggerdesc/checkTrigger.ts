import { describeValue } from '../kernel/describeValue.js';
import type { Issue } from '../kernel/issue.js';
import { descriptionPage } from './jsonDesc.js';
import type { DescReading, ReadTrigger, TriggerConfig, TriggerKind } from './kind.js';
import { findKind, kindOfType, likelyType, typesWith } from './triggerKinds.js';

const api = 'https://cloud.tencent.com/document/product/583/18589';

/**
 * Checks a TriggerDesc, given as it is sent or, of a JSON text, as the value that it stands for.
 *
 * @throws Misuse for a type that no source shows.
 * @example
 * checkTriggerDesc('ckafka', '{"maxMsgNum":20000,"offset":"latest","retry":1}').map(describeIssue);
 * // ['maxMsgNum: expected at most 10000, or a string, received 20000 (a number)']
 */
export function checkTriggerDesc(type: string, desc: string | object): Issue[] {
  return [...kindOfType(type).read(desc).issues];
}

/**
 * Checks one trigger: its type, name, description and what else a request of CreateTrigger has.
 *
 * @example
 * checkTrigger({ Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 24 * * * *' }).map(describeIssue);
 * // ['TriggerDesc.hour: expected an integer from 0 to 23, received "24"; midnight is 0']
 */
export function checkTrigger(config: TriggerConfig): Issue[] {
  const kind = findKind(config.Type);
  if (kind === undefined) {
    const expected = 'a type that a source shows';
    return [
      issue({ field: 'Type', rule: 'type', expected, received: config.Type, hint: likelyType(config.Type) }),
    ];
  }
  return [
    ...typeIssues(kind),
    ...nameIssues(kind, config),
    ...readTrigger(kind, config).issues,
    ...settingIssues(config),
  ];
}

/** The description of a trigger and what is wrong with it, the rules over the whole trigger included. */
export function readTrigger<Desc>(
  kind: TriggerKind<string, Desc>,
  config: TriggerConfig,
): DescReading<Desc> & { readonly trigger?: ReadTrigger<Desc> } {
  const reading = kind.read(config.TriggerDesc ?? '');
  const issues = reading.issues.map((each) => ({ ...each, path: ['TriggerDesc', ...each.path] }));
  const { desc } = reading;
  const trigger = { config, name: config.TriggerName ?? '' };
  for (const rule of kind.rules)
    rule.check(desc === undefined ? trigger : { ...trigger, desc }, (path, problem) => {
      issues.push({
        path: [...path],
        rule: rule.name,
        severity: rule.severity,
        source: rule.source,
        ...problem,
      });
    });
  return desc === undefined ? { issues } : { issues, desc, trigger: { ...trigger, desc } };
}

function typeIssues({ type, notCreatable, documentation }: TriggerKind): Issue[] {
  if (notCreatable === undefined) return [];
  return [
    issue({
      field: 'Type',
      rule: 'creatable',
      expected: 'a type that CreateTrigger takes today',
      received: type,
      hint: notCreatable,
      severity: 'warning',
      source: documentation,
    }),
  ];
}

function nameIssues({ type, names }: TriggerKind, { TriggerName }: TriggerConfig): Issue[] {
  if (TriggerName === undefined) {
    if (names.every(({ pattern }) => pattern.test(''))) return [];
    return [
      issue({
        field: 'TriggerName',
        rule: 'name-given',
        expected: names[0]?.expected ?? 'a name',
        received: undefined,
        severity: 'warning',
      }),
    ];
  }
  const broken = names.find(({ pattern }) => !pattern.test(TriggerName));
  if (broken === undefined) return [];
  const { expected, severity, source } = broken;
  return [
    {
      ...issue({ field: 'TriggerName', rule: '', expected, received: TriggerName, severity, source }),
      rule: `${type}-triggerdesc/name`,
    },
  ];
}

function settingIssues({ Type, Enable, CustomArgument, FunctionName }: TriggerConfig): Issue[] {
  const issues: Issue[] = [];
  if (Enable === 1 || Enable === 0)
    issues.push(
      issue({
        field: 'Enable',
        rule: 'enable',
        expected: '"OPEN" or "CLOSE"',
        received: Enable,
        severity: 'warning',
        hint: `ListTriggers returns numbers, CreateTrigger takes "${Enable === 1 ? 'OPEN' : 'CLOSE'}"`,
      }),
    );
  else if (Enable !== undefined && Enable !== 'OPEN' && Enable !== 'CLOSE')
    issues.push(issue({ field: 'Enable', rule: 'enable', expected: '"OPEN" or "CLOSE"', received: Enable }));
  if (CustomArgument !== undefined && findKind(Type)?.takesArgument !== true)
    issues.push(
      issue({
        field: 'CustomArgument',
        rule: 'custom-argument',
        expected: `nothing: only a ${typesWith((kind) => kind.takesArgument === true).join(' or a ')} has it`,
        received: CustomArgument,
      }),
    );
  if (FunctionName !== undefined && (FunctionName === '' || FunctionName.length > 60))
    issues.push(
      issue({
        field: 'FunctionName',
        rule: 'function-name',
        expected: 'a name of 1 to 60 characters',
        received: FunctionName,
      }),
    );
  return issues;
}

function issue({ field, rule, expected, received, ...rest }: ConfigIssue): Issue {
  return {
    path: [field],
    rule: `trigger/${rule}`,
    severity: 'error',
    expected,
    received: describeValue(received),
    source: rule === 'type' ? descriptionPage : api,
    ...rest,
  };
}

/** An issue with a field of a request; an error of the API's page where nothing else is said. */
interface ConfigIssue extends Pick<Issue, 'expected'>, Partial<Pick<Issue, 'severity' | 'hint' | 'source'>> {
  readonly field: string;
  readonly rule: string;
  readonly received: unknown;
}
