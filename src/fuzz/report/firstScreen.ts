import { findingPage } from './findingPage.js';

/** A failure that is told on the first screen. */
interface Told {
  readonly oracle: string;
  /** All of it, as `describeFailure` tells it. */
  readonly text: string;
}

/** Further failures that are told by their heads. */
const maxFurther = 5;
const maxInSection = 4;
const maxInFirst = 22;
const maxCharacters = 180;

/**
 * The failures as a first screen shows them: the first one, and the others in two lines each.
 *
 * @example
 * firstScreen([{ oracle: 'crash', text: 'crash: A law.' }]); // '1. crash: A law.'
 */
export function firstScreen(failures: readonly Told[]): string {
  const [first, ...further] = failures;
  if (first === undefined) return '';
  const heads = further.slice(0, maxFurther).map((failure, index) => `${index + 2}. ${headIn(failure)}`);
  const rest = further.length - heads.length;
  return [
    `1. ${shortened(first.text)}`,
    ...heads,
    ...(rest > 0 ? [`And ${rest} further ${rest === 1 ? 'failure' : 'failures'}.`] : []),
  ].join('\n');
}

/**
 * What to do about the first failure.
 *
 * @example
 * nextStep({ oracle: 'crash', text: '' }, 'Run it again.').endsWith('Run it again.'); // true
 */
export function nextStep({ oracle }: Told, again: string): string {
  return `Next: ${findingPage(oracle)} tells how to mend the first. ${again}`;
}

/** The law and the first sentence of how it is broken. */
function headIn({ text }: Told): string {
  const lines = text.split('\n');
  const [, cases] = lines.map((line) => /^ {2}Found in (\d+ cases)/.exec(line)).find(Boolean) ?? [];
  const count = cases === undefined ? '' : ` (${cases})`;
  return lines
    .slice(0, 2)
    .map((line, index) => `${cut(line)}${index === 0 ? count : ''}`)
    .join('\n');
}

/** Of each section the first lines, and of each line the beginning. */
function shortened(text: string): string {
  const kept: string[] = [];
  let left = 0;
  for (const line of sectionsOf(text)) {
    if (kept.length < maxInFirst || /^(?:How to mend it|Replay):/.test(line))
      kept.push(isWhole(line) ? line : cut(line));
    else left++;
  }
  return left === 0 ? kept.join('\n') : [...kept, `(${left} further lines)`].join('\n');
}

/** The lines of a text, those of a long section counted. */
function sectionsOf(text: string): string[] {
  const lines: string[] = [];
  let since = 0;
  let over = 0;
  const close = () => {
    if (over > 0) lines.push(`  … and ${over} more`);
    over = 0;
  };
  for (const line of text.split('\n')) {
    const isHead = !line.startsWith(' ');
    if (isHead) {
      close();
      since = 0;
    } else since++;
    if (/^ {2}\d\d:/.test(line) && since > maxInSection) over++;
    else lines.push(line);
  }
  close();
  return lines;
}

/** Commands and paths are of use as a whole. */
function isWhole(line: string): boolean {
  return /^(?:Replay|How to mend it):|^ {2}curl /.test(line);
}

function cut(line: string): string {
  if (line.length <= maxCharacters) return line;
  const end = /[\ud800-\udbff]/.test(line[maxCharacters - 1] as string) ? maxCharacters - 1 : maxCharacters;
  return `${line.slice(0, end)}…`;
}
