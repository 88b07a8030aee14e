import { Misuse } from '../../src/core.js';
import type { Texts } from './texts.js';

/** A language that texts are in. */
type Language = 'en' | 'zh';

/** A command line without the words that name its language. */
interface ToldLanguage {
  readonly language: Language;
  readonly args: readonly string[];
}

/**
 * The language of a command line: that of `--lang`, anywhere before `--`, otherwise that of the surroundings.
 *
 * @throws Misuse UNKNOWN_LANGUAGE.
 */
export function languageOf(
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ToldLanguage {
  let language = languageIn(env);
  const args: string[] = [];
  for (let at = 0; at < given.length; at++) {
    const word = given[at] as string;
    if (word === '--') return { language, args: [...args, ...given.slice(at)] };
    if (word === '--lang') language = languageNamed(given[++at]);
    else if (word.startsWith('--lang=')) language = languageNamed(word.slice('--lang='.length));
    else args.push(word);
  }
  return { language, args };
}

/** The language that the variables of POSIX tell; the first one that is set counts. */
export function languageIn(env: Readonly<Record<string, string | undefined>>): Language {
  const told = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one !== undefined && one !== '');
  return /^zh(?![a-z])/i.test(told ?? '') ? 'zh' : 'en';
}

function languageNamed(name: string | undefined): Language {
  if (name === 'en' || name === 'zh') return name;
  throw new Misuse(
    'UNKNOWN_LANGUAGE',
    name === undefined
      ? 'Cannot take --lang without a language: take en or zh.'
      : `Cannot take --lang ${name}: there are texts in en and zh. Take one of them.`,
  );
}

/** The texts of a language, which are loaded only for that; undefined for English. */
export async function textsIn(language: Language): Promise<Texts | undefined> {
  return language === 'zh' ? (await import('./chinese/chinese.js')).chinese : undefined;
}
