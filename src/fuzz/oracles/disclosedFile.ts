import { isObject } from '../../kernel/json.js';
import { inOrder } from '../play/steps.js';
import { lastAnswer } from '../play/webAnswerIn.js';
import type { Oracle } from './oracle.js';

/** A file that every Unix has, and a line in it that no answer has by chance. */
const file = 'etc/passwd';
const lineOfFile = /\broot:[^:\n]{0,40}:0:0:/;
const up = '../'.repeat(12);
const encodedUp = '..%2f'.repeat(12);
const encodedFile = encodeURIComponent(file);

/** What serves more files than it is to. */
export const disclosedFile: Oracle = {
  name: 'disclosed-file',
  holds: 'No request gets a file of the system: what a client writes leads out of no folder.',
  domain:
    'Web functions, and GET with ../ in the path or in one value of the query: reported when the answer holds /etc/passwd.',
  isRelation: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const { event } = trial.case;
    if (!isObject(event) || event.httpMethod !== 'GET' || typeof event.path !== 'string') return undefined;
    const turn = JSON.stringify(event).length;
    const query = isObject(event.queryString) ? event.queryString : {};
    // Of the parts of a path and the values of a query, a case tries one each; which ones follows from it.
    for (const way of [inQuery(query, turn), inPath(event.path, turn)]) {
      const other: unknown = { ...event, ...way };
      if (way === undefined || !trial.trigger.contract.accepts(other)) continue;
      const execution = await trial.play(inOrder([other]));
      const found = lineOfFile.exec(lastAnswer(execution)?.body ?? '')?.[0];
      if (found === undefined || lineOfFile.test(JSON.stringify(other))) continue;
      return {
        what: 'file',
        detail: `The answer holds /${file} (${found}…): what the client writes leads out of the folder. Resolve the path first, and serve it only if it is still inside.`,
        execution,
        compared: await trial.base(),
      };
    }
    return undefined;
  },
};

/** One value of a query is the name of a file; nothing of a query without any. */
function inQuery(query: Readonly<Record<string, unknown>>, turn: number): object | undefined {
  const names = Object.keys(query);
  const name = names[turn % names.length];
  return name === undefined ? undefined : { queryString: { ...query, [name]: `${up}${file}` } };
}

/** One part of a path is the name of a file, in one spelling or another. */
function inPath(path: string, turn: number): object {
  const parts = path.split('/').filter(Boolean);
  const at = turn % Math.max(2, 2 * parts.length);
  const front = ['', ...parts.slice(0, Math.max(0, parts.length - 1 - (at >> 1))), ''].join('/');
  return { path: at % 2 === 0 ? `${front}${encodedUp}${encodedFile}` : `${front}${up}${file}` };
}
