import { jsonBytes } from '../../kernel/json.js';
import { webLimits } from '../../responses/checkWebAnswer.js';
import { lastAnswer, webAnswerIn } from '../play/webAnswerIn.js';
import type { Oracle } from './oracle.js';

/** Whoever gets so much may refuse it by breaking the connection off, or answer as much. */
const [largeBytes, longBytes] = [100_000, 1500];

/** An answer that no client can read to its end. */
export const brokenAnswer: Oracle = {
  name: 'broken-answer',
  holds:
    'An answer is whole: it has as many bytes as Content-Length says, its last chunk, and the coding that its header names.',
  domain: 'Web functions; requests of more than 100 KB may be refused by breaking the connection off.',
  isRelation: false,
  isConclusive: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    if (jsonBytes(trial.case.event) > largeBytes) return undefined;
    const execution = await trial.base();
    for (const { outcome } of execution.invocations) {
      const problem = webAnswerIn(outcome)?.problem;
      if (problem === undefined) continue;
      return {
        what: problem.replaceAll(/\d+|"[^"]*"/g, '…'),
        detail: `The answer cannot be used: ${problem}.`,
        execution,
      };
    }
    return undefined;
  },
};

/** Headers that do not pass. */
export const largeHeaders: Oracle = {
  name: 'large-headers',
  holds: 'The headers of an answer have 4 KB at the most, all names and values together.',
  domain:
    'Web functions; requests that are small themselves, since what they hold may come back in a header.',
  isRelation: false,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    if (jsonBytes(trial.case.event) > longBytes) return undefined;
    const execution = await trial.base();
    const bytes = lastAnswer(execution)?.headerBytes;
    if (bytes === undefined) return undefined;
    return {
      what: 'headers',
      detail: `The headers of the answer have ${bytes} bytes, and the platform passes on ${webLimits.headerBytes} (https://cloud.tencent.com/document/product/583/56124).`,
      execution,
    };
  },
};

/** A cookie that another one has taken the place of. */
export const lostCookie: Oracle = {
  name: 'lost-cookie',
  holds: 'A cookie that the code sets reaches the client, also beside another.',
  domain: 'Apps that are handed over, where it is seen what becomes of Set-Cookie.',
  isRelation: false,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const execution = await trial.base();
    const lost = lastAnswer(execution)?.lostCookies ?? [];
    if (lost.length === 0) return undefined;
    return {
      what: 'cookie',
      detail: `Set-Cookie of ${lost.join(', ')} is overwritten by that of another cookie, and never sent: setHeader replaces what was set before. Append it, or set a list of both.`,
      execution,
    };
  },
};
