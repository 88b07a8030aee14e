import {
  check,
  type DecodedPart,
  type Issue,
  jsonBytes,
  largestEventBytes,
  loadTrigger,
  type Trigger,
} from '../core.js';
import { bindControls } from './controls.js';
import { element, painted, part } from './dom.js';
import { bindFinder } from './finder.js';
import titles from './kindTitles.json' with { type: 'json' };
import type { OwnEvents } from './own.js';
import { issueList, partList, ruleList } from './panels.js';
import { receiveEvents } from './receive.js';
import { bindSheet } from './sheet.js';
import { hashOf, type Language, type State, stateOf } from './state.js';
import { drawnSubject, isMisuse, isRemark, ownSubject, type Subject } from './subject.js';
import { grouped, loadTexts, type Texts, textsIn } from './texts.js';

const system: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const main = part('event', HTMLElement);
const status = part('status', HTMLDivElement);
const places = {
  title: part('title', HTMLParagraphElement),
  name: part('name', HTMLHeadingElement),
  summary: part('summary', HTMLParagraphElement),
  facts: part('facts', HTMLParagraphElement),
  why: part('why', HTMLParagraphElement),
  issues: part('issues', HTMLDivElement),
  parts: part('parts', HTMLDivElement),
  rules: part('rules', HTMLDivElement),
};

start();

function start(): void {
  let state = stateOf(location.hash, system);
  let own: OwnEvents | undefined;
  let checked: { readonly subject: Subject; readonly issues: readonly Issue[] } | undefined;
  let turn = 0;

  const change = (changed: Partial<State>): void => {
    if (changed.kind !== undefined) own = undefined;
    state = { ...state, ...changed };
    const write = changed.kind === undefined ? 'replaceState' : 'pushState';
    history[write](null, '', hashOf(state, system));
    if (changed.theme !== undefined) dress(state);
    else if (changed.view !== undefined) sheet.show(checked?.subject, checked?.issues ?? [], state);
    else void show();
  };
  const controls = bindControls(change);
  const sheet = bindSheet((view) => change({ view }));
  const finder = bindFinder(({ name, path }) => {
    if (path === undefined) change({ edge: name });
    else sheet.reveal(path);
  });
  receiveEvents((brought) => {
    own = brought;
    change({ index: 0 });
  });
  part('language', HTMLButtonElement).addEventListener('click', () =>
    change({ language: state.language === 'en' ? 'zh' : 'en' }),
  );
  part('theme', HTMLButtonElement).addEventListener('click', () =>
    change({ theme: isDark(state) ? 'light' : 'dark' }),
  );
  part('skip', HTMLAnchorElement).addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  addEventListener('hashchange', () => {
    own = undefined;
    state = stateOf(location.hash, system);
    void show();
  });
  darkSystem.addEventListener('change', () => dress(state));
  void show();

  /** Shows the state in steps between which the browser may paint; a newer call makes an older one stop. */
  async function show(): Promise<void> {
    turn += 1;
    const mine = turn;
    const isStale = (): boolean => mine !== turn;
    const texts = textsIn(state.language);
    dress(state);
    translate(texts, state.language);
    main.ariaBusy = 'true';
    try {
      const subject = await subjectOf(isStale);
      if (subject === undefined || isStale()) return;
      const { trigger, event } = subject;
      await loadTexts(state.language, trigger?.name);
      if (isStale()) return;
      const texts = textsIn(state.language);
      controls.show(state, trigger, own);
      showHead(subject, state, own, texts);
      await painted();
      if (isStale()) return;
      const issues = trigger === undefined ? [] : check(trigger, event, { strict: true });
      showStatus(trigger, issues, state, texts);
      places.issues.replaceChildren(
        ...(trigger === undefined || issues.length === 0
          ? []
          : [issueList(trigger, issues, texts, sheet.reveal)]),
      );
      checked = { subject, issues };
      sheet.show(subject, issues, state);
      finder.show(subject, texts);
      await painted();
      if (isStale()) return;
      showBeside(trigger, event, issues, texts);
    } catch (error) {
      if (!isStale()) fail(state.kind, texts.cannot, sentenceOf(error, texts));
    } finally {
      if (!isStale()) main.ariaBusy = 'false';
    }
  }

  async function subjectOf(isStale: () => boolean): Promise<Subject | undefined> {
    const texts = textsIn(state.language);
    if (own === undefined) {
      const trigger = await loadTrigger(state.kind);
      await loadTexts(state.language, trigger.name);
      if (isStale()) return undefined;
      controls.show(state, trigger, own);
      return drawnSubject(trigger, state);
    }
    if ('events' in own) return ownSubject(own, state.index);
    controls.show(state, undefined, own);
    fail(own.name, texts.unreadable, `${texts.problems[own.problem]} ${own.detail ?? ''}`);
    return undefined;
  }

  function fail(name: string, what: string, why: string): void {
    main.classList.add('failed');
    places.name.textContent = name;
    setStatus('invalid', what, why);
    for (const place of ['title', 'summary', 'facts', 'why', 'issues'] as const)
      places[place].replaceChildren();
    checked = undefined;
    sheet.show(undefined, [], state);
    finder.show(undefined, textsIn(state.language));
  }
}

