import { visible } from '../../../../src/core.js';
import { escaped } from '../escaped.js';

/** A piece of a page. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a piece: texts are shown as they are, and are never markup. */
export type Part = Markup | string | number | undefined | readonly Part[];

/** A piece of a page with values in it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => `${text}${textOf(parts[index])}`).join(''));
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(visible(String(part)));
}

/** The beginning of a text, and all of it where somebody opens it. */
export function folded(text: string, most: number, more: (characters: string) => string): Part {
  if (text.length <= most) return text;
  const beginning = text.slice(0, /[\ud800-\udbff]/.test(text[most - 1] as string) ? most - 1 : most);
  const whole = text.length > maxWhole ? `${text.slice(0, maxWhole)}…` : text;
  const label = more(text.length.toLocaleString('en'));
  return html`${beginning}… <details class="whole"><summary>${label}</summary><div>${whole}</div></details>`;
}

const maxWhole = 20_000;
