// How the documents become pages: they are written for any reader of Markdown, so that what Vue would take for its own
// is text here, and their links lead to pages.
import { relative } from 'node:path';
import { linkFrom, root } from './pages.mjs';

/** The anchor of a heading, as GitHub makes it. */
export const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const withoutMustaches = (html) => html.replaceAll('{{', '&#123;&#123;');
const fileOf = (env) => relative(root, env.realPath ?? env.path).replaceAll('\\', '/');
/** A link to the same page in the other language, for which the site has a menu. */
const otherLanguage = /^\[(?:English|中文)\]\([^)]*\)$/;
/** Pages of the site itself, which may hold components. */
const isOwn = (env) => fileOf(env).startsWith('site/pages/');

/** Changes the Markdown reader of the site. */
export function changeMarkdown(markdown) {
  markdown.core.ruler.push('without-other-language', ({ tokens }) => {
    const at = tokens.findIndex(({ type, content }) => type === 'inline' && otherLanguage.test(content));
    // A paragraph is opened, has its text, and is closed.
    if (at > 0) tokens.splice(at - 1, 3);
  });
  markdown.core.ruler.push('links-to-pages', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null) token.attrSet('href', linkFrom(fileOf(env), href));
    }
  });
  const { rules } = markdown.renderer;
  for (const kind of ['html_block', 'html_inline']) {
    const render = rules[kind];
    rules[kind] = (tokens, index, options, env, self) => {
      const { content, meta } = tokens[index];
      const isKnown = isOwn(env) || meta !== null || /^\s*(<!--|<br>)/.test(content);
      if (content.startsWith('<!-- Made by')) return '';
      return isKnown ? render(tokens, index, options, env, self) : escaped(content);
    };
  }
  for (const kind of ['text', 'code_inline']) {
    const render = rules[kind];
    rules[kind] = (...all) => withoutMustaches(render(...all));
  }
}
