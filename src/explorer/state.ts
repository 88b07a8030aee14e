import { kinds } from '../core.js';

/** What the page shows; it stands in the address behind `#`, so that a link shows the same. */
export interface State {
  readonly kind: string;
  readonly seed: string;
  /** A whole number from 0; NaN while there is none in the field. */
  readonly index: number;
  /** 0 to 1. */
  readonly hostile: number;
  /** Name of an edge case; "" for an ordinary event. */
  readonly edge: string;
  /** The kind's own options as they were typed. */
  readonly options: Readonly<Record<string, string>>;
  readonly view: View;
  readonly language: Language;
  /** That of the system when undefined. */
  readonly theme: Theme | undefined;
}

/** What is shown of an event. */
export type View = (typeof views)[number];
export type Language = (typeof languages)[number];
export type Theme = (typeof themes)[number];

export const views = ['fields', 'json', 'test', 'typescript', 'python', 'curl', 'command'] as const;
export const languages = ['en', 'zh'] as const;
const themes = ['light', 'dark'] as const;

/** Marks the kind's own options among the names in the address. */
const optionMark = 'option.';

/**
 * Reads what an address says; what it does not say, or says wrongly, is as at the start.
 *
 * @param system the language of the browser.
 */
export function stateOf(hash: string, system: Language): State {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const kind = said.get('kind');
  const index = Number(said.get('index') ?? 0);
  const hostile = Number(said.get('hostile') ?? 0);
  return {
    kind: kinds.find((known) => known === kind) ?? (kinds[0] as string),
    seed: said.get('seed') ?? '42',
    index: Number.isSafeInteger(index) && index >= 0 ? index : 0,
    hostile: hostile >= 0 && hostile <= 1 ? hostile : 0,
    edge: said.get('edge') ?? '',
    options: Object.fromEntries(
      [...said]
        .filter(([name]) => name.startsWith(optionMark))
        .map(([name, value]) => [name.slice(optionMark.length), value]),
    ),
    view: views.find((view) => view === said.get('view')) ?? 'fields',
    language: languages.find((language) => language === said.get('lang')) ?? system,
    theme: themes.find((theme) => theme === said.get('theme')),
  };
}

/** The address of a state, with `#`; only what differs from the start stands in it, but always the kind. */
export function hashOf(state: State, system: Language): string {
  const start = stateOf('', system);
  const said = new URLSearchParams({ kind: state.kind });
  if (state.seed !== start.seed) said.set('seed', state.seed);
  if (state.index > 0) said.set('index', String(state.index));
  if (state.hostile > 0) said.set('hostile', String(state.hostile));
  if (state.edge !== '') said.set('edge', state.edge);
  for (const [name, value] of Object.entries(state.options)) {
    if (value !== '') said.set(`${optionMark}${name}`, value);
  }
  if (state.view !== start.view) said.set('view', state.view);
  if (state.language !== start.language) said.set('lang', state.language);
  if (state.theme !== undefined) said.set('theme', state.theme);
  return `#${said}`;
}
