import {
  type FieldDescription,
  fieldAt,
  type Issue,
  type IssuePath,
  type JsonSchema,
  pathText,
} from '../core.js';
import { element, sourceText } from './dom.js';
import { grouped, type Texts } from './texts.js';

/** What a tree says besides the values. */
export interface Notes {
  readonly texts: Texts;
  /** Annotates every field; without one there are only values. */
  readonly schema?: JsonSchema;
  readonly issues?: readonly Issue[];
  readonly isRemark?: (issue: Issue) => boolean;
}

/** A value as nested lists, of which only what is open stands in the page. */
export interface Tree {
  readonly element: HTMLElement;
  /** Opens the way to a field, or as far as there is one, and puts the focus there. */
  reveal(path: IssuePath): void;
}

interface Row {
  readonly item: HTMLLIElement;
  readonly branch?: Branch;
}

interface Branch {
  open(): void;
  row(key: string | number): Row | undefined;
}

/** The elements `from` to `to` of a container, `to` not included. */
interface Elements {
  readonly container: object;
  readonly path: IssuePath;
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

interface BranchRow {
  readonly indent: number;
  readonly label: HTMLElement;
  readonly annotation: readonly HTMLElement[];
  /** Whether it is open from the start. */
  readonly opens: boolean;
}

/** How many rows are open at the start, and how many may stand beside each other. */
const maxOpenRows = 120;
const maxSiblings = 100;
const maxCharacters = 160;
const maxCharactersOpen = 20_000;

/** Draws a JSON value. */
export function treeOf(value: unknown, notes: Notes): Tree {
  const budget = { rows: maxOpenRows };
  const issuesAt = new Map<string, Issue[]>();
  for (const issue of notes.issues ?? []) {
    const place = pathText(issue.path);
    issuesAt.set(place, [...(issuesAt.get(place) ?? []), issue]);
  }
  const list = element('ul', { class: 'tree' });
  const container = isContainer(value) ? value : undefined;
  const rows =
    container === undefined
      ? undefined
      : branchOf({ container, path: [], from: 0, to: sizeOf(container), indent: 0 }, list);
  if (rows === undefined) list.append(element('li', {}, element('div', { class: 'row' }, shownValue(value))));
  rows?.open();
  return {
    element: list,
    reveal(path) {
      let branch = rows;
      let row: Row | undefined;
      for (const key of path) {
        branch?.open();
        const next = branch?.row(key);
        if (next === undefined) break;
        row = next;
        branch = next.branch;
      }
      row?.item.querySelector<HTMLElement>('.row')?.focus();
      row?.item.scrollIntoView({ block: 'center' });
    },
  };

  /** Some elements of a container, in ranges when they are many. */
  function branchOf(elements: Elements, list: HTMLElement): Branch {
    const { container, from, to } = elements;
    const rows = new Map<string | number, Row>();
    const size = rangeSize(to - from);
    const names = Array.isArray(container) ? undefined : Object.keys(container);
    const rangeAt = (place: number) => from + Math.floor((place - from) / size) * size;
    return {
      open() {
        if (rows.size > 0) return;
        for (let at = from; at < to; at += size) {
          const key = size > 1 ? at : (names?.[at] ?? at);
          rows.set(
            key,
            size > 1
              ? rangeRow({ ...elements, from: at, to: Math.min(at + size, to) })
              : fieldRow(elements, key),
          );
        }
        list.append(...[...rows.values()].map(({ item }) => item));
      },
      row(key) {
        if (size === 1) return rows.get(key);
        const place = names === undefined ? Number(key) : names.indexOf(String(key));
        const { branch } = rows.get(rangeAt(place)) ?? {};
        branch?.open();
        return branch?.row(key);
      },
    };
  }

  function rangeRow(elements: Elements): Row {
    const { from, to, indent } = elements;
    const label = element('span', { class: 'range' }, `${grouped(from)} – ${grouped(to - 1)}`);
    return branchRow({ indent, label, annotation: [], opens: false }, (list) =>
      branchOf({ ...elements, indent: indent + 1 }, list),
    );
  }

  function fieldRow({ container, path, from, indent }: Elements, key: string | number): Row {
    const at = [...path, key];
    const value: unknown = (container as Readonly<Record<string, unknown>>)[key];
    const annotation = annotationOf(at, container);
    const name = element('span', { class: 'key' }, String(key));
    if (isContainer(value) && sizeOf(value) > 0) {
      const size = sizeOf(value);
      const isWanted = typeof key === 'string' || key === from;
      const opens = isWanted && size <= maxSiblings / 2 && budget.rows >= size;
      const summary = element(
        'span',
        { class: 'count' },
        Array.isArray(value) ? `[${grouped(size)}]` : `{${size}}`,
      );
      const label = element('span', {}, name, ' ', summary);
      return branchRow({ indent, label, annotation, opens }, (list) =>
        branchOf({ container: value, path: at, from: 0, to: size, indent: indent + 1 }, list),
      );
    }
    const field = element('div', { class: 'field' }, name, shownValue(value));
    const row = element('div', { class: 'row', tabindex: '-1' }, field, ...annotation);
    row.style.setProperty('--depth', String(indent));
    return { item: element('li', {}, row) };
  }

  function branchRow(
    { indent, label, annotation, opens }: BranchRow,
    make: (list: HTMLElement) => Branch,
  ): Row {
    const children = element('ul', { hidden: true });
    const made = make(children);
    const button = element('button', { type: 'button', class: 'branch', 'aria-expanded': 'false' }, label);
    const open = () => {
      made.open();
      children.hidden = false;
      button.setAttribute('aria-expanded', 'true');
    };
    button.addEventListener('click', () => {
      if (children.hidden) return open();
      children.hidden = true;
      button.setAttribute('aria-expanded', 'false');
    });
    const row = element(
      'div',
      { class: 'row', tabindex: '-1' },
      element('div', { class: 'field' }, button),
      ...annotation,
    );
    row.style.setProperty('--depth', String(indent));
    const item = element('li', {}, row, children);
    budget.rows -= 1;
    if (opens) open();
    return { item, branch: { open, row: made.row } };
  }

  function annotationOf(path: IssuePath, holder: unknown): HTMLElement[] {
    const { schema, texts, isRemark } = notes;
    if (schema === undefined) return [];
    const field = fieldAt(schema, path, holder);
    const note = element('div', { class: 'note' });
    const isWithinKnown = path.length === 1 || fieldAt(schema, path.slice(0, -1), undefined) !== undefined;
    if (field === undefined) {
      if (isWithinKnown) note.append(element('p', { class: 'about' }, texts.unknownField));
    } else if (typeof path.at(-1) === 'string') note.append(...describedField(field, texts));
    for (const issue of issuesAt.get(pathText(path)) ?? []) {
      const text = issueText(issue, texts);
      if (isRemark?.(issue)) text.className = 'remark';
      note.append(text);
    }
    return [note];
  }

  function shownValue(value: unknown): HTMLElement {
    if (typeof value !== 'string') {
      const text = isContainer(value) ? (Array.isArray(value) ? '[]' : '{}') : String(value);
      return element('span', { class: `value ${value === null ? 'null' : typeof value}` }, text);
    }
    const solid = /\s/.test(value.slice(0, maxCharacters)) ? '' : ' solid';
    const shown = element('span', { class: `value string${solid}` }, shortened(value, maxCharacters));
    if (value.length <= maxCharacters) return shown;
    const more = element(
      'button',
      {
        type: 'button',
        class: 'more',
        click: () => {
          shown.firstChild?.replaceWith(shortened(value, maxCharactersOpen));
          more.remove();
        },
      },
      notes.texts.moreCharacters(grouped(value.length - maxCharacters)),
    );
    shown.append(' ', more);
    return shown;
  }
}

/** What the contract says about a field; nothing where anything may stand. */
function describedField(
  { description, type, always, source }: FieldDescription,
  texts: Texts,
): HTMLElement[] {
  if (description === '' && type === 'any') return [];
  const presence = always === undefined ? '' : ` · ${always ? texts.always : texts.sometimes}`;
  const about = element('p', { class: 'about' }, element('code', {}, type), presence);
  if (source !== '') about.append(' · ', sourceText(texts.source(source)));
  return [...(description === '' ? [] : [element('p', {}, texts.say(description))]), about];
}

/** One problem as a sentence. */
export function issueText(issue: Issue, texts: Texts): HTMLElement {
  const { problem, separator, hintSeparator } = texts;
  const expected = problem(issue.expected);
  const received = problem(issue.received);
  const hint = issue.hint === undefined ? '' : `${hintSeparator}${problem(issue.hint)}`;
  return element(
    'p',
    { class: 'problem' },
    `${texts.expected} ${expected}${separator}${texts.received} ${received}${hint}`,
  );
}

function shortened(text: string, most: number): string {
  return text.length <= most ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, most)).slice(0, -1)}…`;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function sizeOf(container: object): number {
  return Array.isArray(container) ? container.length : Object.keys(container).length;
}

/** How many elements a range holds, so that there are at most a hundred ranges; 1 when none are needed. */
function rangeSize(count: number): number {
  let size = 1;
  while (count > size * maxSiblings) size *= maxSiblings;
  return size;
}
