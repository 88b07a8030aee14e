import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle, Trial, Violation } from './oracle.js';
import { incomingTexts, type Leaf, outgoing, placeOf, readableBytes, shown } from './tools/outgoing.js';
import { passedWords, withWord } from './tools/passedWords.js';

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const binaryMedia = /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)/i;

/** Text that was cut in a character or read in a wrong encoding. */
export const garbledText: Oracle = {
  name: 'garbled-text',
  holds: 'Text goes out whole: no half characters, no UTF-8 that was read as something else.',
  domain:
    'Every trigger whose event is sound text. What a client sends as invalid UTF-8 may come out as U+FFFD, unless the answer says that it is an image or the like.',
  isRelation: false,
  isConclusive: true,
  maxBytes: readableBytes,
  applies: () => true,
  async judge(trial) {
    const { event } = trial.case;
    const execution = await trial.base();
    const leaves = outgoing(execution);
    const last = execution.invocations.at(-1)?.outcome;
    const texts = incomingTexts(trial.trigger, event);
    const violation = (leaf: Leaf, what: string, detail: string) => {
      return {
        what: `${what} ${placeOf(leaf.where)}`,
        detail: `${leaf.where} is ${shown(leaf.value)}: ${detail}`,
        execution,
      };
    };
    if (!texts.some((text) => loneSurrogate.test(text))) {
      const leaf = leaves.find(({ value }) => loneSurrogate.test(String(value)));
      if (leaf !== undefined)
        return violation(leaf, 'half', 'half a character, as slice() leaves in an emoji.');
    }
    const isReplaced = ({ value }: Leaf) => String(value).includes('\ufffd');
    const replaced = leaves.find(isReplaced);
    const isUnsound = (text: string) =>
      text.includes('\ufffd') || loneSurrogate.test(text) || isMisencoded(text);
    if (replaced !== undefined && !texts.some(isUnsound)) {
      const isBinary = last?.ok === true && binaryMedia.test(mediaTypeOf(last.result));
      const hasBytes = trial.trigger.decode(event).some(({ value }) => value instanceof Uint8Array);
      if (!hasBytes || isBinary) {
        return violation(replaced, 'replaced', 'U+FFFD stands where bytes were no text.');
      }
    }
    for (const text of texts) {
      const [run] = text.match(/[\u0080-\u{10ffff}]{2,}/u) ?? [];
      if (run === undefined) continue;
      const misread = Buffer.from(run, 'utf8').toString('latin1');
      if (texts.some((one) => one.includes(misread))) continue;
      const leaf = leaves.find(({ value }) => String(value).includes(misread));
      if (leaf !== undefined) return violation(leaf, 'misread', `${run} in UTF-8, read as Latin-1.`);
    }
    return undefined;
  },
};

/** True for a percent-encoded text that stands for no UTF-8, such as %E4. */
function isMisencoded(text: string): boolean {
  return (text.match(/(?:%[89a-f][\da-f])+/gi) ?? []).some((run) => {
    try {
      // Used, since bundlers take the call for pure and leave it out.
      return decodeURIComponent(run) === '';
    } catch {
      return true;
    }
  });
}

function mediaTypeOf(result: unknown): string {
  const headers: unknown =
    typeof result === 'object' && result !== null ? Reflect.get(result, 'headers') : {};
  const found = Object.entries(Object(headers)).find(([name]) => name.toLowerCase() === 'content-type');
  return String(found?.[1] ?? '');
}

/** Text of the event that breaks what it is put into. */
export const brokenSyntax: Oracle = {
  name: 'broken-syntax',
  holds: 'Text of the event does not break the JSON, the address or the template that it is put into.',
  domain:
    'Every trigger: texts that go out and look like JSON objects or like addresses, $$ in what the handler passes on, and line ends in the rows of files whose name ends with .csv.',
  isRelation: false,
  isConclusive: true,
  maxBytes: readableBytes,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    const texts = incomingTexts(trial.trigger, trial.case.event);
    const tables = new Set(tablesIn(execution));
    for (const leaf of outgoing(execution)) {
      const { where, value } = leaf;
      if (typeof value !== 'string' || texts.includes(value)) continue;
      const problem =
        jsonProblem(value, texts) ??
        addressProblem(value, texts) ??
        templateProblem(value, texts) ??
        (tables.has(where) ? tableProblem(value, texts) : undefined);
      if (problem === undefined) continue;
      const [what, detail] = problem;
      return {
        what: `${what} ${placeOf(where)}`,
        detail: `${where} is ${shown(value)}: ${detail}`,
        execution,
      };
    }
    return trial.isThorough ? templateViolation(trial, execution) : undefined;
  },
};

