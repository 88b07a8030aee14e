import type { Issue, IssuePath } from '../core.js';
import { element, part } from './dom.js';
import { curlText, pythonText, typescriptText } from './languages.js';
import { cutText } from './panels.js';
import { commandLine, testText } from './snippets.js';
import { type State, type View, views } from './state.js';
import { isRemark, prettyText, type Subject } from './subject.js';
import { textsIn } from './texts.js';
import { type Tree, treeOf } from './tree.js';

/** The middle of the page: an event as fields, as JSON, as tests and as command lines. */
export interface Sheet {
  show(subject: Subject | undefined, issues: readonly Issue[], state: State): void;
  /** Opens the way to a field; shows the fields before. */
  reveal(path: IssuePath): void;
}

/** How much of a JSON text stands in the page. */
const maxJson = 100_000;

/** @param choose what a tab asks for. */
export function bindSheet(choose: (view: View) => void): Sheet {
  const view = part('view', HTMLDivElement);
  const copy = part('copy', HTMLButtonElement);
  const copied = part('copied', HTMLSpanElement);
  const tabs = views.map((name) => ({ name, tab: part(`tab-${name}`, HTMLButtonElement) }));
  let shown: { subject: Subject; issues: readonly Issue[]; state: State } | undefined;
  let tree: Tree | undefined;
  let wanted: IssuePath | undefined;

  for (const [at, { name, tab }] of tabs.entries()) {
    tab.addEventListener('click', () => choose(name));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const other = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
      if (other === undefined) return;
      event.preventDefault();
      other.tab.focus();
      choose(other.name);
    });
  }
  // A panel of mere text is read by scrolling, which takes the focus.
  view.tabIndex = 0;
  copy.addEventListener('click', async () => {
    if (shown === undefined) return;
    const { subject, state } = shown;
    const texts = textsIn(state.language);
    copied.textContent = '';
    try {
      await navigator.clipboard.writeText(
        textFor(state.view === 'fields' ? 'json' : state.view, subject, state),
      );
      copied.textContent = texts.copied;
    } catch {
      copied.textContent = texts.notCopied;
    }
  });

  return {
    show(subject, issues, state) {
      shown = subject === undefined ? undefined : { subject, issues, state };
      for (const { name, tab } of tabs) {
        tab.setAttribute('aria-selected', String(name === state.view));
        tab.tabIndex = name === state.view ? 0 : -1;
      }
      view.setAttribute('aria-labelledby', `tab-${state.view}`);
      copy.textContent = textsIn(state.language).copy[state.view];
      copy.disabled = subject === undefined;
      copied.textContent = '';
      tree = undefined;
      if (subject === undefined) view.replaceChildren();
      else view.replaceChildren(drawn(subject, issues, state));
      revealWanted();
    },
    reveal(path) {
      if (tree !== undefined) return tree.reveal(path);
      wanted = path;
      choose('fields');
    },
  };

  function revealWanted(): void {
    if (wanted !== undefined) tree?.reveal(wanted);
    wanted = undefined;
  }

  function drawn(subject: Subject, issues: readonly Issue[], state: State): HTMLElement {
    const texts = textsIn(state.language);
    if (state.view === 'fields') {
      const { trigger } = subject;
      const contract = trigger && {
        schema: trigger.contract.schema(),
        isRemark: (issue: Issue) => isRemark(trigger, issue),
      };
      tree = treeOf(subject.event, { texts, issues, ...contract });
      return tree.element;
    }
    return element(
      'pre',
      {},
      element('code', {}, cutText(textFor(state.view, subject, state), maxJson, texts)),
    );
  }
}

function textFor(view: Exclude<View, 'fields'>, subject: Subject, state: State): string {
  const command = commandLine(subject, state);
  const texts = {
    json: () => prettyText(subject),
    test: () => testText(subject, state),
    typescript: () => typescriptText(subject, state),
    python: () => pythonText(subject, command),
    curl: () => curlText(subject, command),
    command: () => command,
  };
  return texts[view]();
}
