import { describeIssue, hasErrors } from '../../kernel/issue.js';
import { Misuse } from '../../kernel/misuse.js';
import { type Cron, type CronField, cronFields, cronValues, everyValue } from './cron.js';
import {
  type CronDialect,
  type CronIssue,
  currentPage,
  cut,
  issueAt,
  type Piece,
  quoted,
} from './cronIssue.js';
import { neverFires } from './nextAfter.js';
import { type FieldReading, readField } from './readField.js';

/** How to read an expression. */
export interface CronOptions {
  /** Left out: both pages are accepted, and what only one of them allows is a warning. */
  readonly dialect?: CronDialect | undefined;
}

/** What a cron expression says, and what is wrong with it; `cron` is missing exactly when an issue is an error. */
export interface CronReading {
  readonly cron?: Cron;
  readonly issues: readonly CronIssue[];
}

/**
 * Parses an expression of SCF's dialect: 7 fields from second to year, or the 5 of the legacy syntax.
 * Throws a Misuse with the first error; {@link checkCron} gives all of them.
 *
 * @example
 * parseCron('0 0 9-17/4 * * MON-FRI *').hour.values; // [9, 13, 17]
 */
export function parseCron(expression: string, options: CronOptions = {}): Cron {
  const { cron, issues } = readCron(expression, options);
  if (cron !== undefined) return cron;
  const first = issues.find((issue) => issue.severity === 'error');
  throw new Misuse(
    'INVALID_CRON',
    `Cannot read the cron expression ${quoted(expression)}: ${first === undefined ? '' : describeIssue(first)} (character ${(first?.position ?? 0) + 1}). Write seven fields: second minute hour day month week year.`,
  );
}

/**
 * Everything that is wrong or doubtful in a cron expression, with its field and position.
 *
 * @example
 * checkCron('0 0 24 * * * *')[0].position; // 4
 */
export function checkCron(expression: string, options: CronOptions = {}): CronIssue[] {
  return [...readCron(expression, options).issues];
}

/**
 * Parses and checks at once, never throwing.
 *
 * @example
 * readCron('*\/5 * * * * * *').cron?.second.values.length; // 12
 */
export function readCron(expression: string, options: CronOptions = {}): CronReading {
  const pieces = cut({ text: expression, start: 0 }, ' ').filter((piece) => piece.text !== '');
  const issues = checkSpaces(expression);
  if (hasErrors(issues)) return { issues };
  const legacy = pieces.length === 5;
  const fields: readonly CronField[] = legacy ? cronFields.slice(1, 6) : cronFields;
  if (pieces.length !== fields.length) return { issues: [...issues, wrongCount(expression, pieces)] };
  const readings = new Map<CronField['name'], FieldReading>();
  for (const [index, piece] of pieces.entries()) {
    const field = fields[index];
    if (field !== undefined) readings.set(field.name, readField(field, piece, options.dialect));
  }
  issues.push(...[...readings.values()].flatMap((reading) => reading.issues));
  if (legacy) issues.push(legacySyntax(expression, pieces, hasErrors(issues)));
  const week = pieces[legacy ? 4 : 5];
  if (week?.text === '?' && pieces[legacy ? 2 : 3]?.text === '?')
    issues.push(
      issueAt(cronFields[5], week, {
        rule: 'symbol',
        expected: '? in one of day and week',
        hint: 'write * for every day',
        source: currentPage,
      }),
    );
  if (hasErrors(issues)) return { issues };
  const cron = assemble(expression, readings);
  const day = pieces[legacy ? 2 : 3];
  if (day !== undefined && neverFires(cron))
    issues.push(
      issueAt(cronFields[3], day, {
        rule: 'never',
        severity: 'warning',
        expected: 'a day that the months and years have',
        hint: 'this schedule never fires',
      }),
    );
  return { cron, issues };
}

