import { describeIssue } from '../kernel/issue.js';
import { Misuse } from '../kernel/misuse.js';
import { isThenable } from '../responses/returnedValue.js';
import { argumentText } from './expectedValue.js';
import type { Finding, Problem } from './finding.js';

/** The result of a matcher, as `expect.extend` takes it. */
export interface Verdict {
  readonly pass: boolean;
  /** Why the assertion failed; when the matcher passed, why its negation did. */
  message(): string;
  /** The problems on one line, each with its rule, for use inside `toEqual`; '' when there are none. */
  brief(): string;
}

/** A matcher as `expect.extend` takes it: any framework's that has `pass` and `message`. */
export type Matcher<Args extends readonly unknown[]> = (received: unknown, ...args: Args) => Verdict;

/** What makes a matcher; {@link defineMatcher} adds the messages and tells wrong use apart. */
export interface MatcherDefinition<Args extends readonly unknown[]> {
  readonly name: string;
  /** What stands in the parentheses of expect: `response`, `event`. */
  readonly subject: string;
  find(received: unknown, ...args: Args): Finding;
}

/** Makes a matcher. A Promise and a function as the received value are wrong use, not failures. */
export function defineMatcher<Args extends readonly unknown[]>(
  definition: MatcherDefinition<Args>,
): Matcher<Args> {
  return function matcher(received, ...args) {
    const finding = find();
    const pass = finding.problems.every((problem) => problem.severity === 'warning');
    return {
      pass,
      message: () => messageOf(definition, args, finding, pass),
      brief: () => finding.problems.map(briefly).join('; '),
    };

    function find(): Finding {
      try {
        refuseHalfDone(definition, received);
        return definition.find(received, ...args);
      } catch (error) {
        // The stack of a misuse begins at the test, so that a report shows its line.
        if (error instanceof Misuse) Error.captureStackTrace(error, matcher);
        throw error;
      }
    }
  };
}

function refuseHalfDone({ name, subject }: { name: string; subject: string }, received: unknown): void {
  if (typeof received === 'function') {
    throw new Misuse(
      'NOT_CALLED',
      `Cannot use ${name}: received a function, not what it returns. Call it: \`expect(await handler(event, context)).${name}(…)\`.`,
    );
  }
  if (isThenable(received)) {
    throw new Misuse(
      'NOT_AWAITED',
      `Cannot use ${name}: received a Promise. Await it: \`expect(await ${subject}).${name}(…)\` or \`await expect(${subject}).resolves.${name}(…)\`.`,
    );
  }
}

function messageOf(
  { name, subject: usual }: { name: string; subject: string },
  args: readonly unknown[],
  finding: Finding,
  pass: boolean,
): string {
  const { problems, subject = usual } = finding;
  const call = `${name}(${args.map((argument) => argumentText(argument)).join(', ')})`;
  const headline = pass
    ? `expect(${subject}).not.${call}\n\nExpected ${finding.negated}${problems.length === 0 ? '.' : `, found only ${countOf(problems)}:`}`
    : `expect(${subject}).${call}\n\nExpected ${finding.expected}, found ${countOf(problems)}:`;
  return [headline, ...table(problems), ...(finding.notes?.() ?? []), ...sourceLines(problems, finding)].join(
    '\n',
  );
}

function countOf(problems: readonly Problem[]): string {
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  const parts = [counted(problems.length - warnings, 'problem'), counted(warnings, 'warning')];
  return parts.filter((part) => part !== '').join(' and ');
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

const widestColumn = 96;

/** One line a problem, errors first, the rules in a column. */
function table(problems: readonly Problem[]): string[] {
  const isWarning = (problem: Problem) => problem.severity === 'warning';
  const sorted = [...problems.filter((one) => !isWarning(one)), ...problems.filter(isWarning)];
  const lines = sorted.map((problem) => ({
    text: `  ${isWarning(problem) ? 'warning: ' : ''}${sentence(problem)}`,
    rule: problem.rule,
  }));
  const width = Math.max(
    ...lines.map(({ text }) => text.length).filter((length) => length <= widestColumn),
    0,
  );
  return lines.map(({ text, rule }) => (rule === undefined ? text : `${text.padEnd(width)}  ${rule}`));
}

/** Which rule and which note comes from where, each source once. */
function sourceLines(problems: readonly Problem[], { noteSource }: Finding): string[] {
  const rulesOf = new Map<string, Set<string>>();
  const add = (source: string, what: string) =>
    rulesOf.set(source, (rulesOf.get(source) ?? new Set()).add(what));
  for (const { rule, source } of problems) {
    if (rule !== undefined && source !== undefined) add(source, rule.slice(rule.indexOf('/') + 1));
  }
  if (noteSource !== undefined) add(noteSource, 'what the caller gets');
  if (rulesOf.size === 0) return [];
  return ['Sources:', ...[...rulesOf].map(([source, rules]) => `  ${[...rules].join(', ')}: ${source}`)];
}

function briefly(problem: Problem): string {
  return problem.rule === undefined ? sentence(problem) : `${sentence(problem)} [${problem.rule}]`;
}

function sentence(problem: Problem): string {
  return describeIssue({ severity: 'error', rule: '', source: '', ...problem });
}
