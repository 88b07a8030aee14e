import { fieldAt, type IssuePath, type JsonSchema, pathText, type Trigger } from '../../../../src/core.js';
import { deeperThan } from '../../../shared/deeperThan.js';
import { folded, html, type Markup, type Part } from './markup.js';
import type { Texts } from './texts.js';

const maxMembers = 60;
const maxDepth = 24;
const maxText = 400;
/** What is nested deeper is not shown. */
const maxLevels = 200;

/** The language of the page, and a sentence of the kind in it. */
interface Told {
  readonly texts: Texts;
  readonly say: (english: string) => string;
}

interface Shown extends Told {
  /** Annotates the fields. */
  readonly schema?: JsonSchema;
}

/** An event, its fields described, and what its encoded parts hold. */
export function eventOf(trigger: Trigger, event: unknown, told: Told): Markup {
  const { texts } = told;
  const parts = partsOf(trigger, event).map(
    ({ path, encoding, value, problem }) =>
      html`<li><h5>${pathText(path) === '' ? texts.theEvent : pathText(path)} <small>${encoding}</small></h5>${problem === undefined ? openedOf(value, told) : html`<p class="remark">${problem}</p>`}</li>`,
  );
  const opened =
    parts.length === 0 ? undefined : html`<div><h4>${texts.opened}</h4><ul class="parts">${parts}</ul></div>`;
  return html`<div class="event"><div>${treeOf(event, [], { ...told, schema: trigger.contract.schema() })}</div>${opened}</div>`;
}

/** What no trigger can open is shown closed. */
function partsOf(trigger: Trigger, event: unknown): ReturnType<Trigger['decode']> {
  try {
    return trigger.decode(event);
  } catch {
    return [];
  }
}

function openedOf(value: unknown, told: Told): Part {
  const { texts } = told;
  if (value instanceof Uint8Array) return html`<p class="quiet">${texts.bytes(value.length)}</p>`;
  if (typeof value === 'string')
    return html`<div class="code lines">${folded(value, 2000, texts.characters)}</div>`;
  return treeOf(value, [], told);
}

function treeOf(value: unknown, path: IssuePath, shown: Shown): Markup {
  if (isLeaf(value) || path.length > maxDepth)
    return html`<div class="field">${leafOf(value, shown.texts)}</div>`;
  const isArray = Array.isArray(value);
  const entries: (readonly [string | number, unknown])[] = isArray
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  const rows = entries
    .slice(0, maxMembers)
    .map(([key, member]) => html`<li>${rowOf({ key, member, holder: value, path }, shown)}</li>`);
  const more = entries.length - rows.length;
  return html`<ul class="tree">${rows}${more > 0 ? html`<li class="quiet">${shown.texts.more(more)}</li>` : undefined}</ul>`;
}

function rowOf(
  {
    key,
    member,
    holder,
    path,
  }: {
    readonly key: string | number;
    readonly member: unknown;
    readonly holder: unknown;
    readonly path: IssuePath;
  },
  shown: Shown,
): Markup {
  const at = [...path, key];
  const note = noteOf(at, holder, shown);
  const name = html`<span class="key">${key}</span>`;
  if (isLeaf(member))
    return html`<div class="row"><div class="field">${name}${leafOf(member, shown.texts)}</div>${note}</div>`;
  const size = Object.keys(member).length;
  const count = html`<span class="count">${Array.isArray(member) ? `[${size}]` : `{${size}}`}</span>`;
  return html`<details open><summary>${name} ${count}</summary>${note}${treeOf(member, at, shown)}</details>`;
}

/** What the contract says of a field. */
function noteOf(path: IssuePath, holder: unknown, { schema, texts, say }: Shown): Part {
  if (schema === undefined || typeof path.at(-1) === 'number') return undefined;
  const field = fieldAt(schema, path, holder);
  if (field === undefined) return html`<p class="note about">${texts.unknownField}</p>`;
  const { description, type, always } = field;
  if (description === '' && type === 'any') return undefined;
  const presence = always === undefined ? '' : ` · ${always ? texts.always : texts.sometimes}`;
  return html`<div class="note">${description === '' ? undefined : html`<p lang="${texts.language}">${say(description)}</p>`}<p class="about"><code>${type}</code>${presence}</p></div>`;
}

/** True for what has no members. */
function isLeaf(value: unknown): value is string | number | boolean | null | undefined {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

/** JSON.stringify runs out of stack where JSON.parse does not. */
function jsonOf(value: unknown): string {
  if (deeperThan(value, maxLevels)) return Array.isArray(value) ? '[…]' : '{…}';
  return JSON.stringify(value);
}

function leafOf(value: unknown, texts: Texts): Markup {
  const text = value === undefined ? 'undefined' : jsonOf(value);
  const sort = value === null ? 'null' : typeof value;
  return html`<div class="value ${sort}">${folded(text, maxText, texts.characters)}</div>`;
}
