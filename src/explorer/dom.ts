type Child = Node | string;

/** Attributes of an element; `false` and undefined leave one out, a function listens to an event. */
type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element; texts become text nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** The element of the page with that id. */
export function part<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${type.name} called ${id}.`);
}

/** A source as a contract names it, with its addresses as links. */
export function sourceText(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const piece of source.split(/(https?:\/\/[^\s:;,\u0080-\uffff]+)/)) {
    if (!/^https?:/.test(piece)) fragment.append(piece);
    else fragment.append(element('a', { href: piece, rel: 'noreferrer' }, piece.replace(/^https?:\/\//, '')));
  }
  return fragment;
}

/** Resolves when the browser has painted, so that heavy work does not hold back what is already there. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
