import { fieldAt, type IssuePath, isObject, pathText } from '../core.js';
import { element, part } from './dom.js';
import type { Subject } from './subject.js';
import { grouped, type Texts } from './texts.js';

/** Finds fields of the event and edge cases of its kind by words. */
export interface Finder {
  /** Looks through another event, or through nothing. */
  show(subject: Subject | undefined, texts: Texts): void;
}

/** Something that is found. */
export interface Finding {
  readonly name: string;
  readonly about: string;
  /** Of a field; an edge case has none. */
  readonly path?: IssuePath;
}

/** How much of an event is looked through, and how much of what was found is shown. */
const maxFields = 3000;
const maxShown = 12;

/** What has all words in its name, its value or what is said about it; fields first. */
export function found(subject: Subject, text: string): Finding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hasAll = (said: string): boolean => words.every((word) => said.toLowerCase().includes(word));
  const edges = (subject.trigger?.edgeCases ?? []).map(({ name, because }) => ({ name, about: because }));
  return [
    ...fieldsOf(subject).filter(({ name, about, value }) => hasAll(`${name} ${about} ${value}`)),
    ...edges.filter(({ name, about }) => hasAll(`${name} ${about}`)),
  ];
}

/** Every field with what its contract says about it; of a list the first element stands for all. */
function fieldsOf({ event, trigger }: Subject): (Finding & { value: string })[] {
  const schema = trigger?.contract.schema();
  const fields: (Finding & { value: string })[] = [];
  const visit = (holder: unknown, path: IssuePath): void => {
    if (typeof holder !== 'object' || holder === null || fields.length >= maxFields) return;
    const entries = Array.isArray(holder) ? [[0, holder[0]] as const] : Object.entries(holder);
    for (const [key, value] of entries) {
      const at = [...path, key];
      const about = (schema && fieldAt(schema, at, holder)?.description) ?? '';
      const shown = isObject(value) || Array.isArray(value) ? '' : String(value).slice(0, 1000);
      if (!Array.isArray(holder)) fields.push({ name: pathText(at), about, path: at, value: shown });
      visit(value, at);
    }
  };
  visit(event, []);
  return fields;
}

/** @param choose what a finding asks for when it is clicked. */
export function bindFinder(choose: (finding: Finding) => void): Finder {
  const input = part('find', HTMLInputElement);
  const list = part('found', HTMLUListElement);
  const count = part('foundCount', HTMLParagraphElement);
  let shown: { readonly subject: Subject; readonly texts: Texts } | undefined;

  input.addEventListener('input', look);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear();
    if (event.key === 'Enter') {
      event.preventDefault();
      list.querySelector('button')?.click();
    }
  });

  return {
    show(subject, texts) {
      shown = subject === undefined ? undefined : { subject, texts };
      look();
    },
  };

  function clear(): void {
    input.value = '';
    look();
  }

  function look(): void {
    const findings = shown === undefined ? [] : found(shown.subject, input.value);
    list.replaceChildren(...findings.slice(0, maxShown).map((finding) => element('li', {}, button(finding))));
    const isAsked = shown !== undefined && input.value.trim() !== '';
    count.textContent = isAsked ? (shown?.texts.foundCount(grouped(findings.length)) ?? '') : '';
  }

  function button(finding: Finding): HTMLElement {
    const label = finding.path === undefined ? shown?.texts.edge : shown?.texts.field;
    return element(
      'button',
      {
        type: 'button',
        click: () => {
          clear();
          choose(finding);
        },
      },
      element('small', {}, label ?? ''),
      element('code', {}, finding.name),
      element('span', { lang: 'en' }, finding.about),
    );
  }
}
