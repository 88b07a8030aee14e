import { kinds, type Trigger } from '../core.js';
import { element, part } from './dom.js';
import titles from './kindTitles.json' with { type: 'json' };
import type { OwnEvents } from './own.js';
import type { State } from './state.js';
import { textsIn } from './texts.js';

/** The left pane. */
export interface Controls {
  /** Puts a state into the fields. */
  show(state: State, trigger: Trigger | undefined, own: OwnEvents | undefined): void;
}

/** @param change what a field asks for; choosing a kind leaves the user's own events. */
export function bindControls(change: (changed: Partial<State>) => void): Controls {
  const kind = part('kind', HTMLSelectElement);
  const edge = part('edge', HTMLSelectElement);
  const seed = part('seed', HTMLInputElement);
  const index = part('index', HTMLInputElement);
  const hostile = part('hostile', HTMLInputElement);
  const hostileness = part('hostileness', HTMLOutputElement);
  const next = part('next', HTMLButtonElement);
  const options = part('options', HTMLFieldSetElement);
  const optionFields = part('optionFields', HTMLDivElement);
  let shown: { state: State; trigger: Trigger | undefined } | undefined;
  let optionsOf: Trigger | undefined;
  let language: State['language'] | undefined;

  part('controls', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
  kind.addEventListener('change', () => change({ kind: kind.value, edge: '', options: {} }));
  edge.addEventListener('change', () => change({ edge: edge.value }));
  seed.addEventListener('input', () => change({ seed: seed.value }));
  index.addEventListener('input', () => change({ index: index.valueAsNumber }));
  hostile.addEventListener('input', () => change({ hostile: hostile.valueAsNumber }));
  next.addEventListener('click', () => {
    if (shown === undefined) return;
    const { state, trigger } = shown;
    if (state.edge === '') return change({ index: (Number.isNaN(state.index) ? -1 : state.index) + 1 });
    const names = trigger?.edgeCases.map(({ name }) => name) ?? [];
    change({ edge: names[(names.indexOf(state.edge) + 1) % names.length] ?? '' });
  });

  return {
    show(state, trigger, own) {
      shown = { state, trigger };
      const texts = textsIn(state.language);
      const isOwn = own !== undefined;
      const isEdge = state.edge !== '' && !isOwn;
      document.body.classList.toggle('own', isOwn);
      document.body.classList.toggle('single', isOwn && 'events' in own && own.events.length === 1);
      showKinds(state.language);
      kind.value = isOwn ? (trigger?.name ?? '') : state.kind;
      const edges = trigger?.edgeCases ?? [];
      edge.replaceChildren(
        element('option', { value: '' }, texts.noEdge),
        ...edges.map(({ name }) => element('option', { value: name }, name)),
      );
      edge.value = state.edge;
      put(seed, state.seed);
      put(index, Number.isNaN(state.index) ? '' : String(state.index));
      index.disabled = isEdge;
      next.textContent = isEdge ? texts.nextEdge : texts.next;
      put(hostile, String(state.hostile));
      hostileness.value = state.hostile === 0 ? texts.realistic : `${Math.round(state.hostile * 100)} %`;
      showOptions(trigger, state);
    },
  };

  /** The kinds as people say them, each with its name. */
  function showKinds(language: State['language']): void {
    if (kind.lang === language) return;
    kind.lang = language;
    kind.replaceChildren(
      ...kinds.map((name) => {
        const title = titles[name as keyof typeof titles]?.[language];
        return element('option', { value: name }, title === undefined ? name : `${title} (${name})`);
      }),
    );
  }

  function showOptions(trigger: Trigger | undefined, state: State): void {
    const specs = Object.entries(trigger?.options ?? {});
    options.hidden = specs.length === 0;
    if (trigger !== optionsOf || state.language !== language) {
      optionsOf = trigger;
      language = state.language;
      const { say } = textsIn(language);
      optionFields.replaceChildren(
        ...specs.flatMap(([name, spec]) => optionField(name, spec.value, say(spec.about))),
      );
    }
    for (const [name] of specs) put(part(`option-${name}`, HTMLInputElement), state.options[name] ?? '');
  }

  function optionField(name: string, value: string, about: string): HTMLElement[] {
    const id = `option-${name}`;
    const input = element('input', {
      id,
      type: 'text',
      spellcheck: 'false',
      placeholder: value,
      'aria-describedby': `${id}-about`,
    });
    input.addEventListener('input', () => {
      change({ options: { ...shown?.state.options, [name]: input.value } });
    });
    return [
      element('label', { for: id }, element('code', {}, name)),
      input,
      element('p', { id: `${id}-about`, class: 'about' }, about),
    ];
  }
}

/** Leaves a field alone that has the value already, so that the cursor stays where it is. */
function put(field: HTMLInputElement, value: string): void {
  if (field.value !== value) field.value = value;
}
