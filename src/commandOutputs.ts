import type { Issue, IssuePath } from './kernel/issue.js';

/** What `gen --json` prints; where the events go to standard output, on standard error. */
interface GenOutput {
  readonly kinds: readonly string[];
  readonly events: number;
  readonly seed: string | number;
  /** From the current folder; null for standard output. */
  readonly directory: string | null;
  /** Files by what became of them. */
  readonly files: { readonly new: number; readonly changed: number; readonly same: number };
  /** The command line that gives the same again. */
  readonly repeat: string;
}

/** An event as `explain --json` tells it; `kind` is null for one that no trigger sends. */
interface ExplainOutput {
  readonly source: string;
  readonly kind: string | null;
  readonly summary?: string;
  readonly documentation?: string;
  readonly bytes?: number;
  readonly limitBytes?: number;
  /** What is encoded in it, opened; bytes as hexadecimal digits. */
  readonly parts?: readonly {
    readonly path: IssuePath;
    readonly encoding: string;
    readonly value?: unknown;
    readonly problem?: string;
  }[];
  readonly issues?: readonly Issue[];
  /** Why it is no event, or what is to be noted. */
  readonly problem?: string;
  readonly remark?: string;
}

/** A line of `send --json`: an answer, or what came of all. */
type SendOutput =
  | {
      readonly type: 'answer';
      readonly name: string;
      readonly kind: string;
      /** From 1; above that the platform sends it again. */
      readonly try: number;
      readonly status: number;
      readonly ms: number;
      readonly bytes: number;
      readonly problem: string | null;
    }
  | {
      readonly type: 'sent';
      readonly to: string;
      readonly events: number;
      readonly failed: number;
      readonly tries: number;
    };

/** What `init --json` prints; `before` and `after` stand there with `--dry-run`. */
interface InitOutput {
  readonly what: string;
  readonly files: readonly {
    readonly path: string;
    readonly change: 'new' | 'changed' | 'same';
    readonly before?: string | null;
    readonly after?: string;
  }[];
  /** The commands to type next. */
  readonly next: readonly string[];
}

/** What `replay --json` prints. */
interface ReplayOutput {
  readonly passes: number;
  readonly fails: number;
  readonly untried: number;
  readonly failures: readonly {
    readonly path: string;
    readonly ending: 'passes' | 'fails' | 'untried';
    readonly text: string | null;
  }[];
}

/** What `check --json` prints; `functions` instead of `events` for web functions. */
interface CheckOutput {
  readonly events?: number;
  readonly functions?: number;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly {
    readonly source: string;
    readonly kind?: string;
    readonly issues: readonly object[];
  }[];
}

/** What `lint-secrets --json` prints. */
interface LintSecretsOutput {
  readonly files: number;
  readonly findings: readonly { readonly file: string; readonly what: string; readonly found: string }[];
}

/**
 * What the commands print with `--json`, by their names, for programs that read it. `fuzz --json` prints the `RunReport` of
 * `scf-fixtures/fuzz`.
 */
export interface CommandOutputs {
  readonly gen: GenOutput;
  readonly explain: readonly ExplainOutput[];
  readonly send: SendOutput;
  readonly init: InitOutput;
  readonly replay: ReplayOutput;
  readonly check: CheckOutput;
  readonly 'lint-secrets': LintSecretsOutput;
  readonly explore: { readonly type: 'listening'; readonly url: string };
  readonly completion: { readonly shell: string; readonly script: string };
}