function isDark({ theme }: State): boolean {
  return theme === undefined ? darkSystem.matches : theme === 'dark';
}

function dress(state: State): void {
  document.documentElement.dataset.theme = isDark(state) ? 'dark' : 'light';
  part('theme', HTMLButtonElement).ariaPressed = String(isDark(state));
}

/** Puts every fixed text of the page into the language. */
function translate(texts: Texts, language: Language): void {
  const root = document.documentElement;
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  if (root.lang === lang && root.dataset.translated !== undefined) return;
  root.lang = lang;
  root.dataset.translated = '';
  document.title = texts.title;
  const said: Readonly<Record<string, unknown>> = { ...texts };
  for (const node of document.querySelectorAll<HTMLElement>('[data-text]')) {
    node.textContent = String(said[node.dataset.text ?? '']);
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-label]')) {
    node.ariaLabel = String(said[node.dataset.label ?? '']);
  }
  const other = part('language', HTMLButtonElement);
  other.textContent = texts.otherLanguage;
  other.lang = language === 'zh' ? 'en' : 'zh-CN';
}

function showHead(subject: Subject, state: State, own: OwnEvents | undefined, texts: Texts): void {
  const { trigger, event, file } = subject;
  const origin =
    file === undefined || own === undefined || !('events' in own)
      ? ''
      : own.events.length === 1
        ? file
        : `${file}: ${texts.several(Math.min(state.index + 1, own.events.length), own.events.length)}`;
  main.classList.remove('failed');
  places.name.replaceChildren(trigger?.name ?? texts.strange);
  places.title.textContent = titleOf(trigger)?.[state.language] ?? '';
  places.summary.textContent = texts.say(trigger?.summary ?? '');
  const size = grouped(jsonBytes(event));
  places.facts.replaceChildren(
    ...(origin === '' ? [] : [element('span', { class: 'chip' }, origin)]),
    ...(trigger === undefined
      ? [texts.byteCount(size)]
      : [
          element('span', { class: 'chip' }, texts[trigger.invocation]),
          element('span', {}, texts.bytes(size, grouped(largestEventBytes[trigger.invocation]))),
          element('a', { href: trigger.documentation, rel: 'noreferrer' }, texts.page),
        ]),
  );
  const edge = file === undefined ? trigger?.edgeCases.find(({ name }) => name === state.edge) : undefined;
  places.why.hidden = edge === undefined;
  places.why.replaceChildren(
    element('strong', {}, texts.why),
    ' ',
    element('span', {}, texts.say(edge?.because ?? '')),
  );
}

/** What people call a kind; undefined for an event that no trigger sends. */
function titleOf(trigger: Trigger | undefined): (typeof titles)['timer'] | undefined {
  return trigger === undefined ? undefined : titles[trigger.name as keyof typeof titles];
}

function showStatus(
  trigger: Trigger | undefined,
  issues: readonly Issue[],
  state: State,
  texts: Texts,
): void {
  if (trigger === undefined) setStatus('remarks', texts.strange, texts.strangeDetail);
  else if (issues.length === 0) setStatus('valid', texts.valid, texts.validDetail);
  else {
    const edge = trigger.edgeCases.find(({ name }) => name === state.edge);
    const isMeant = issues.every(({ rule }) => edge?.reports?.includes(rule));
    const because = isMeant ? texts.edgeReports : undefined;
    const isFine = issues.every((issue) => isRemark(trigger, issue));
    if (isFine) setStatus('remarks', texts.remarks(issues.length), because ?? texts.remarksDetail);
    else setStatus('invalid', texts.invalid(issues.length), because ?? '');
  }
}

function setStatus(look: 'valid' | 'remarks' | 'invalid', what: string, detail: string): void {
  status.className = `status ${look}`;
  const mark = { valid: '✓', remarks: '!', invalid: '✗' }[look];
  status.replaceChildren(
    element('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
    element('strong', {}, what),
    ' ',
    element('span', {}, detail),
  );
}

function showBeside(
  trigger: Trigger | undefined,
  event: unknown,
  issues: readonly Issue[],
  texts: Texts,
): void {
  const accepted = trigger?.contract.accepts(event) === true;
  const parts = trigger === undefined ? [] : partsOf(trigger, event);
  const quiet = accepted || trigger === undefined ? texts.nothingEncoded : texts.nothingOpened;
  places.parts.replaceChildren(
    parts.length === 0 ? element('p', { class: 'quiet' }, quiet) : partList(parts, texts),
  );
  places.rules.replaceChildren(
    ...(trigger === undefined ? [] : [ruleList(trigger, accepted ? issues : undefined, texts)]),
  );
}

/** The encoded parts; none where an event that breaks its contract lacks what holds them. */
function partsOf(trigger: Trigger, event: unknown): readonly DecodedPart[] {
  try {
    return trigger.decode(event);
  } catch {
    return [];
  }
}

function sentenceOf(error: unknown, texts: Texts): string {
  if (isMisuse(error)) return error.message;
  return texts.fault(error instanceof Error ? error.message : String(error));
}
