import type { Oracle, Violation } from '../oracles/oracle.js';
import type { EffectCall } from '../play/effects/effectKind.js';
import type { FittingStyle } from './learn/fitting.js';
import { learnAnswers } from './learn/learn.js';
import type { MadeUpAnswers } from './learn/madeUpAnswers.js';
import { type PlayedTrial, type TrialSetting, trialOf } from './trial.js';

/** Answers of the same shape that a failure must outlast. */
const otherStyles: readonly FittingStyle[] = ['numbers', 'flags', 'longer'];
/** How many notes are told. */
const maxNotes = 5;

/**
 * A failure counts only if it is there for every answer of the shape that the handler reads: of one that hangs on an
 * answer which was made up, nobody knows whether it is there on the platform.
 */
export class AnswerDoubts<Event, World> {
  readonly #setting: TrialSetting<Event, World>;
  /** The failures that hang on an answer, with the call that was answered. */
  readonly #notes = new Map<string, string>();

  constructor(setting: TrialSetting<Event, World>) {
    this.#setting = setting;
  }

  /** The violation, if it does not hang on an answer that was made up. */
  async settled(
    oracle: Oracle,
    trial: PlayedTrial<Event, World>,
    violation: Violation<Event>,
  ): Promise<Violation<Event> | undefined> {
    const { answers, subject } = this.#setting;
    const call = callWithMadeUpAnswer(violation);
    if (answers === undefined || call === undefined || oracle.isRelation) return violation;
    const key = `${oracle.name}: ${violation.what}`;
    if (this.#notes.has(key)) return undefined;
    const hasLearned = await learnAnswers(subject, violation.execution.delivery, answers);
    const now = hasLearned ? await this.#again(oracle, trial, violation) : violation;
    if (now === undefined) return undefined;
    for (const style of otherStyles) {
      if ((await this.#withStyle(style, answers, () => this.#again(oracle, trial, violation))) !== undefined)
        continue;
      this.#notes.set(key, call.name);
      return undefined;
    }
    return now;
  }

  notes(): string[] {
    return [...this.#notes]
      .slice(0, maxNotes)
      .map(
        ([what, call]) =>
          `${what} hangs on the answer to ${call}, which was made up and is not judged. Give a real one: --answers file.json with { ${JSON.stringify(call)}: … }, or answers in a test.`,
      );
  }

  /** The same violation, looked for once more. */
  async #again(
    oracle: Oracle,
    trial: PlayedTrial<Event, World>,
    { what }: Violation<Event>,
  ): Promise<Violation<Event> | undefined> {
    const again = await oracle.judge(trialOf(this.#setting, trial.case, trial));
    return again?.what === what ? again : undefined;
  }

  async #withStyle<Result>(
    style: FittingStyle,
    answers: MadeUpAnswers,
    run: () => Promise<Result>,
  ): Promise<Result> {
    const before = answers.style;
    answers.style = style;
    try {
      return await run();
    } finally {
      answers.style = before;
    }
  }
}

/** The last call before the failure that was answered by what is made up. */
function callWithMadeUpAnswer({ execution }: Violation<unknown>): EffectCall | undefined {
  return execution.calls.filter(({ isMadeUp }) => isMadeUp === true).at(-1);
}
