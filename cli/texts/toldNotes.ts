import type { Issue } from '../../src/core.js';
import type { Texts } from './texts.js';

/** Something to know, in the language of the command line. */
export function noteIn(texts: Texts | undefined, english: string): string {
  return texts?.note(english) ?? english;
}

/** Where a fact comes from, in the language of the command line. */
export function sourceIn(texts: Texts | undefined, english: string): string {
  return texts?.source(english) ?? english;
}

/** A page of the documents in the language of the command line. */
export function pageIn(texts: Texts | undefined, path: string): string {
  return texts?.page(path) ?? path;
}

/** How severe a problem is, in the language of the command line. */
export function severityIn(texts: Texts | undefined, severity: Issue['severity']): string {
  return texts === undefined ? severity : { error: '错误', warning: '警告' }[severity];
}
