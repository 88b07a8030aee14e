import { type DecodedPart, type Issue, type IssuePath, pathText, type Trigger } from '../core.js';
import { element, sourceText } from './dom.js';
import { isRemark } from './subject.js';
import { grouped, type Texts } from './texts.js';
import { issueText, treeOf } from './tree.js';

/** How many entries of a list are shown before one asks for more. */
const maxAtOnce = 20;
const maxText = 20_000;
const maxBytes = 64;

/** A list that shows its first entries, and more on demand. */
function longList<Item>(
  className: string,
  items: readonly Item[],
  texts: Texts,
  draw: (item: Item) => Node,
): HTMLElement {
  const list = element('ul', { class: className });
  const extend = (from: number): void => {
    list.append(...items.slice(from, from + maxAtOnce).map((item) => element('li', {}, draw(item))));
    const left = items.length - from - maxAtOnce;
    if (left <= 0) return;
    const button = element('button', { type: 'button', class: 'more' }, texts.more(grouped(left)));
    const last = element('li', {}, button);
    button.addEventListener('click', () => {
      last.remove();
      extend(from + maxAtOnce);
      list.children[from + maxAtOnce]?.querySelector<HTMLElement>('button, a')?.focus();
    });
    list.append(last);
  };
  extend(0);
  return list;
}

/** The problems of an event; a place that is chosen goes to `reveal`. */
export function issueList(
  trigger: Trigger,
  issues: readonly Issue[],
  texts: Texts,
  reveal: (path: IssuePath) => void,
): HTMLElement {
  return longList('issues', issues, texts, (issue) => {
    const place = pathText(issue.path);
    const name =
      issue.path.length === 0
        ? element('span', { class: 'place' }, texts.event)
        : element(
            'button',
            {
              type: 'button',
              class: 'place',
              'aria-label': texts.goTo(place),
              click: () => reveal(issue.path),
            },
            place,
          );
    return element(
      'div',
      { class: isRemark(trigger, issue) ? 'issue remark' : 'issue' },
      name,
      issueText(issue, texts),
      element(
        'p',
        { class: 'about' },
        element('code', {}, issue.rule),
        ' · ',
        sourceText(texts.source(issue.source)),
      ),
    );
  });
}

/** Every rule of a kind and whether it holds; undefined issues stand for an event that breaks the contract. */
export function ruleList(trigger: Trigger, issues: readonly Issue[] | undefined, texts: Texts): HTMLElement {
  const broken = new Set(issues?.map(({ rule }) => rule));
  const list = element('ul', { class: 'rules' });
  for (const { name, holds, source } of trigger.rules) {
    const verdict = issues === undefined ? 'unchecked' : broken.has(name) ? 'broken' : 'holds';
    const mark = { holds: '✓', broken: '✗', unchecked: '–' }[verdict];
    const sign = element(
      'span',
      { class: `mark ${verdict}`, role: 'img', 'aria-label': texts[verdict] },
      mark,
    );
    const about = element(
      'p',
      { class: 'about' },
      element('code', {}, name),
      ' · ',
      sourceText(texts.source(source)),
    );
    list.append(element('li', {}, sign, element('div', {}, element('p', {}, texts.say(holds)), about)));
  }
  return list;
}

/** What the encoded parts of an event hold. */
export function partList(parts: readonly DecodedPart[], texts: Texts): HTMLElement {
  return longList('parts', parts, texts, ({ path, encoding, value, problem }) =>
    element(
      'section',
      {},
      element(
        'h4',
        {},
        element('span', { class: 'key' }, pathText(path)),
        ' ',
        element('small', {}, encoding),
      ),
      problem === undefined
        ? openedValue(value, texts)
        : element('p', { class: 'problem' }, texts.problem(problem)),
    ),
  );
}

function openedValue(value: unknown, texts: Texts): HTMLElement {
  if (value instanceof Uint8Array) {
    const head = [...value.subarray(0, maxBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const rest = value.length > maxBytes ? ' …' : '';
    return element(
      'div',
      {},
      element('p', { class: 'about' }, texts.byteCount(grouped(value.length))),
      element('pre', {}, `${head}${rest}`),
    );
  }
  if (typeof value === 'string') return element('pre', {}, cutText(value, maxText, texts));
  return treeOf(value, { texts }).element;
}

/** A long text without its end, and how long that is. */
export function cutText(text: string, most: number, texts: Texts): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}\n${texts.cutJson(grouped(text.length - most))}`;
}
