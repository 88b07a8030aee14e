import type { Trigger } from '../../kernel/trigger.js';
import type { Shrinkable } from '../arbitraries/shrinkable.js';
import type { Case, Oracle, Violation } from '../oracles/oracle.js';
import { ranOutOfTime } from '../play/compare.js';
import type { Execution } from '../play/execution.js';
import { AnswerDoubts } from './answerDoubts.js';
import { type Cases, caseBytes, eventsOf } from './cases.js';
import { EnvironmentDoubts } from './environmentDoubts.js';
import { Exercise } from './exercise.js';
import { FaultTurns } from './faultTurns.js';
import { Findings } from './findings.js';
import { keptTrial } from './keptTrial.js';
import { routedBy } from './learn/routed.js';
import { learnedOf } from './learnedOf.js';
import { afterOwnAnswer, type Tried } from './ownAnswer.js';
import { OwnEvents } from './ownEvents.js';
import { Pacing } from './pacing.js';
import type { Plan } from './plan.js';
import type { Failure, FuzzResult, Verdict } from './result.js';
import { failureOf, isTimed, judgedInFull, shrunk } from './shrunk.js';
import { type PlayedTrial, trialOf } from './trial.js';

/** A case with more bytes is delivered once, and not compared with anything. */
const bigBytes = 40_000;
/** A handler that makes more outside calls than this for one event is judged by that alone. */
const maxCalls = 80;
/** So many cases that are delivered in every way come before it is asked what is worth it. */
const earlyCases = 10;
/** Of so many cases one has no signature, where the handler asks for one. */
const unsignedOf = 4;
/** A race shows on most tries, not on every one. */
const storedTries = 10;

/** A case that broke the handler once. */
export interface StoredCase<Event> {
  readonly oracle: string;
  readonly case: Case<Event>;
}

/** Tries the stored cases, then drawn ones, and shrinks what breaks the handler. */
export async function search<Event, World>(
  asked: Plan<Event, World>,
  stored: readonly StoredCase<Event>[] = [],
): Promise<FuzzResult<Event>> {
  const { subject } = asked.setting;
  const isSlowToStart = subject.hosted?.host.isSlowToStart === true;
  const findings = new Findings<Event>({ ...asked, isSlowToStart });
  // A handler that is slow to look at leaves time for cases.
  const isHalfOver = timer(asked.budgetMs / 2);
  const { learned, signer } = await learnedOf(asked, isHalfOver);
  const plan = { ...asked, setting: { ...asked.setting, code: learned?.code, signer } };
  const isRouted = subject.rules.isPlainHttp === true ? routedBy(learned?.code ?? '') : undefined;
  const searcher = new Searcher(plan, plan.casesOf(learned), { findings, isRouted });
  await searcher.tryStored(stored);
  await searcher.tryDrawn();
  const failures: Failure<Event>[] = [];
  for (const found of findings.toTell())
    failures.push(
      plan.isShrinking && found.oracle.endsSearch !== true
        ? await shrunk(plan.setting, found)
        : failureOf(found),
    );
  const { seed, setting } = plan;
  const { runs, invocations, exercise } = searcher;
  const unset = searcher.environment.weakness();
  const weakness =
    failures.length > 0 ? [] : [...unset, ...exercise.weakness({ isCutShort: findings.isOver() })];
  const quiet: Verdict = weakness.length > 0 ? 'proves-little' : 'nothing-found';
  return {
    trigger: setting.trigger.name,
    ...(setting.trigger.deployed === undefined ? {} : { deployment: setting.trigger.deployed }),
    seed,
    runs,
    invocations,
    failures,
    verdict: failures.length > 0 ? 'broken' : quiet,
    weakness,
    warnings: [
      ...plan.notes,
      ...(signer === undefined ? [] : [signer.note]),
      ...searcher.pacing.warnings(),
      ...searcher.doubts.notes(),
      ...searcher.ownEvents.notes(),
      ...(failures.length > 0 ? unset : []),
      ...exercise.warnings(),
    ],
    asked: Object.fromEntries(searcher.asked),
  };
}

function timer(limitMs: number): () => boolean {
  const start = performance.now();
  return () => performance.now() - start > limitMs;
}

