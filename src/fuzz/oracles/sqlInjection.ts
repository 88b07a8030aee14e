import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { callersTexts, standsIn, withCallersText } from './tools/callersTexts.js';
import { shown } from './tools/outgoing.js';

const maxTexts = 3;
const word = 'x7q2';
/** Ends a value in quotes, and a number, unless the quotes are escaped. */
const tail = `'" ${word}`;

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
      statements.some((statement) => standsIn(text, statement)),
    );
    for (const text of texts.slice(0, maxTexts)) {
      const changed = withCallersText(trial, text, `${text}${tail}`);
      if (changed === undefined) continue;
      const execution = await trial.play(inOrder([changed]));
      const broken = statementsOf(execution).find((statement) => withoutTexts(statement).includes(word));
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

/** A statement without what stands in quotes; quotes that are not closed end it, and what follows is kept. */
function withoutTexts(statement: string): string {
  let kept = '';
  for (let at = 0; at < statement.length; at++) {
    const quote = statement[at] as string;
    const end = `'"\``.includes(quote) ? endOfText(statement, at) : undefined;
    kept += end === undefined ? quote : ' ';
    // Where one is not closed, nothing behind it is.
    if (`'"\``.includes(quote) && end === undefined) return kept + statement.slice(at + 1);
    at = end ?? at;
  }
  return kept;
}

/** Where the quotes at a place are closed; those that are doubled or escaped do not close them. */
function endOfText(statement: string, start: number): number | undefined {
  const quote = statement[start];
  for (let at = start + 1; at < statement.length; at++) {
    if (statement[at] === '\\' && quote !== '`') at++;
    else if (statement[at] === quote) {
      if (statement[at + 1] !== quote) return at;
      at++;
    }
  }
  return undefined;
}
