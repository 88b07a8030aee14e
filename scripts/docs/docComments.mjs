import { fenced } from './markdown.mjs';

/** The text of a doc comment, without its stars. */
export const commentIn = (token) =>
  token
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();

/** What a doc comment says, as paragraphs, a list and examples; nothing where there is no comment. */
export function described(comment) {
  if (comment === undefined) return [];
  const [text, ...tags] = comment.split(/^(?=@\w)/m);
  const said = tags.map((tag) => /^@(\w+)\s*([\s\S]*)$/.exec(tag.trimEnd()));
  const listed = said
    .filter(([, name]) => name !== 'example')
    .map(([, name, words]) => listItem(name, words));
  const examples = said.filter(([, name]) => name === 'example').map(([, , code]) => fenced('ts', code));
  const prose = linked(text.trim());
  return [...(prose === '' ? [] : [prose]), ...(listed.length === 0 ? [] : [listed.join('\n')]), ...examples];
}

function listItem(tag, words) {
  const text = linked(words.trim().replaceAll(/\s*\n\s*/g, ' '));
  if (tag !== 'param') return `- ${names[tag] ?? tag}: ${text}`;
  const [, name, about] = /^(\S+)\s*(?:- )?(.*)$/.exec(text);
  return `- \`${name}\`: ${about}`;
}

const names = { throws: 'Throws', returns: 'Returns', deprecated: 'Deprecated', see: 'See' };

/** Links to other declarations are their names. */
const linked = (text) => text.replaceAll(/\{@link ([^}|\s]+)[^}]*\}/g, '`$1`');
