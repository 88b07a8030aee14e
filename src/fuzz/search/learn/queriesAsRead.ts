import type { Draw } from '../../../kernel/draw.js';
import { setOwn } from '../../../kernel/json.js';
import { withOverrides } from '../../../kernel/overrides.js';
import type { Trigger } from '../../../kernel/trigger.js';
import { drawCallerText, expectedTexts } from './callerTexts.js';
import type { Learned } from './learn.js';
import { sampleWith } from './sampleWith.js';
import { drawNumber, drawText, drawWhole } from './words.js';

const maxNames = 8;
/** What code that looks at a text mostly lets pass. */
const plainWords = ['Anna', 'red', 'a1', 'spring-2026'];
/** Names that every object has are read by libraries. */
const isOwn = (name: string): boolean => /^[\w.-]{1,40}$/.test(name) && !(name in Object.prototype);

/**
 * Draws requests whose query has most of the fields that the handler has been seen to read there, with what callers write
 * into such fields; undefined where it reads none. One that looks at several fields gets nowhere with one of them.
 */
export function queriesAsRead<Event>(
  trigger: Trigger<Event>,
  maps: readonly (readonly string[])[],
  learned: Learned,
): ((draw: Draw) => Event | undefined) | undefined {
  const queries = maps.flatMap((path) => {
    const [field = ''] = path;
    const names = [...(learned.event.fields.get(field)?.fields.keys() ?? [])].filter(isOwn);
    return path.length === 1 && /^query/i.test(field) && names.length > 0 ? [{ field, names }] : [];
  });
  if (queries.length === 0) return undefined;
  const expected = expectedTexts(learned.code ?? '');
  return (draw) => {
    const { field, names } = draw.pick(queries);
    const query = {};
    for (const name of names.slice(0, maxNames).filter(() => draw.below(8) !== 7))
      setOwn(query, name, textFor(draw, name, { learned, expected }));
    return sampleWith(trigger, draw, withOverrides({ [field]: query }, draw.request.overrides));
  };
}

function textFor(
  draw: Draw,
  name: string,
  { learned, expected }: { readonly learned: Learned; readonly expected: ReturnType<typeof expectedTexts> },
): string {
  const { words, numbers } = learned;
  const sort = draw.below(8);
  if (sort === 0) return draw.pick(plainWords);
  if (sort < 3) return drawText(draw, words);
  if (sort === 3) return String(drawWhole(draw, numbers));
  return sort === 4 ? String(drawNumber(draw, numbers)) : drawCallerText(draw, name, expected);
}
