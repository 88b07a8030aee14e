import type { CommandOutputs, Trigger } from '../../src/core.js';
import type { Io } from '../shared/io.js';
import { counted } from '../shared/options.js';
import { oneLine } from '../shared/printable.js';
import { linesIn } from '../texts/told.js';
import type { Answer } from './answer.js';

/** An event that is to be sent. */
export interface Message {
  readonly name: string;
  readonly event: unknown;
  readonly trigger: Trigger;
}

/** An answer to one try. */
interface Tried {
  readonly tried: number;
  readonly told: string;
  readonly ms: number;
  readonly answer: Answer;
}

/** Tells what came of a try. */
export type Teller = (message: Message, tried: Tried) => Promise<void> | undefined;

/** A line for each. */
export const lineTeller =
  (io: Io): Teller =>
  ({ name }, { told, ms, answer }) =>
    io.stdout.write(`${linesIn(io.texts, `${oneLine(name)}${told}: ${answerText(answer, ms)}`)}\n`);

/** A line of JSON for each. */
export function jsonTeller(io: Io): Teller {
  return ({ name, trigger }, { tried, ms, answer: { status, bytes, problem = null } }) => {
    const told: CommandOutputs['send'] = {
      ...{ type: 'answer', name, kind: trigger.name, try: tried },
      ...{ status, ms, bytes, problem },
    };
    return io.stdout.write(`${JSON.stringify(told)}\n`);
  };
}

function answerText({ status, bytes, problem }: Answer, ms: number): string {
  const facts = `${status === 0 ? '' : `${status}, `}${ms} ms, ${counted(bytes, 'byte')}`;
  return problem === undefined ? facts : `${facts}, failed: ${oneLine(problem)}`;
}
