/** A sort of token that is known by how it begins. */
interface TokenForm {
  readonly what: string;
  readonly begins: RegExp;
  /** Characters that it has at least. */
  readonly least: number;
}

const forms: readonly TokenForm[] = [
  { what: 'a token of GitHub', begins: /^(?:gh[pousr]|github_pat)_/, least: 24 },
  { what: 'a token of GitLab', begins: /^gl(?:pat|ptt|dt|rt|cbt|ft|soat|agent)-/, least: 20 },
  { what: 'a token of Slack', begins: /^(?:xox[abceoprs]|xapp)-/, least: 15 },
  { what: 'a token of npm', begins: /^npm_/, least: 24 },
  { what: 'a key of Stripe', begins: /^(?:[srp]k_(?:live|test)|whsec)_/, least: 18 },
  { what: 'an access key of Alibaba Cloud', begins: /^(?:LTAI|STS\.)/, least: 16 },
  { what: 'an access key of AWS', begins: /^A[KS]IA[A-Z0-9]{16}$/, least: 20 },
  { what: 'a key of Google', begins: /^AIza/, least: 35 },
  { what: 'a secret of DingTalk', begins: /^SEC[0-9a-f]+$/, least: 60 },
  { what: 'a token of Docker', begins: /^dckr_pat_/, least: 20 },
  { what: 'a token of PyPI', begins: /^pypi-/, least: 30 },
  { what: 'a token of Hugging Face', begins: /^hf_[A-Za-z]+$/, least: 30 },
];

/** Words that may be tokens; {@link tokenForm} says whether one is. */
export const tokenWords =
  /((?<![\w-]))((?:gh[pousr]_|github_pat_|gl[a-z]+-|xox[a-z]-|xapp-|npm_|[srp]k_|whsec_|LTAI|STS\.|A[KS]IA|AIza|SEC|dckr_pat_|pypi-|hf_)[\w-]+)/g;

/** The sort of a token; undefined for any other word. */
export function tokenForm(word: string): string | undefined {
  return forms.find(({ begins, least }) => word.length >= least && begins.test(word))?.what;
}