const twoDollars = 'two$$dollars';
const maxWords = 2;

/** What goes out within other text goes through a template, perhaps: tried with dollars in it. */
async function templateViolation<Event>(
  trial: Trial<Event>,
  base: Execution<Event>,
): Promise<Violation<Event> | undefined> {
  for (const word of passedWords(trial.case.event, base, { isInside: true }).slice(0, maxWords)) {
    const event = withWord(trial, word, twoDollars);
    if (event === undefined) continue;
    const execution = await trial.play(inOrder([event]));
    for (const { where, value } of outgoing(execution)) {
      const problem = templateProblem(String(value), [twoDollars]);
      if (problem === undefined) continue;
      const [what, detail] = problem;
      return {
        what: `${what} ${placeOf(where)}`,
        detail: `${where} is ${shown(value)}: ${detail}`,
        execution,
      };
    }
  }
  return undefined;
}

type Problem = readonly [what: string, detail: string] | undefined;

function jsonProblem(text: string, texts: readonly string[]): Problem {
  if (!/^\{\s*"[\s\S]*\}$/.test(text)) return undefined;
  // A text that the event had and that is cut, joined or in another case was never meant as JSON.
  const lower = text.toLowerCase();
  if (texts.some((one) => /^\s*\{/.test(one) && lower.startsWith(one.trim().toLowerCase()))) return undefined;
  // Several lines may be an object each, as in .ndjson.
  const isRight = [[text], text.split('\n')].some((parts) => parts.every(isJson));
  return isRight ? undefined : ['json', 'that looks like JSON and is none.'];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function addressProblem(text: string, texts: readonly string[]): Problem {
  if (/^https?:\/(?!\/)/.test(text)) return ['address', 'there is one slash where an address has two.'];
  if (!/^https?:\/\/[^\s/]+\//.test(text)) return undefined;
  const raw = texts.find(
    (one) =>
      one.length >= 3 &&
      !one.includes('://') &&
      (/[\s#]/.test(one.trim()) || (/[/+]/.test(one) && isBase64(one))) &&
      text.includes(one),
  );
  return raw === undefined ? undefined : ['address', `${shown(raw)} of the event is not encoded in it.`];
}

/** True for what is Base64 and nothing else: it has its padding and both cases. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || text.length > 10_000) return false;
  return /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{16,}={1,2}$/.test(text);
}

/** Where the contents of .csv files go out. */
function tablesIn(execution: Execution<unknown>): string[] {
  return execution.calls.flatMap(({ name, args }) => {
    const isTable = Array.isArray(args) && typeof args[0] === 'string' && /\.csv$/i.test(args[0]);
    return isTable ? args.slice(1).map((_, index) => `${name}, argument ${index + 2}`) : [];
  });
}

function tableProblem(table: string, texts: readonly string[]): Problem {
  const raw = texts.find((one) => {
    const at = one.length >= 3 && /[^\n]\n[^\n]/.test(one) ? table.indexOf(one) : -1;
    const start = table.lastIndexOf('\n', at) + 1;
    return at > start && table.slice(start, at).split('"').length % 2 === 1;
  });
  return raw === undefined ? undefined : ['table', `the line end in ${shown(raw)} ends the row.`];
}

function templateProblem(text: string, texts: readonly string[]): Problem {
  const raw = texts.find(
    (one) =>
      one.includes('$$') &&
      one.length >= 3 &&
      !text.includes(one) &&
      text.includes(one.replaceAll('$$', '$')),
  );
  if (raw === undefined) return undefined;
  return ['template', `${shown(raw)} of the event lost a dollar, as in the replacement of String.replace.`];
}
