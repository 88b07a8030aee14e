import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleContext, SecretLintSourceCode } from '@secretlint/types';

/** A secret at a place of a text. */
export interface PresetFinding {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** Reads key files from the disk, and what it looks for in a text is a private key like any. */
const ofFiles = '@secretlint/secretlint-rule-gcp';
/** Lets a comment in a text switch off the others. */
const ofComments = '@secretlint/secretlint-rule-filter-comments';
const shortest = 16;

/** The recommended rules of secretlint, for one text after another. */
export class PresetRules {
  #found: PresetFinding[] = [];
  readonly #run: readonly ((source: SecretLintSourceCode) => unknown)[];

  constructor() {
    this.#run = rules
      .filter(({ meta }) => meta.id !== ofFiles && meta.id !== ofComments)
      .flatMap((rule) => {
        const made = rule.create(this.#contextOf(rule.meta.id), {});
        return made.file === undefined ? [] : [(source: SecretLintSourceCode) => made.file?.(source)];
      });
  }

  /** What the rules find, from the last to the first, none in another. */
  findings(text: string): readonly PresetFinding[] {
    if (text.length < shortest) return [];
    this.#found = [];
    for (const run of this.#run) run(sourceOf(text));
    const sorted = this.#found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    const apart = sorted.filter((finding) => {
      if (finding.start < end) return false;
      end = finding.end;
      return true;
    });
    return apart.reverse();
  }

  #contextOf(id: string): SecretLintRuleContext {
    const what = `a secret by the rule ${id.replace('@secretlint/secretlint-rule-', '')} of secretlint`;
    return {
      sharedOptions: {},
      createTranslator: () => (messageId) => ({ messageId: String(messageId), message: '', data: {} }),
      ignore: () => {},
      report: ({ range: [start, end] }) => void this.#found.push({ what, start, end }),
    } as SecretLintRuleContext;
  }
}

function sourceOf(content: string): SecretLintSourceCode {
  return { content, contentType: 'text' } as SecretLintSourceCode;
}
