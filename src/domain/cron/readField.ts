import {
  type CronField,
  type CronValues,
  cronFields,
  cronValues,
  everyValue,
  type SpecialDay,
  type SpecialWeek,
} from './cron.js';
import {
  allowedIn,
  type CronDialect,
  type CronIssue,
  currentPage,
  cut,
  issueAt,
  type Piece,
} from './cronIssue.js';

/** `?`, `L`, `LW`, `10W`, `5L`, `FRIL`, `5#2`, `MON#1`: alone, or where a value of a list, range or step stands. */
const specialForm =
  /(?<![^,\-/])(?:[^,\-/]*[?#][^,\-/]*|(?:\d*(?:LW?|W)|(?:SUN|MON|TUE|WED|THU|FRI|SAT)L)(?![^,\-/]))/i;

/** One field read: its values, or a special form, or what is wrong with it. */
export interface FieldReading {
  readonly issues: CronIssue[];
  readonly values?: CronValues;
  readonly specialDay?: SpecialDay;
  readonly specialWeek?: SpecialWeek;
}

/** Reads one field of an expression. */
export function readField(field: CronField, piece: Piece, dialect: CronDialect | undefined): FieldReading {
  const special = specialForm.exec(piece.text);
  if (special !== null) {
    const start = piece.start + special.index;
    return readSpecial(field, piece, { text: special[0], start }, dialect);
  }
  const issues: CronIssue[] = [];
  const allowed = new Set<number>();
  for (const item of cut(piece, ',')) readItem(field, item, allowed, issues);
  if (issues.some((issue) => issue.severity === 'error')) return { issues };
  if (field.name === 'week' && /\d/.test(piece.text.replace(/\/\d+/g, '')))
    issues.push(
      issueAt(field, piece, {
        rule: 'week-number',
        severity: 'warning',
        expected: 'names, which cannot be misread',
        hint: `0 is Sunday here (${namesOf(allowed)}), but 0 was Monday on CloudBase pages and 1 is Sunday in Quartz`,
      }),
    );
  return { issues, values: cronValues(field, allowed, { restricted: piece.text !== '*' }) };
}

function readItem(field: CronField, item: Piece, allowed: Set<number>, issues: CronIssue[]): void {
  const [range, step, more] = cut(item, '/');
  if (range === undefined) return;
  if (more !== undefined) {
    const rest = { text: item.text.slice(more.start - 1 - item.start), start: more.start - 1 };
    issues.push(issueAt(field, rest, { rule: 'step', expected: 'one / at the most' }));
    return;
  }
  const every = step === undefined ? 1 : readStep(field, step, range, issues);
  const ends = readRange(field, range, step !== undefined, issues);
  if (every === undefined || ends === undefined) return;
  for (let value = ends.from; value <= ends.to; value += every) allowed.add(value);
}

function readStep(field: CronField, step: Piece, range: Piece, issues: CronIssue[]): number | undefined {
  const every = /^\d+$/.test(step.text) ? Number(step.text) : 0;
  const size = field.highest - field.lowest + 1;
  if (every === 0) {
    const hint = `write ${range.text || '*'} alone for every ${field.name}`;
    const wrong = { rule: 'step', expected: `a step of 1 to ${size} behind the /`, hint };
    issues.push(issueAt(field, step, wrong));
    return undefined;
  }
  if (every > size)
    issues.push(
      issueAt(field, step, {
        rule: 'step',
        severity: 'warning',
        expected: `a step of 1 to ${size}`,
        hint: 'only the first value of the range is ever reached',
      }),
    );
  return every;
}

function readRange(
  field: CronField,
  range: Piece,
  stepped: boolean,
  issues: CronIssue[],
): { from: number; to: number } | undefined {
  if (range.text === '*') return { from: field.lowest, to: field.highest };
  const [first, last, more] = cut(range, '-');
  if (first === undefined) return undefined;
  if (first.text === '' && last !== undefined) {
    const hint = 'values are never negative';
    issues.push(issueAt(field, range, { rule: 'value', expected: allowedIn(field), hint }));
    return undefined;
  }
  if (more !== undefined) {
    const rest = { text: range.text.slice(more.start - 1 - range.start), start: more.start - 1 };
    issues.push(issueAt(field, rest, { rule: 'range', expected: 'one - at the most' }));
    return undefined;
  }
  const from = readValue(field, first, issues, stepped ? '*' : undefined);
  const to = last === undefined ? from : readValue(field, last, issues);
  if (from === undefined || to === undefined) return undefined;
  if (from > to) {
    issues.push(
      issueAt(field, range, {
        rule: 'range',
        expected: 'a range from low to high',
        hint: aroundTheEnd(field, from, to),
      }),
    );
    return undefined;
  }
  return { from, to: last === undefined && stepped ? field.highest : to };
}

function readValue(
  field: CronField,
  piece: Piece,
  issues: CronIssue[],
  ifEmpty?: string,
): number | undefined {
  const name = field.names.indexOf(piece.text.toUpperCase());
  const value = name >= 0 ? field.lowest + name : /^\d+$/.test(piece.text) ? Number(piece.text) : Number.NaN;
  if (value >= field.lowest && value <= field.highest) return value;
  const hint =
    piece.text === '' && ifEmpty !== undefined
      ? `write ${ifEmpty} in front of the /`
      : likelyValue(field, piece.text);
  issues.push(issueAt(field, piece, { rule: 'value', expected: allowedIn(field), hint }));
  return undefined;
}

function likelyValue(field: CronField, text: string): string | undefined {
  const number = /^\d+$/.test(text) ? Number(text) : undefined;
  if (field.name === 'week' && number === 7)
    return 'Sunday is 0 or SUN; in Quartz 7 is Saturday, here 6 or SAT';
  if ((field.name === 'day' || field.name === 'month') && number === 0) return `the first ${field.name} is 1`;
  if (field.name === 'hour' && number === 24) return 'midnight is 0';
  if ((field.name === 'second' || field.name === 'minute') && number === 60)
    return `the first ${field.name} is 0`;
  if (field.name === 'year' && number !== undefined && number < 100) return `write ${2000 + number}`;
  if (/^\*./.test(text)) return `write */${text.replace(/^\**\D*/, '') || 'n'} for steps, or * alone`;
  const home = cronFields.find((each) => each.names.some((name) => text.toUpperCase().startsWith(name)));
  if (home !== undefined && home.name !== field.name) return `${text} belongs into the ${home.name} field`;
  if (home !== undefined) return `write ${text.slice(0, 3).toUpperCase()}`;
  if (/^H$/i.test(text)) return 'H is known to Jenkins only; write a number';
  return /[^\x20-\x7e]/.test(text) ? 'write it in ASCII' : undefined;
}

/** A range that runs over the end of its field, as a list: `22-2` of the hours is `22-23,0-2`. */
function aroundTheEnd(field: CronField, from: number, to: number): string {
  if (field.name === 'year') return `write ${to}-${from}`;
  const upper = from === field.highest ? `${from}` : `${from}-${field.highest}`;
  const lower = to === field.lowest ? `${to}` : `${field.lowest}-${to}`;
  return `write ${upper},${lower} to run over the end`;
}

function readSpecial(
  field: CronField,
  piece: Piece,
  form: Piece,
  dialect: CronDialect | undefined,
): FieldReading {
  const text = piece.text.toUpperCase();
  const value = /^(?:\d+|[a-z]{3}(?=[l#]))?/i.exec(form.text)?.[0].length ?? 0;
  const misplaced = form.text
    .split('')
    .findIndex(
      (symbol, index) =>
        index >= value && /[?LW#]/i.test(symbol) && !field.symbols.includes(symbol.toUpperCase()),
    );
  if (misplaced >= 0) {
    const symbol = { text: form.text.charAt(misplaced), start: form.start + misplaced };
    const homes = cronFields.filter((each) => each.symbols.includes(symbol.text.toUpperCase()));
    const hint = `${symbol.text} is for ${homes.map((each) => each.name).join(' and ')} only${symbol.text === '?' ? '; write *' : ''}`;
    const expected = `${allowedIn(field)}, or , - * /`;
    return { issues: [issueAt(field, symbol, { rule: 'symbol', expected, hint, source: currentPage })] };
  }
  const reading = field.name === 'day' ? specialDay(field, text) : specialWeek(field, text);
  if (reading === undefined) {
    const day = 'L, LW or a day from 1 to 31 with W behind it, alone in the field';
    const week = 'a weekday with L behind it or # and 1 to 5, alone in the field';
    const expected = `${field.name === 'day' ? day : week}, or ?`;
    return { issues: [issueAt(field, piece, { rule: 'symbol', expected, source: currentPage })] };
  }
  const issues: CronIssue[] = [];
  if (dialect !== 'current')
    issues.push(
      issueAt(field, piece, {
        rule: 'dialect',
        ...(dialect === undefined ? { severity: 'warning' as const } : {}),
        expected: 'only , - * / as the guide of 2022 and the international page have it',
        hint: `${piece.text} is allowed by the current Chinese page`,
        source: currentPage,
      }),
    );
  return { issues, ...reading };
}

type SpecialReading = Omit<FieldReading, 'issues'> | undefined;

function specialDay(field: CronField, text: string): SpecialReading {
  if (text === '?') return { values: everyValue(field, { restricted: false }) };
  if (text === 'L' || text === 'LW')
    return { values: everyValue(field, { restricted: true }), specialDay: { symbol: text } };
  const day = Number(/^(\d+)W$/.exec(text)?.[1]);
  if (!(day >= field.lowest && day <= field.highest)) return undefined;
  return { values: everyValue(field, { restricted: true }), specialDay: { symbol: 'W', day } };
}

function specialWeek(field: CronField, text: string): SpecialReading {
  if (text === '?') return { values: everyValue(field, { restricted: false }) };
  const [, name = '', last, nth] = /^(\d+|[A-Z]{3})(?:(L)|#([1-5]))$/.exec(text) ?? [];
  const weekday = field.names.includes(name) ? field.names.indexOf(name) : Number(name || Number.NaN);
  if (!(weekday >= field.lowest && weekday <= field.highest)) return undefined;
  const values = everyValue(field, { restricted: true });
  if (last !== undefined) return { values, specialWeek: { symbol: 'L', weekday } };
  return { values, specialWeek: { symbol: '#', weekday, nth: Number(nth) } };
}

function namesOf(weekdays: ReadonlySet<number>): string {
  return [...weekdays]
    .sort()
    .map((weekday) => cronFields[5].names[weekday])
    .join(',');
}