/** Tries cases and counts what came of them. */
class Searcher<Event, World> {
  runs = 0;
  invocations = 0;
  readonly exercise: Exercise;
  readonly pacing: Pacing;
  readonly doubts: AnswerDoubts<Event, World>;
  readonly environment: EnvironmentDoubts<Event, World>;
  readonly ownEvents = new OwnEvents<Event>();
  /** Of how many cases each oracle was asked. */
  readonly asked = new Map<string, number>();
  readonly #plan: Plan<Event, World>;
  readonly #cases: Cases<Event>;
  readonly #findings: Findings<Event>;
  /** Whether the code names a route for a request; undefined where it names none at all. */
  readonly #isRouted: ((event: unknown) => boolean) | undefined;
  readonly #faultTurns = new FaultTurns();
  #thoroughCases = 0;
  /** Runs since the last that had a case delivered in every way. */
  #runsSinceThorough = Number.POSITIVE_INFINITY;

  constructor(
    plan: Plan<Event, World>,
    cases: Cases<Event>,
    {
      findings,
      isRouted,
    }: {
      readonly findings: Findings<Event>;
      readonly isRouted: ((event: unknown) => boolean) | undefined;
    },
  ) {
    this.#plan = plan;
    this.#cases = cases;
    this.#findings = findings;
    this.#isRouted = isRouted;
    this.pacing = new Pacing(plan.setting.subject, plan.setting.kept?.isForAll);
    this.doubts = new AnswerDoubts(plan.setting);
    this.environment = new EnvironmentDoubts(plan.setting);
    const { rules, hosted } = plan.setting.subject;
    this.exercise = new Exercise({
      isAnswerRead: rules.retry.kind === 'none',
      isHosted: hosted !== undefined,
    });
  }

  /** Tries what broke the handler before, however little time there is. */
  async tryStored(stored: readonly StoredCase<Event>[]): Promise<void> {
    for (const { oracle: name, case: old } of stored) {
      const oracle = this.#plan.oracles.find((one) => one.name === name);
      const known = this.#findings.count;
      await this.#plan.setting.signer?.adopt(old);
      for (
        let again = 0;
        oracle !== undefined && this.#findings.count === known && again < storedTries;
        again++
      )
        await this.#tryCase(this.#cases.from(old), { run: -1, oracles: [oracle], isThorough: true });
    }
  }

  async tryDrawn(): Promise<void> {
    const { shard, runs } = this.#plan;
    for (let run = shard.index - 1; run < runs && !this.#findings.isEnough(); run += shard.of) {
      this.runs++;
      this.#findings.beginRun();
      this.#plan.journal?.begin(run);
      await this.#tryRun(run);
      if (this.exercise.isHopeless) break;
    }
  }

  async #tryRun(run: number): Promise<void> {
    const { oracles, setting } = this.#plan;
    const played: Tried<Event>[] = [];
    const mayBeThorough = this.#isThoroughTurn();
    const { casesPerTried } = this.pacing;
    for (const [at, { shrinkable: drawn, isThorough: isMeantToBe }] of this.#cases.ofRun(run).entries()) {
      const isLeftOut = (at + run) % casesPerTried !== 0 && !(isMeantToBe && mayBeThorough);
      if (isLeftOut) continue;
      const { signer } = setting;
      const isSigned = signer !== undefined && (run + at) % unsignedOf !== 0;
      const shrinkable = isSigned ? await signer.signed(drawn) : drawn;
      const isThorough = isMeantToBe && mayBeThorough && caseBytes(shrinkable.value) <= bigBytes;
      if (!isDeliverable(setting.trigger, shrinkable.value)) continue;
      if (this.#findings.isEnoughOfRun() || this.exercise.isHopeless) break;
      const execution = await this.#tryCase(shrinkable, { run, oracles, isThorough });
      if (execution !== undefined) played.push({ case: shrinkable.value, execution, isThorough });
    }
    const after = this.#findings.isEnoughOfRun() ? undefined : afterOwnAnswer(played);
    if (after === undefined) return;
    const ofMemory = oracles.filter((oracle) => oracle.judgesMemory === true);
    await this.#tryCase(this.#cases.from(after), { run, oracles: ofMemory, isThorough: true });
  }

  /** Whether a case of this run is delivered in every way, for which the handler is loaded some sixty times. */
  #isThoroughTurn(): boolean {
    this.#runsSinceThorough++;
    if (this.#runsSinceThorough < this.pacing.runsPerThorough) return false;
    this.#runsSinceThorough = 0;
    return true;
  }

