/** Events that a user brought along, or why they cannot be read. */
export type OwnEvents =
  | { readonly name: string; readonly events: readonly unknown[] }
  | { readonly name: string; readonly problem: OwnProblem; readonly detail?: string };

export type OwnProblem = 'empty' | 'notText' | 'notJson' | 'tooDeep' | 'tooLarge';

/** More than any trigger sends, and little enough for a browser. */
export const maxOwnBytes = 64 * 1024 * 1024;
const deepest = 1000;

/**
 * Reads a text as one event, a list of events (of objects), or JSON lines.
 *
 * @param name of the file, for the snippets.
 */
export function ownEvents(text: string, name = 'event.json'): OwnEvents {
  const clean = text.replace(/^\ufeff/, '').trim();
  if (clean === '') return { name, problem: 'empty' };
  const read = parsed(clean);
  if ('detail' in read) return { name, problem: 'notJson', detail: read.detail };
  const { value } = read;
  const isList = Array.isArray(value) && value.length > 0 && value.every(isEventLike);
  const events: readonly unknown[] = isList ? value : [value];
  return events.some(isTooDeep) ? { name, problem: 'tooDeep' } : { name, events };
}

/** Reads a file; it never leaves the browser. */
export async function ownFile(file: File): Promise<OwnEvents> {
  if (file.size > maxOwnBytes) return { name: file.name, problem: 'tooLarge' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return ownEvents(text, file.name);
  } catch {
    return { name: file.name, problem: 'notText' };
  }
}

function parsed(text: string): { value: unknown } | { detail: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2) return { detail: (error as Error).message };
    try {
      return { value: lines.map((line) => JSON.parse(line)) };
    } catch {
      return { detail: (error as Error).message };
    }
  }
}

function isEventLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Level by level, since a value may be nested deeper than the stack. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}
