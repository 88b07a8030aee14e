import type { Issue } from '../kernel/issue.js';
import { isObject } from '../kernel/json.js';
import { sizeIssues } from '../kernel/limits.js';
import { readTrigger } from './checkTrigger.js';
import type {
  Delivery,
  DeliveryOptions,
  DeliveryReport,
  EventRequest,
  TriggerConfig,
  TriggerKind,
} from './kind.js';
import { kindOfType } from './triggerKinds.js';

/**
 * Could this trigger have sent this event? Gives what speaks against it; nothing when it could.
 *
 * @throws Misuse for a type of trigger that no source shows.
 * @example
 * const daily = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
 * const event = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T09:00:00Z', Message: '' };
 * deliverable(daily, event).map(describeIssue);
 * // ['Time: expected a second that 0 0 9 * * * * hits in UTC+8, received 2026-01-01T09:00:00Z; the next after it is 2026-01-02T01:00:00Z']
 */
export function deliverable(config: TriggerConfig, event: unknown, options: DeliveryOptions = {}): Issue[] {
  const kind = kindOfType(config.Type);
  const { trigger, issues } = readTrigger(kind, config);
  if (trigger === undefined) return issues.filter((issue) => issue.severity === 'error');
  const found: Issue[] = [];
  const report: DeliveryReport = (what, path, problem) =>
    found.push({
      path,
      rule: `deliverable/${what}`,
      severity: 'error',
      source: kind.documentation,
      ...problem,
    });
  if (isClosed(config))
    report('disabled', [], {
      expected: 'an enabled trigger',
      received: `Enable ${JSON.stringify(config.Enable)}`,
    });
  const delivery = kind.deliveries.find(({ contract }) => contract.accepts(event));
  if (delivery === undefined) {
    report('kind', [], { expected: `${kindsOf(kind)} as the contract has it`, received: described(event) });
    return found;
  }
  delivery.check(trigger, event, report, options);
  return [...found, ...sizeIssues(delivery.kind, event, kind.invocation)];
}

/**
 * What to draw to get events that this trigger could send: kinds with the overrides and options that make them its own.
 * Empty when it sends none, for it is disabled or its schedule never fires.
 *
 * @throws Misuse for a type of trigger that no source shows.
 * @example
 * requestsOf({ Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' });
 * // [{ kind: 'timer', overrides: { TriggerName: 'daily', Message: '' }, options: { cron: '0 0 9 * * * *' } }]
 */
export function requestsOf(config: TriggerConfig, options: DeliveryOptions = {}): EventRequest[] {
  const kind = kindOfType(config.Type);
  const { trigger } = readTrigger(kind, config);
  if (trigger === undefined || isClosed(config)) return [];
  return kind.deliveries.flatMap((delivery) => delivery.requests(trigger, options));
}

/** The kinds of events that triggers of this type send. */
export function eventKindsOf(type: string): string[] {
  return kindOfType(type).deliveries.map((delivery) => delivery.kind);
}

function isClosed({ Enable }: TriggerConfig): boolean {
  return Enable === 'CLOSE' || Enable === 0;
}

function kindsOf({ deliveries }: TriggerKind): string {
  return `an event of kind ${deliveries.map((delivery: Delivery<unknown>) => delivery.kind).join(' or ')}`;
}

function described(event: unknown): string {
  if (!isObject(event)) return 'no object';
  const names = Object.keys(event).slice(0, 6);
  return names.length === 0 ? 'an empty object' : `an object with ${names.join(', ')}`;
}
