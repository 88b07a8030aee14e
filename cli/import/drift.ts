import { check, type Issue, pathText, type Trigger } from '../../src/index.js';

/** A field that recorded events have otherwise than the contract says, or that it does not know. */
export interface Drift {
  readonly kind: string;
  /** With `[*]` for every element of an array. */
  readonly field: string;
  readonly rule: string;
  readonly severity: Issue['severity'];
  readonly expected: string;
  /** What kind of value was there; never the value itself, which may be a secret. */
  readonly received: string;
  /** In how many events. */
  readonly events: number;
  /** Where it was first seen. */
  readonly first: string;
}

const maxEntries = 2000;

/** Counts over many events how they differ from what is known of their kinds. */
export class DriftReport {
  readonly #entries = new Map<string, Drift>();

  add(trigger: Trigger, event: unknown, source: string): void {
    const known = check(trigger, event);
    const unknown = known.some(({ severity }) => severity === 'error')
      ? []
      : check(trigger, event, { strict: true }).filter(({ rule }) => rule.endsWith('/unknown-field'));
    const seen = new Map<string, Omit<Drift, 'events' | 'first'>>();
    for (const issue of [...known, ...unknown]) {
      const drift = driftOf(trigger, event, { issue, isUnknown: unknown.includes(issue) });
      seen.set(JSON.stringify(drift), drift);
    }
    for (const [key, drift] of seen) {
      const before = this.#entries.get(key);
      if (before === undefined && this.#entries.size >= maxEntries) continue;
      this.#entries.set(key, { ...drift, events: (before?.events ?? 0) + 1, first: before?.first ?? source });
    }
  }

  /** The most frequent first. */
  get entries(): readonly Drift[] {
    return [...this.#entries.values()].sort((a, b) => b.events - a.events);
  }
}

/** The sentence of a rule, and what kind of value stood there: the values themselves may be secrets. */
function driftOf(
  trigger: Trigger,
  event: unknown,
  { issue, isUnknown }: { readonly issue: Issue; readonly isUnknown: boolean },
): Omit<Drift, 'events' | 'first'> {
  const rule = trigger.rules.find(({ name }) => name === issue.rule);
  return {
    kind: trigger.name,
    field: pathText(issue.path.map((key) => (typeof key === 'number' ? '*' : key))).replaceAll(
      '["*"]',
      '[*]',
    ),
    rule: issue.rule,
    severity: isUnknown ? 'warning' : issue.severity,
    expected: isUnknown ? 'nothing, since no source shows it' : (rule?.holds ?? issue.expected),
    received: sortOf(issue.path.reduce(fieldOf, event)),
  };
}

function fieldOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function sortOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
