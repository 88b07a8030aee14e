import { relative } from 'node:path';
import type { Deployment } from '../../domain/http/deployment.js';
import { Misuse } from '../../kernel/misuse.js';
import { eventsOf } from '../search/cases.js';
import { causeOf } from '../search/causeOf.js';
import type { SearchJournal } from '../search/journal.js';
import type { Failure, FuzzResult } from '../search/result.js';
import type { StoredCase } from '../search/search.js';
import type { FailureStore, StoredFailure } from './failureStore.js';

interface Kept {
  readonly trigger: {
    readonly name: string;
    readonly deployed?: Deployment;
    readonly contract: { accepts(value: unknown): boolean };
  };
  readonly store: FailureStore | undefined;
  readonly cwd: string;
  readonly seed: string | number;
}

/** What became of the store. */
interface Settled {
  /** Where each failure is stored, in their order. */
  readonly storedAt: readonly (string | undefined)[];
  readonly dropped: readonly string[];
  readonly warnings: readonly string[];
}

/** Keeps the failures of one search in the store as they are found, and drops what passes by now. */
export class Keeper<Event> {
  readonly #kept: Kept;
  readonly #old: readonly { readonly path: string; readonly stored: StoredFailure<Event> }[];
  /** Files of what was found and is not shrunk yet. */
  readonly #drafts: string[] = [];
  readonly #warnings = new Set<string>();

  constructor(kept: Kept) {
    this.#kept = kept;
    const { store, trigger, cwd } = kept;
    const { failures, unreadable } = store?.load(trigger.name) ?? { failures: [], unreadable: [] };
    for (const path of unreadable)
      this.#warnings.add(
        `${relative(cwd, path)} holds no failure that this version can read, and was left as it is.`,
      );
    const facts = factsText(trigger.deployed);
    const ofOthers = failures.filter(({ stored }) => factsText(stored.deployment) !== facts);
    for (const { path, stored } of ofOthers)
      this.#warnings.add(
        `${relative(cwd, path)} was not tried, since it was found with ${factsText(stored.deployment)}; it is kept.`,
      );
    const ofThis = failures.filter((one) => !ofOthers.includes(one));
    this.#old = ofThis.filter((one): one is typeof one & { readonly stored: StoredFailure<Event> } =>
      eventsOf(one.stored.case).every((event) => trigger.contract.accepts(event)),
    );
  }

  get stored(): readonly StoredCase<Event>[] {
    return this.#old.map(({ stored }) => stored);
  }

  /** A journal that keeps what is found, in case the process does not live to see the end of the search. */
  journal(outer: SearchJournal<Event> | undefined): SearchJournal<Event> {
    return {
      begin: (run) => outer?.begin(run),
      call: (delivery) => outer?.call(delivery),
      find: (failure) => {
        const path = this.#keep(failure);
        if (path !== undefined) this.#drafts.push(path);
        outer?.find(failure, path);
      },
    };
  }

  settle({ failures, asked }: Pick<FuzzResult<Event>, 'failures' | 'asked'>): Settled {
    const { store, cwd } = this.#kept;
    const dropped: string[] = [];
    for (const path of this.#drafts) store?.drop(path);
    for (const { path, stored } of this.#old) {
      const { oracle, what } = stored;
      if ((asked[oracle] ?? 0) === 0) {
        this.#warnings.add(
          `${relative(cwd, path)} was not tried, since the oracle ${JSON.stringify(oracle)} was not asked; it is kept.`,
        );
        continue;
      }
      store?.drop(path);
      if (!failures.some((failure) => failure.oracle === oracle && causeOf(failure.what) === causeOf(what)))
        dropped.push(relative(cwd, path));
    }
    const storedAt = failures.map((failure) => this.#keep(failure));
    return { storedAt, dropped, warnings: [...this.#warnings] };
  }

  /** The path; undefined where nothing could be written, which is told and costs no finding. */
  #keep(failure: Failure<Event>): string | undefined {
    const { store, trigger, seed } = this.#kept;
    try {
      return store?.keep(trigger.name, seed, failure);
    } catch (error) {
      if (error instanceof Misuse) throw error;
      this.#warnings.add(`Failures are not kept: ${(error as Error).message}.`);
      return undefined;
    }
  }
}

/** The facts of a deployment, in one order. */
function factsText(deployment: Deployment | undefined): string {
  const entries = Object.entries(deployment ?? {}).filter(([, value]) => value !== undefined);
  return entries.length === 0
    ? 'no facts of a deployment'
    : `the deployment ${JSON.stringify(Object.fromEntries(entries.sort()))}`;
}
