import type { ChineseTexts } from '../kernel/chineseTexts.js';
import { lazyChinese } from '../triggers/lazyChinese.js';

import { problemInChinese } from './problems.js';
import { sourceInChinese } from './sources.js';

export { anyProblemInChinese } from './answerProblems.js';
export { oracles } from './oracles.js';
export { sourceInChinese };

/** How one speaks of a kind in Chinese. */
export interface Chinese {
  /** A sentence of the code: a description, a reason, a rule. */
  say(english: string): string;
  /** A half of a problem, or its hint. */
  problem(english: string): string;
  /** Where a fact comes from. */
  source(english: string): string;
}

/** Loads what is said in Chinese of a kind; of none, what is said of any. */
export async function chineseFor(kind: string | undefined): Promise<Chinese> {
  const load = Object.entries(lazyChinese).find(([name]) => name === kind)?.[1];
  const sentences: ChineseTexts = (await load?.()) ?? {};
  return {
    say: (english) => sentences[english] ?? english,
    problem: problemInChinese,
    source: sourceInChinese,
  };
}
