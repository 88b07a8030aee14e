import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { callersTexts, withCallersText } from './tools/callersTexts.js';
import { shown } from './tools/outgoing.js';

const maxTexts = 3;
const word = 'x7q2';
/** Ends a value in quotes, and a number, unless the quotes are escaped. */
const tail = `'" ${word}`;
const literals = /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`[^`]*`/g;

/** Text of the event that is pasted into a statement. */
export const sqlInjection: Oracle = {
  name: 'sql-injection',
  holds: 'No text of the event is read as a part of an SQL statement, whatever signs it has.',
  domain:
    'Every trigger: texts of the query, the body or a message that stand in the text of a statement, sent once more with quotes behind them. Values that are handed over beside the statement never stand in it.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const statements = statementsOf(await trial.base());
    if (statements.length === 0) return undefined;
    const texts = callersTexts(trial).filter((text) =>
      statements.some((statement) => statement.includes(text)),
    );
    for (const text of texts.slice(0, maxTexts)) {
      const changed = withCallersText(trial, text, `${text}${tail}`);
      if (changed === undefined) continue;
      const execution = await trial.play(inOrder([changed]));
      const broken = statementsOf(execution).find((statement) =>
        statement.replaceAll(literals, ' ').includes(word),
      );
      if (broken === undefined) continue;
      return {
        what: 'statement',
        detail: `What follows the quotes in ${shown(`${text}${tail}`)} is read as SQL: ${shown(broken)}. Hand values over beside the statement: query(sql, values).`,
        execution,
      };
    }
    return undefined;
  },
};

const isSql = /^\s*(?:select|insert|update|delete|replace|with|merge|call)\s/i;

/** The texts of the statements, without the values that came beside them. */
function statementsOf({ calls }: Execution<unknown>): string[] {
  return calls.flatMap(({ args }) => {
    const [sql] = Array.isArray(args) ? args : [];
    return typeof sql === 'string' && isSql.test(sql) ? [sql] : [];
  });
}
