import type { ReportedFailure } from '../../../src/fuzz/index.js';

/** What is told of a failure before its story: the law that it breaks, and how. */
export function headOf({ text }: Pick<ReportedFailure, 'text'>): string {
  const end = text.search(/^(?:What happened|The event|It was at [^\n]*):$/m);
  return (end < 0 ? text : text.slice(0, end)).trimEnd();
}
