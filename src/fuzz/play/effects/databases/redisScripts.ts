import { createHash } from 'node:crypto';
import type { EffectKind } from '../effectKind.js';

/** A command of Redis and its words. */
export interface Asked {
  readonly command: string;
  readonly words: readonly string[];
}

/** The scripts that an execution has sent, by their SHA-1: a client sends the text once, and names it afterwards. */
export class RedisScripts {
  readonly #texts = new Map<string, string>();

  /** The command with the text of its script, as it was first sent; others stay as they are. */
  asEval(asked: Asked): Asked {
    const { command, words } = asked;
    const [first = '', ...rest] = words;
    if (command === 'EVAL') this.#add(first);
    if (command === 'SCRIPT' && /^load$/i.test(first)) this.#add(rest[0] ?? '');
    const text = command === 'EVALSHA' ? this.#texts.get(first.toLowerCase()) : undefined;
    return text === undefined ? asked : { command: 'EVAL', words: [text, ...rest] };
  }

  #add(text: string): void {
    this.#texts.set(shaOf(text), text);
  }
}

/** @param text has a character for each byte. */
export function shaOf(text: string): string {
  return createHash('sha1').update(text, 'latin1').digest('hex');
}

const calls = /redis\.p?call\(\s{0,9}['"]([A-Za-z]{1,30})['"]/g;
const conditions = /\b(?:if|while|return\s+redis\.p?call\(\s{0,9}['"]set(?:nx)?['"])/i;

/**
 * Scripts are not run. One that decides by what it finds is taken to do the same once, as one that takes a lock does; one
 * that decides nothing does what its commands do.
 *
 * @param kindOf what a command leaves behind.
 */
export function scriptEffectKind(
  text: string,
  kindOf: (command: string) => EffectKind['kind'],
): EffectKind['kind'] {
  const kinds = [...text.matchAll(calls)].map(([, command = '']) => kindOf(command.toUpperCase()));
  if (kinds.length > 0 && kinds.every((kind) => kind === 'read')) return 'read';
  return kinds.includes('append') && !conditions.test(text) ? 'append' : 'overwrite';
}
