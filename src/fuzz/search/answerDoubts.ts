import type { Oracle, Violation } from '../oracles/oracle.js';
import { exampleOfAnswer } from '../play/effects/databases/commandAnswers.js';
import type { EffectCall } from '../play/effects/effectKind.js';
import type { Execution } from '../play/execution.js';
import type { FittingStyle } from './learn/fitting.js';
import { learnAnswers } from './learn/learn.js';
import type { MadeUpAnswers } from './learn/madeUpAnswers.js';
import { toldDoubt } from './toldDoubt.js';
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
  /** The failures that hang on an answer, each as it is told, with the call that was answered. */
  readonly #notes = new Map<string, { readonly told: string; readonly call: EffectCall }>();

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
    const call = callWithMadeUpAnswer(violation.execution);
    if (answers === undefined || call === undefined || oracle.isRelation) return violation;
    const key = `${oracle.name}: ${violation.what}`;
    if (this.#notes.has(key)) return undefined;
    const isLearnable = call.isMadeUp === true;
    const hasLearned = isLearnable && (await learnAnswers(subject, violation.execution.delivery, answers));
    const now = hasLearned ? await this.#again(oracle, trial, violation) : violation;
    if (now === undefined) return undefined;
    for (const style of otherStyles) {
      if (await this.#withStyle(style, answers, () => this.#isStillThere(oracle, trial, violation))) continue;
      this.#notes.set(key, { told: toldDoubt(oracle, violation), call });
      return undefined;
    }
    return now;
  }

  notes(): string[] {
    return [...this.#notes.values()]
      .slice(0, maxNotes)
      .map(({ told, call: { name, foundNothing } }) =>
        foundNothing === true
          ? `${told} hangs on the answer to ${name}, which found nothing in a database that is empty, and is not judged. Say what it finds: --answers file.json with { ${exampleOfAnswer(name)} }, or answers in a test.`
          : `${told} hangs on the answer to ${name}, which was made up and is not judged. Give a real one: --answers file.json with { ${JSON.stringify(name)}: … }, or answers in a test.`,
      );
  }

  /** Whether the violation is there with other answers as well, or they let the handler leave before it gets there. */
  async #isStillThere(
    oracle: Oracle,
    trial: PlayedTrial<Event, World>,
    { what, execution }: Violation<Event>,
  ): Promise<boolean> {
    const other = trialOf(this.#setting, trial.case, trial);
    if ((await oracle.judge(other))?.what === what) return true;
    const call = callWithMadeUpAnswer(execution);
    return call?.foundNothing === true && leavesEarly(await other.base());
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

/** The last call before the failure that was answered by what is made up, or by an empty database. */
function callWithMadeUpAnswer({ calls }: Execution<unknown>): EffectCall | undefined {
  return calls.filter(({ isMadeUp, foundNothing }) => isMadeUp === true || foundNothing === true).at(-1);
}

/** True for an execution that ends well and did nothing, as of who has found that all is done. */
function leavesEarly({ invocations, calls }: Execution<unknown>): boolean {
  const isDone = invocations.every(({ outcome }) => outcome.ok && outcome.json === 'null');
  return isDone && calls.every(({ effect, state }) => effect.kind === 'read' || state !== 'done');
}
