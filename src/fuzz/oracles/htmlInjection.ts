import { isObject } from '../../kernel/json.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { callersTexts, standsIn, withCallersText } from './tools/callersTexts.js';
import { shown } from './tools/outgoing.js';

const maxTexts = 3;
const markup = '<i x7q2>';
/** Ends the value of an attribute, and begins an element. */
const tail = `" x7q2="${markup}`;
const isMarkup = /<[a-z!/]/i;

/** Text of the event that becomes markup of a page. */
export const htmlInjection: Oracle = {
  name: 'html-injection',
  holds: 'No text of the event becomes markup of a page or a mail.',
  domain:
    'Every trigger: texts of the query, the body or a message that stand within an answer of text/html or within HTML that a mail holds, sent once more with < and " behind them. A text that is markup itself may be meant as such.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const pages = pagesOf(await trial.base());
    if (pages.length === 0) return undefined;
    const texts = callersTexts(trial).filter(
      (text) => !isMarkup.test(text) && pages.some((page) => page !== text && standsIn(text, page)),
    );
    for (const text of texts.slice(0, maxTexts)) {
      const changed = withCallersText(trial, text, `${text}${tail}`);
      if (changed === undefined) continue;
      const execution = await trial.play(inOrder([changed]));
      const place = pagesOf(execution).flatMap((page) => placeIn(page) ?? [])[0];
      if (place === undefined) continue;
      return {
        what: place.what,
        detail: `${shown(`${text}${tail}`)} of the event becomes ${place.what} of the page: ${shown(place.around)}. Escape <, >, & and quotes.`,
        execution,
      };
    }
    return undefined;
  },
};

interface PlaceInPage {
  readonly what: 'an element' | 'an attribute';
  readonly around: string;
}

const shownBefore = 40;

function placeIn(page: string): PlaceInPage | undefined {
  const around = (at: number) => page.slice(Math.max(0, at - shownBefore), at + tail.length);
  const element = page.indexOf(markup);
  if (element >= 0) return { what: 'an element', around: around(element) };
  const attribute = page.indexOf('" x7q2="');
  const isInTag = attribute >= 0 && page.lastIndexOf('<', attribute) > page.lastIndexOf('>', attribute);
  return isInTag ? { what: 'an attribute', around: around(attribute) } : undefined;
}

/** The pages that an execution answers, and the HTML in the mails that it sends. */
function pagesOf({ invocations, calls }: Execution<unknown>): string[] {
  const answers = invocations.flatMap(({ outcome }) => (outcome.ok ? pageOf(outcome.result) : []));
  const mails = calls
    .filter(({ name }) => /^smtp |mail/i.test(name))
    .flatMap(({ args }) => (Array.isArray(args) ? args : []))
    .flatMap((mail) => (isObject(mail) ? [mail.html, mail.body] : []))
    .filter((text): text is string => typeof text === 'string' && /<[a-z][\w-]{0,20}[\s>]/i.test(text));
  return [...answers, ...mails];
}

function pageOf(result: unknown): string[] {
  if (!isObject(result) || typeof result.body !== 'string' || !isObject(result.headers)) return [];
  const types = Object.entries(result.headers).filter(([name]) => name.toLowerCase() === 'content-type');
  if (!types.some(([, type]) => /text\/html/i.test(String(type)))) return [];
  return [result.isBase64Encoded === true ? Buffer.from(result.body, 'base64').toString() : result.body];
}
