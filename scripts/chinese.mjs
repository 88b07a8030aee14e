// The Chinese texts that stand beside the descriptions of contracts.

const chineseKey = 'x-description-zh';

/** The schema without the Chinese texts, which neither the library nor its published schemas carry. */
export function inEnglish(node) {
  if (Array.isArray(node)) return node.map(inEnglish);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== chineseKey)
      .map(([key, value]) => [key, inEnglish(value)]),
  );
}

/** The Chinese of every description of a schema, by the English. */
export function chineseOf(node, file, texts = {}) {
  if (typeof node !== 'object' || node === null) return texts;
  const { description, [chineseKey]: chinese } = node;
  if (typeof description === 'string') {
    if (typeof chinese !== 'string') throw new Error(`${file}: no ${chineseKey} beside "${description}"`);
    if ((texts[description] ?? chinese) !== chinese)
      throw new Error(`${file}: two Chinese texts for "${description}"`);
    texts[description] = chinese;
  }
  for (const value of Object.values(node)) chineseOf(value, file, texts);
  return texts;
}
