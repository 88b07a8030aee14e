import { failing } from './failing.mjs';
import { fenced, madeBy, paged } from './markdown.mjs';

/**
 * Every matcher with its doc comment, its example, and what it prints when it fails.
 *
 * @param declarations the text of the interface of matchers
 */
export async function matchersPage(library, declarations) {
  const all = matchersOf(library);
  const documented = documentedIn(declarations);
  const lost = Object.keys(all).filter((name) => !documented.some((one) => one.name === name));
  if (lost.length > 0)
    throw new Error(`Cannot document ${lost}: the interface ScfMatchers does not have it.`);
  const sections = [];
  for (const matcher of documented) sections.push(await section(matcher, all, library.fakes));
  return paged([
    madeBy('the matchers'),
    '# Matchers',
    "`import 'scf-fixtures/vitest'` in a setup file registers all of them, with types. " +
      'Each works as an asymmetric matcher too, and `expect(…).not` turns it round. ' +
      'Other frameworks take them from `scf-fixtures/matchers` with their own `expect.extend`.',
    documented.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · '),
    ...sections.flat(),
  ]);
}

/** What a matcher prints when it fails, for the READMEs. */
export const failureOf = async (library, name) =>
  fenced('', await messageOf(failing[name], matchersOf(library), library.fakes.fakeGateway));

function matchersOf({ index, matchers, triggerdesc }) {
  return {
    ...matchers.matchers,
    ...matchers.eventMatchers(index),
    ...matchers.triggerDescMatchers(triggerdesc),
  };
}

/** The methods of the interface with what their doc comments say; a matcher may be called in more than one way. */
function documentedIn(declarations) {
  const members = declarations.matchAll(
    /^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n((?: {2}\w+\(.*\): .*;\n)+)/gm,
  );
  return [...members].map(([, comment, signatures]) => {
    const [text, example] = comment.replaceAll(/^ {3}\* ?/gm, '').split('@example\n');
    const calls = [...signatures.matchAll(/^ {2}(\w+)(\(.*\)): (.*);/gm)];
    return {
      name: calls[0][1],
      calls: calls.map(
        ([, name, parameters, result]) => `${result === 'R' ? '' : 'await '}expect(…).${name}${parameters}`,
      ),
      text: text.trim().replaceAll('\n', ' '),
      example,
    };
  });
}

async function section({ name, calls, text, example }, all, { fakeGateway }) {
  const assertion = failing[name];
  if (assertion === undefined) {
    throw new Error(
      `Cannot document ${name}: scripts/docs/failing.mjs has no assertion that fails. Add one.`,
    );
  }
  return [
    `## ${name}`,
    calls.map((call) => `\`${call}\``).join('<br>'),
    text,
    fenced('ts', example),
    'A failure:',
    fenced('ts', sourceOf(assertion)),
    fenced('text', await messageOf(assertion, all, fakeGateway)),
  ];
}

/** The assertion as it stands in its file, as statements. */
function sourceOf(assertion) {
  const text = assertion.toString().replace(/^(?:async )?\(.*?\) =>\s*/, '');
  return text.startsWith('{')
    ? text.slice(1, -1).trim().replaceAll(/^ {4}/gm, '')
    : `${text.replaceAll(/^ {4}/gm, '')};`;
}

async function messageOf(assertion, all, fakeGateway) {
  const verdicts = [];
  const expect = (received) =>
    Object.fromEntries(
      Object.entries(all).map(([name, matcher]) => [
        name,
        (...args) => {
          const verdict = matcher(received, ...args);
          verdicts.push(verdict);
          return verdict;
        },
      ]),
    );
  await assertion({ expect, fakeGateway });
  const verdict = await verdicts[0];
  if (verdict.pass) throw new Error(`Cannot show a failure: ${sourceOf(assertion)} passes.`);
  return verdict.message();
}
