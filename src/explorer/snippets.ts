import type { Trigger } from '../core.js';
import type { State } from './state.js';
import { givenOptions, prettyText, type Subject } from './subject.js';

/** Longest event of one's own that a test holds itself instead of reading it from its file. */
const maxInlineLength = 4000;

/** The command line that prints the same event, or explains the user's own. */
export function commandLine(subject: Subject, state: State): string {
  const { trigger, file } = subject;
  if (file !== undefined) return `npx scf-fixtures explain ${shellWord(file)}`;
  const words = ['npx scf-fixtures gen', trigger?.name ?? ''];
  const flag = (name: string, value: string) =>
    words.push(value.startsWith('-') ? `--${name}=${shellWord(value)}` : `--${name} ${shellWord(value)}`);
  if (state.edge !== '') flag('edge', state.edge);
  flag('seed', state.seed);
  flag('index', state.edge === '' ? String(state.index) : '0');
  if (state.hostile > 0) flag('hostile', String(state.hostile));
  for (const [name, value] of trigger === undefined ? [] : givenOptions(trigger, state.options)) {
    flag(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    );
  }
  return words.join(' ');
}

function shellWord(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A test of Vitest that gives a handler the same event. */
export function testText(subject: Subject, state: State): string {
  const { trigger, file } = subject;
  const [imports, expression, what] =
    file === undefined && trigger !== undefined ? drawing(trigger, state) : holding(subject, file ?? '');
  return `${imports.concat("import { createInstance } from 'scf-fixtures/runtime';").sort(byModule).join('\n')}
import { expect, test } from 'vitest';
import { main_handler } from ${quoted('./index.js')};

test(${quoted(`handles ${what}`)}, async () => {
  const event = ${expression.replaceAll('\n', '\n  ')};
  const outcome = await createInstance(main_handler).invoke(event);
  expect(outcome).toMatchObject({ ok: true });
});
`;
}

/** The imports, the expression that makes the event, and what it is. */
type Making = readonly [imports: string[], expression: string, what: string];

function drawing(trigger: Trigger, state: State): Making {
  const name = trigger.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const isNumber = String(Number(state.seed)) === state.seed;
  const options = [
    `seed: ${isNumber ? state.seed : quoted(state.seed)}`,
    ...(state.edge === '' && state.index > 0 ? [`index: ${state.index}`] : []),
    ...(state.hostile > 0 ? [`hostile: ${state.hostile}`] : []),
    ...givenOptions(trigger, state.options).map(([option, value]) => `${option}: ${quoted(value)}`),
  ].join(', ');
  const of = (maker: string) => [`import { ${[name, maker].sort().join(', ')} } from 'scf-fixtures';`];
  if (state.edge === '') {
    const what = `${trigger.name} event ${state.index} of seed ${state.seed}`;
    return [of('sample'), `sample(${name}, { ${options} })`, what];
  }
  const expression = `edgeCaseNamed(${name}, ${quoted(state.edge)}, { ${options} }).event`;
  return [of('edgeCaseNamed'), expression, `the ${trigger.name} edge case ${state.edge}`];
}

function holding(subject: Subject, file: string): Making {
  const json = prettyText(subject);
  const what =
    subject.trigger === undefined ? 'a recorded event' : `a recorded ${subject.trigger.name} event`;
  if (json.length <= maxInlineLength)
    return [[], `JSON.parse(${quoted(JSON.stringify(subject.event))})`, what];
  return [
    ["import { readFileSync } from 'node:fs';"],
    `JSON.parse(readFileSync(${quoted(file)}, 'utf8'))`,
    what,
  ];
}

function byModule(one: string, other: string): number {
  return (one.split(' from ')[1] ?? '') < (other.split(' from ')[1] ?? '') ? -1 : 1;
}

/** A string literal in single quotes. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