function assemble(expression: string, readings: ReadonlyMap<CronField['name'], FieldReading>): Cron {
  const valuesOf = (field: CronField) =>
    readings.get(field.name)?.values ??
    (field.name === 'second'
      ? cronValues(field, new Set([0]), { restricted: true })
      : everyValue(field, { restricted: false }));
  const [second, minute, hour, day, month, week, year] = cronFields;
  const specialDay = readings.get('day')?.specialDay;
  const specialWeek = readings.get('week')?.specialWeek;
  return {
    expression,
    second: valuesOf(second),
    minute: valuesOf(minute),
    hour: valuesOf(hour),
    day: valuesOf(day),
    month: valuesOf(month),
    week: valuesOf(week),
    year: valuesOf(year),
    ...(specialDay === undefined ? {} : { specialDay }),
    ...(specialWeek === undefined ? {} : { specialWeek }),
  };
}

function checkSpaces(expression: string): CronIssue[] {
  const control = /[^\S ]/.exec(expression);
  if (control !== null) {
    const hint = 'separate the fields with a space each';
    const piece = { text: control[0], start: control.index };
    return [issueAt(undefined, piece, { rule: 'spaces', expected: 'spaces between the fields', hint })];
  }
  const extra = /^ +| {2,}| +$/.exec(expression);
  if (extra === null || extra[0] === expression) return [];
  const piece = { text: extra[0], start: extra.index };
  const expected = 'one space between the fields and none around them';
  return [issueAt(undefined, piece, { rule: 'spaces', severity: 'warning', expected })];
}

function wrongCount(expression: string, pieces: readonly Piece[]): CronIssue {
  const surplus = pieces[7];
  const piece =
    surplus === undefined
      ? { text: '', start: expression.length }
      : { text: expression.slice(surplus.start).trimEnd(), start: surplus.start };
  return issueAt(undefined, piece, {
    rule: 'fields',
    expected: '7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax',
    received: `${pieces.length}`,
    hint: likelyFields(expression.trim()),
  });
}

/** Nobody writes longer ones, and trying to mend them takes time. */
const longestMended = 200;

const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 * *',
  '@annually': '0 0 0 1 1 * *',
  '@monthly': '0 0 0 1 * * *',
  '@weekly': '0 0 0 * * SUN *',
  '@daily': '0 0 0 * * * *',
  '@midnight': '0 0 0 * * * *',
  '@hourly': '0 0 * * * * *',
};

/** The expression without spaces beside `/`, `,` and `-`. */
function withoutSpacesAround(expression: string): string {
  const parts = expression.split(/([/,-])/);
  const last = parts.length - 1;
  return parts
    .map((part, at) => {
      const begun = at === 0 ? part : part.trimStart();
      return at === last ? begun : begun.trimEnd();
    })
    .join('');
}

function likelyFields(expression: string): string | undefined {
  const nickname = Object.entries(nicknames).find(([name]) => name === expression.toLowerCase());
  if (nickname !== undefined) return `write ${nickname[1]}`;
  if (expression.length > longestMended) return undefined;
  const joined = withoutSpacesAround(expression);
  const spaces = joined === expression ? '' : 'no spaces around / , and -: ';
  const completions = [
    ['', joined],
    ['the second is missing: ', `0 ${joined}`],
    ['the year is missing: ', `${joined} *`],
  ];
  if (!/ \d{4}$/.test(joined)) completions.reverse();
  for (const [reason = '', candidate = ''] of completions)
    if (candidate.split(/ +/).length === 7 && readCron(candidate).cron !== undefined)
      return `${spaces}${reason}write ${candidate}`;
  return undefined;
}

function legacySyntax(expression: string, pieces: readonly Piece[], broken: boolean): CronIssue {
  const piece = { text: expression.trim(), start: pieces[0]?.start ?? 0 };
  const longer = `${piece.text} * *`;
  const hint =
    broken && readCron(longer).cron !== undefined
      ? `if it starts with the second, week and year are missing: write ${longer}`
      : `write 0 ${piece.text} *`;
  return issueAt(undefined, piece, {
    rule: 'legacy',
    severity: 'warning',
    expected: '7 fields; the 5 of the legacy syntax are not recommended',
    received: '5',
    hint,
  });
}
