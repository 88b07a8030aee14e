import type { InspectTexts } from './texts.js';

/** One thing that has come, as the page gets it. */
export interface InspectedEntry {
  readonly id: number;
  readonly type: string;
  readonly label: string;
  readonly answer: string;
  readonly tone: 'good' | 'odd' | 'bad';
  readonly facts: string;
  readonly remarks: readonly string[];
  readonly log: readonly string[];
  readonly event?: unknown;
  readonly result?: unknown;
  readonly canReplay: boolean;
  readonly canSave: boolean;
}

/**
 * What runs in the browser. It is sent as its own text, so it uses nothing from around it; every value is set as text.
 */
export function pageScript({
  texts,
  served,
}: {
  readonly texts: InspectTexts;
  readonly served: string;
}): void {
  const maxShown = 500;
  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  const [list, detail, none, cut] = ['list', 'detail', 'none', 'cut'].map(byId) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  none.textContent = `${texts.waiting} ${served}`;
  const make = (name: string, text: string, className = ''): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className !== '') element.className = className;
    return element;
  };
  const block = (title: string, text: string): HTMLElement[] => [make('h3', title), make('pre', text)];
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  let chosen = 0;

  const act = (entry: InspectedEntry, name: 'replay' | 'save', told: HTMLElement): HTMLElement => {
    const button = make('button', texts[name]) as HTMLButtonElement;
    button.type = 'button';
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const response = await fetch(name, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: entry.id }),
        });
        const { path, problem } = await response.json();
        told.textContent =
          problem === undefined
            ? path === undefined
              ? ''
              : `${texts.saved} ${path}`
            : `${texts.failed} ${problem}`;
      } catch (error) {
        told.textContent = `${texts.failed} ${String(error)}`;
      }
      button.disabled = false;
    });
    return button;
  };

  const show = (entry: InspectedEntry): void => {
    chosen = entry.id;
    const told = make('p', '', 'quiet');
    told.setAttribute('role', 'status');
    const actions = make('p', '', 'actions');
    if (entry.canReplay) actions.append(act(entry, 'replay', told));
    if (entry.canSave) actions.append(act(entry, 'save', told));
    detail.replaceChildren(
      make('h2', entry.label),
      make('p', `${entry.answer}${entry.facts === '' ? '' : ` · ${entry.facts}`}`, entry.tone),
      ...entry.remarks.map((text) => make('p', text, 'remark')),
      actions,
      told,
      ...(entry.event === undefined ? [] : block(texts.event, shown(entry.event))),
      ...(entry.result === undefined ? [] : block(texts.answer, shown(entry.result))),
      ...(entry.log.length === 0 ? [] : block(texts.log, entry.log.join('\n'))),
    );
    for (const button of list.querySelectorAll('button'))
      button.setAttribute('aria-current', String(button.dataset.id === String(entry.id)));
  };

  const add = (entry: InspectedEntry): void => {
    none.hidden = true;
    const item = document.createElement('li');
    const button = make('button', '') as HTMLButtonElement;
    button.type = 'button';
    button.dataset.id = String(entry.id);
    button.append(
      make('span', `${entry.id}`, 'number'),
      make('span', entry.label, 'label'),
      make('span', entry.answer, entry.tone),
    );
    button.addEventListener('click', () => {
      show(entry);
      detail.focus();
    });
    item.append(button);
    list.prepend(item);
    if (list.childElementCount > maxShown) {
      list.lastElementChild?.remove();
      cut.hidden = false;
    }
    // Who looks at the newest goes on to see the newest.
    if (chosen === 0 || chosen === entry.id - 1) show(entry);
  };

  const source = new EventSource('entries');
  source.addEventListener('message', ({ data }) => add(JSON.parse(data)));
  source.addEventListener('error', () => {
    source.close();
    none.hidden = false;
    none.textContent = texts.ended;
  });
}