  /** Gives what became of the case by itself, unless it is too large to be compared. */
  async #tryCase(shrinkable: Shrinkable<Case<Event>>, how: HowJudged): Promise<Execution<Event> | undefined> {
    if (how.isThorough) this.#thoroughCases++;
    const ways = {
      isThorough: how.isThorough,
      isEarly: how.run < 0 || this.#thoroughCases <= earlyCases,
      failsCall: this.#faultTurns.forCase(),
    };
    // What judges memory needs instances that have seen nothing else.
    const cold = trialOf(this.#plan.setting, shrinkable.value, ways);
    const trial = await keptTrial(this.#plan.setting, cold, {
      ...how,
      ways,
      isRouted: this.#isRouted ?? (() => true),
    });
    const isWarm = trial !== cold;
    const bytes = caseBytes(shrinkable.value);
    for (const oracle of how.oracles) {
      if (how.run >= 0 && this.#findings.isOver()) break;
      if (!isAsked(oracle, trial, bytes)) continue;
      if (oracle.isRelation && isBeyondComparing(await trial.base())) continue;
      if (oracle.judgesDeployment === true && this.#findings.has(oracle)) continue;
      this.asked.set(oracle.name, (this.asked.get(oracle.name) ?? 0) + 1);
      const isCold = oracle.judgesMemory === true || oracle.needsColdStart === true || !isWarm;
      const violation = await this.#judge(oracle, isCold ? cold : trial, { isKept: isWarm && !isCold });
      if (violation === undefined) continue;
      const found = { oracle, violation, shrinkable, bytes, run: how.run };
      if (this.#findings.add(found)) this.#plan.journal?.find(failureOf(found), undefined);
      if (oracle.isConclusive === true) break;
    }
    if (how.run >= 0 && bytes <= bigBytes) await this.ownEvents.look(trial);
    this.invocations += trial.countInvocations() + (isWarm ? cold.countInvocations() : 0);
    const base = await trial.playedBase();
    if (base !== undefined) this.exercise.add(base, { isOfRoute: this.#isRouted?.(shrinkable.value.event) });
    return bytes > bigBytes ? undefined : base;
  }

  /**
   * What an oracle finds; looked at again where a busy machine can be the reason, or what a handler has kept, or chance:
   * a relation between several events says nothing of a handler that leaves something else behind for each.
   */
  async #judge(
    oracle: Oracle,
    trial: PlayedTrial<Event, World>,
    { isKept }: { readonly isKept: boolean },
  ): Promise<Violation<Event> | undefined> {
    const { setting } = this.#plan;
    const first = await oracle.judge(trial);
    const told = first && (await this.environment.settled(oracle, trial, first));
    const violation = told && (await this.doubts.settled(oracle, trial, told));
    if (violation === undefined || !(oracle.isRelation || isKept || isTimed(violation))) return violation;
    // What was seen on an instance of its own once is not doubted again.
    if (isKept && !oracle.isRelation && this.#findings.hasLike(oracle, violation)) return violation;
    if (isKept) setting.kept?.renew();
    const hasSameChance = hasOneInvocation(violation.execution) && hasOneInvocation(violation.compared);
    if (oracle.isRelation && !(await trial.isRepeatable({ hasSameChance }))) return undefined;
    const judge = () => oracle.judge(trialOf(setting, trial.case, trial));
    const isKnown = this.#findings.hasLike(oracle, violation);
    const again = await (isKnown ? judge() : judgedInFull(setting.subject, violation, judge));
    return again?.what === violation.what ? again : undefined;
  }
}

/** How a case is tried, and by whom it is judged. */
interface HowJudged {
  readonly run: number;
  readonly oracles: readonly Oracle[];
  readonly isThorough: boolean;
}

/** True where all that chance has a part in is the same in another execution with one. */
function hasOneInvocation(execution: Execution<unknown> | undefined): boolean {
  return execution?.invocations.length === 1;
}

/** True for what makes very many calls, or waits until its time is over, which it does in every delivery. */
function isBeyondComparing(base: Execution<unknown>): boolean {
  return base.calls.length > maxCalls || ranOutOfTime(base);
}

/** True for an oracle that has something to say of a case, in a time that is worth it. */
function isAsked(oracle: Oracle, trial: PlayedTrial<unknown, unknown>, bytes: number): boolean {
  if (trial.case.delivery !== undefined && oracle.judgesDeliveries !== true) return false;
  if (bytes > (oracle.maxBytes ?? Number.POSITIVE_INFINITY)) return false;
  const isInDepth = trial.isThorough || oracle.looksFirst === true;
  return !oracle.isRelation || (isInDepth && bytes <= bigBytes);
}

/** False for events that document a mistake: what they hold cannot be opened. */
function isDeliverable<Event>(trigger: Trigger<Event>, tried: Case<Event>): boolean {
  return eventsOf(tried).every((event) => trigger.decode(event).every((part) => part.problem === undefined));
}
