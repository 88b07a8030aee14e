/** What the code asks of a value before it takes it. */
export type AskedSort = 'number' | 'whole' | 'text' | 'flag' | 'list';

const named = '([\\w$.?]{1,80})';

/** How code asks for a sort of value, and which one it is. */
const questions: readonly (readonly [RegExp, AskedSort])[] = [
  [new RegExp(`\\bNumber\\.is(?:Safe)?Integer\\(${named}\\)`, 'g'), 'whole'],
  [new RegExp(`\\bNumber\\.isFinite\\(${named}\\)`, 'g'), 'number'],
  [new RegExp(`\\btypeof ${named} [!=]==? ['"]number['"]`, 'g'), 'number'],
  [new RegExp(`\\btypeof ${named} [!=]==? ['"]string['"]`, 'g'), 'text'],
  [new RegExp(`\\btypeof ${named} [!=]==? ['"]boolean['"]`, 'g'), 'flag'],
  [new RegExp(`\\bArray\\.isArray\\(${named}\\)`, 'g'), 'list'],
];

/** The sorts of the fields that a handler's own code looks at, by their names: `count` of `Number.isInteger(item.count)`. */
export function sortsIn(source: string): ReadonlyMap<string, AskedSort> {
  const sorts = new Map<string, AskedSort>();
  for (const [question, sort] of questions)
    for (const [, path = ''] of source.matchAll(question)) {
      const name = path.split(/[.?]+/).at(-1) ?? '';
      if (name !== '' && !sorts.has(name)) sorts.set(name, sort);
    }
  return sorts;
}
