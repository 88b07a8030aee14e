/** Where in a value an issue stands: property names and array indexes from the root; empty for the value itself. */
export type IssuePath = readonly (string | number)[];

/** `error`: no source shows this. `warning`: accepted somewhere, but not what is sent or advised today. */
export type Severity = 'error' | 'warning';

/**
 * One problem with a value, as data. {@link describeIssue} turns it into a sentence.
 *
 * `expected` and `received` are noun phrases that continue "expected …, received …".
 */
export interface Issue {
  readonly path: IssuePath;
  /** `<kind>/<what>`, stable across releases: `timer/Time-pattern`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly expected: string;
  readonly received: string;
  /** What to do about it, in a few words that follow a semicolon: `JSON.stringify it`. */
  readonly hint?: string;
  /** Where the rule comes from: an address, or how it was observed (`captured 2019, 2020, 2025`). */
  readonly source: string;
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * Writes a path the way JavaScript reads it: `Records[3].Ckafka.msgBody`, `headers["x-api-requestid"]`.
 * The root is the empty string.
 */
export function pathText(path: IssuePath): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (!identifier.test(key)) text += `[${JSON.stringify(key)}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text;
}

/**
 * Writes one issue as one line: `Message: expected a string, received 5 (a number)`.
 *
 * @example
 * describeIssue({
 *   path: ['Time'], rule: 'timer/Time-type', severity: 'error',
 *   expected: 'a string', received: '5 (a number)', source: 'captured 2019, 2020, 2025',
 * }); // 'Time: expected a string, received 5 (a number)'
 */
export function describeIssue(issue: Issue): string {
  const place = pathText(issue.path);
  const hint = issue.hint === undefined ? '' : `; ${issue.hint}`;
  return `${place === '' ? '' : `${place}: `}expected ${issue.expected}, received ${issue.received}${hint}`;
}

/** True when any of the issues is an error. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
