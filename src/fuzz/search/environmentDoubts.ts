import type { Oracle, Violation } from '../oracles/oracle.js';
import { toldDoubt } from './toldDoubt.js';
import { type PlayedTrial, type TrialSetting, trialOf } from './trial.js';

/** What may stand in a variable of which nothing is known but its name, each in the place of the one before. */
const guesses: readonly ((name: string) => string)[] = [
  likelyValue,
  (name) => `scf-fixtures-${name.toLowerCase().replaceAll('_', '-')}`,
  () => 'https://env.example.com/path',
  () => '10',
  () => '{}',
];

/**
 * A failure counts only if it is there whatever the environment variables hold that the code reads and nobody has set:
 * on the platform they are set.
 */
export class EnvironmentDoubts<Event, World> {
  readonly #setting: TrialSetting<Event, World>;
  /** The failures that hang on one, each as it is told. */
  readonly #doubted = new Map<string, string>();
  /** The variables on which they hang. */
  readonly #names = new Set<string>();

  constructor(setting: TrialSetting<Event, World>) {
    this.#setting = setting;
  }

  /** The violation, if it does not hang on a variable that is not set. */
  async settled(
    oracle: Oracle,
    trial: PlayedTrial<Event, World>,
    violation: Violation<Event>,
  ): Promise<Violation<Event> | undefined> {
    const { unset } = this.#setting;
    if (unset.length === 0 || oracle.isRelation) return violation;
    const key = `${oracle.name}: ${violation.what}`;
    if (this.#doubted.has(key)) return undefined;
    for (const guess of guesses) {
      const isThere = async (names: readonly string[]) =>
        (await oracle.judge(trialOf(this.#with(names, guess), trial.case, trial)))?.what === violation.what;
      if (await isThere(unset)) continue;
      this.#doubted.set(key, toldDoubt(oracle, violation));
      for (const name of unset)
        if (await isThere(unset.filter((other) => other !== name))) this.#names.add(name);
      return undefined;
    }
    return violation;
  }

  /** What is not judged, and what to set. */
  weakness(): string[] {
    if (this.#doubted.size === 0) return [];
    const names = this.#names.size > 0 ? [...this.#names] : this.#setting.unset;
    const [is, it] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const flags = names.map((name) => `--env ${name}=…`).join(' ');
    return [
      `The handler reads ${names.join(', ')}, which ${is} not set; ${[...this.#doubted.values()].join('; ')} hangs on that and is not judged. Set ${it}: ${flags}, or env in a test.`,
    ];
  }

  #with(names: readonly string[], guess: (name: string) => string): TrialSetting<Event, World> {
    const { subject } = this.#setting;
    const guessed = Object.fromEntries(names.map((name) => [name, guess(name)]));
    return { ...this.#setting, subject: { ...subject, env: { ...guessed, ...subject.env } } };
  }
}

/** A value of the sort that a name speaks of. */
function likelyValue(name: string): string {
  if (/UR[LI]|ENDPOINT|HOOK|ORIGIN/i.test(name)) return 'https://env.example.com/path';
  if (/HOST|DOMAIN|SERVER|ADDR/i.test(name)) return 'env.example.com';
  if (/PORT$/i.test(name)) return '8080';
  if (/TIMEOUT|LIMIT|SIZE|COUNT|MAX|MIN|TTL|SECONDS|MS$|_ID$|NUM/i.test(name)) return '10';
  if (/REGION/i.test(name)) return 'ap-guangzhou';
  if (/JSON|CONFIG|OPTIONS|MAP/i.test(name)) return '{}';
  if (/MAIL|SENDER|RECIPIENT/i.test(name)) return 'env@example.com';
  return `scf-fixtures-${name.toLowerCase().replaceAll('_', '-')}`;
}
