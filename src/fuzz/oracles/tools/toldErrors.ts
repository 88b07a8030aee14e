import type { ThrownError } from '../../../runtime/index.js';
import { isAccident } from './accident.js';

/** Names of errors that Python itself raises. */
const ofPython =
  /^(?:TypeError|KeyError|AttributeError|IndexError|ValueError|NameError|UnboundLocalError|ZeroDivisionError|OverflowError|RecursionError|UnicodeDecodeError|UnicodeEncodeError|AssertionError|(?:json\.decoder\.)?JSONDecodeError|binascii\.Error)$/;
/** Words of V8 that no program says by itself, without the names in them. */
const ofEngine =
  /Cannot (?:read properties|set properties|destructure property|convert undefined or null to object|access )|is not (?:a function|iterable|defined|a constructor)\b|Unexpected (?:token|end of JSON input|non-whitespace)|is not valid JSON|URI malformed|Invalid time value|Invalid array length|Maximum call stack size|Converting circular structure|Invalid character in header content|Cannot set headers after they are sent/;
const head =
  /^\s*(?:Uncaught )?(?:\[[^\]]*\] )?(?:[\w.-]+: )?((?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?): ([^\n]*)$/;

/**
 * The error of which a text tells, as a log or a page has it: the first that the language or its library throws, or
 * else the first.
 */
export function thrownIn(text: string): ThrownError | undefined {
  const errors = [...ofStacks(text), ...ofTracebacks(text), ...ofPanics(text)];
  return errors.find(isAccident) ?? errors[0];
}

/** The accident of which a text tells; one without a stack by words of the engine. */
export function accidentIn(text: string): ThrownError | undefined {
  const plain = withoutMarkup(text);
  const error = thrownIn(plain);
  if (error !== undefined && isAccident(error)) return error;
  if (error !== undefined) return undefined;
  const said = plain.split('\n').find((line) => ofEngine.test(line));
  const words = said === undefined ? undefined : ofEngine.exec(said)?.[0];
  if (said === undefined || words === undefined) return undefined;
  return { name: 'Error', message: said.trim().slice(0, 200), isError: true, isAccident: true, stack: words };
}

const isFrame = (line: string): boolean => /^\s+at /.test(line);
/** Some messages hold a line end of what was sent. */
const maxMessageLines = 4;

function ofStacks(text: string): ThrownError[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at): ThrownError[] => {
    const [, name = '', message = ''] = head.exec(line) ?? [];
    if (name === '') return [];
    const first = lines.findIndex((one, index) => index > at && isFrame(one));
    if (first < 0 || first > at + maxMessageLines) return [];
    const end = lines.findIndex((one, index) => index > first && !isFrame(one));
    const frames = lines.slice(first, end < 0 ? lines.length : end);
    const plain = name.replace(/ \[\w+\]$/, '');
    const stack = [`${name}: ${message}`, ...frames.map((frame) => `    ${frame.trim()}`)].join('\n');
    return [{ name: plain, message, stack, isError: true }];
  });
}

function ofTracebacks(text: string): ThrownError[] {
  return text
    .split('Traceback (most recent call last):')
    .slice(1)
    .flatMap((part): ThrownError[] => {
      const lines = part.split('\n');
      const frames = lines.flatMap((line, at) => {
        const [, file = '', number = '', name = ''] =
          /^\s+File "([^"]+)", line (\d+), in (.*)$/.exec(line) ?? [];
        return file === '' ? [] : [{ name, file, line: Number(number), code: (lines[at + 1] ?? '').trim() }];
      });
      const [, name = '', message = ''] =
        /^([\w.]{1,80})(?:: ?(.*))?$/.exec(lines.find((line) => /^[A-Za-z][\w.]*(?::|$)/.test(line)) ?? '') ??
        [];
      if (name === '') return [];
      const own = frames
        .filter(({ file }) => !/site-packages|dist-packages|\/lib\/python/.test(file))
        .reverse();
      const isRaised = /^raise\b/.test(own[0]?.code ?? '');
      return [{ name, message, isError: true, isAccident: ofPython.test(name) && !isRaised, frames: own }];
    });
}

/** Panics of Rust, as they were told up to 1.72 and since, and of Go. */
const panics = [
  /^thread '(?<name>[^'\n]*)'[^\n]* panicked at (?<file>[^\n']+):(?<line>\d+):\d+:\n(?<message>[^\n]*)/m,
  /^thread '(?<name>[^'\n]*)' panicked at '(?<message>[^\n]*)', (?<file>[^\n']+):(?<line>\d+):\d+$/m,
  /^panic: (?<message>[^\n]*)\n(?:[^\n]*\n){0,3}goroutine \d+ [^\n]*\n(?:[^\n]*\n){0,4}?(?<name>[\w./]*main\.\S*)\([^\n]*\n\t(?<file>[^\n:]+):(?<line>\d+)/m,
];

function ofPanics(text: string): ThrownError[] {
  return panics.flatMap((panic): ThrownError[] => {
    const { name = '', message = '', file = '', line = '' } = panic.exec(text)?.groups ?? {};
    if (file === '') return [];
    const frame = { name, file, line: Number(line), code: '' };
    return [{ name: 'panic', message, isError: true, isAccident: true, frames: [frame] }];
  });
}

/** A page of an error as text. */
function withoutMarkup(text: string): string {
  if (!/<(?:pre|html|br)\b/i.test(text)) return unescaped(text);
  const lines = text.replaceAll(/<br\s*\/?>|<\/?pre>/gi, '\n').replaceAll(/<[^>]{0,200}>/g, '');
  return lines
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;|&apos;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A stack that stands in JSON. */
function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n');
}
