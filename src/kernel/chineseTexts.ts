/** Chinese for English: a sentence as the code says it, with its translation. So a sentence that changes lacks one again. */
export type ChineseTexts = Readonly<Record<string, string>>;
