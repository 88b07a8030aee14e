import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleContext, SecretLintSourceCode } from '@secretlint/types';
import type { PlacedSecret } from './namedSecrets.js';

/** Reads key files from the disk, and what it looks for in a text is a private key like any. */
const ofFiles = '@secretlint/secretlint-rule-gcp';
/** Lets a comment in a text switch off the others. */
const ofComments = '@secretlint/secretlint-rule-filter-comments';
const shortest = 16;

/** The recommended rules of secretlint, for one text after another. */
export class PresetRules {
  #found: PlacedSecret[] = [];
  readonly #run: readonly ((source: SecretLintSourceCode) => unknown)[];

  constructor() {
    this.#run = rules
      .filter(({ meta }) => meta.id !== ofFiles && meta.id !== ofComments)
      .flatMap((rule) => {
        const made = rule.create(this.#contextOf(rule.meta.id), {});
        return made.file === undefined ? [] : [(source: SecretLintSourceCode) => made.file?.(source)];
      });
  }

  /** What the rules find, in the order of the text. */
  findings(text: string): readonly PlacedSecret[] {
    if (text.length < shortest) return [];
    this.#found = [];
    for (const run of this.#run) run(sourceOf(text));
    return this.#found.sort((a, b) => a.start - b.start || b.end - a.end);
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
