import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { edgeCases, samples, type Trigger } from '../../src/index.js';
import { createContext } from '../../src/runtime/index.js';
import { fixtureText } from '../shared/fixtureText.js';
import { packageRoot } from '../shared/packageRoot.js';
import type { PythonHandler } from '../shared/pythonHandler.js';
import { readText } from '../shared/readText.js';
import { type Plan, type PlannedFile, planned } from './plan.js';
import { installCommand, type Project } from './project.js';

/** What the command that the test starts imports. */
const needed = ['scf-fixtures'];
const seed = 42;
const ordinaryEvents = 3;
/** Longer events are for `fuzz`, and no files that somebody reads. */
const maxCharacters = 65_536;

/** What a test is planned for. */
export interface PythonTest {
  readonly handler: PythonHandler;
  readonly trigger: Trigger;
  /** The name by which the serverless.yml of the project knows the function, and all else that it says of it. */
  readonly configured: string | undefined;
  readonly cwd: string;
}

/** Plans the first test of a function in Python: the test itself, which pytest and unittest run, and its events. */
export function planPythonTest(project: Project, asked: PythonTest): Plan {
  const { root, packages } = project;
  const folder = ['tests', 'test'].find((name) => existsSync(join(root, name))) ?? 'tests';
  const path = `${folder}/test_${subjectOf(project, asked.handler)}.py`;
  const shown = relative(asked.cwd, join(root, path)).replaceAll('\\', '/');
  return {
    test: planned(project, path, testText(project, asked)),
    others: [],
    events: eventFiles(project, `${folder}/fixtures/${asked.trigger.name}`, asked.trigger),
    run: mentionsPytest(project) ? `python3 -m pytest ${shown}` : `python3 ${shown}`,
    missing: needed.filter((name) => !packages.includes(name)),
  };
}

/** `index`, or with its folders what functions/orders/index.py is called by: most functions are an index.py. */
function subjectOf({ root }: Project, { file }: PythonHandler): string {
  const fromRoot = relative(root, file).replace(/\.py$/, '').split(sep);
  const parts = fromRoot[0] === 'src' ? fromRoot.slice(1) : fromRoot;
  return parts.join('_').replace(/\W+/g, '_');
}

function testText(project: Project, { handler, trigger, configured }: PythonTest): string {
  const template = readFileSync(new URL('templates/tests/event.py', packageRoot()), 'utf8');
  const fromRoot = relative(project.root, handler.file).replaceAll('\\', '/');
  const subject = subjectOf(project, handler);
  const values: Readonly<Record<string, string>> = {
    File: fromRoot,
    Kind: trigger.name,
    Function: handler.name,
    Fuzzed: configured ?? `./${fromRoot}:${handler.name}`,
    Class: subject.replace(/(?:^|_)([a-z])/gi, (_, letter: string) => letter.toUpperCase()),
    Install: installCommand(project.packageManager, needed),
    Context: JSON.stringify(createContext({ seed }).getContext(), null, 4).replace(/\n}$/, ',\n}'),
  };
  return template.replaceAll(/\bthe([A-Z]\w+)\b/g, (whole, key: string) => values[key] ?? whole);
}

/** A few ordinary events and the edge cases, by the names that `gen` gives them; what is there stays as it is. */
function eventFiles(project: Project, folder: string, trigger: Trigger): PlannedFile[] {
  const ordinary = [...samples(trigger, { seed, count: ordinaryEvents })].map((event, index) => ({
    name: String(index).padStart(4, '0'),
    event,
  }));
  return [...ordinary, ...edgeCases(trigger, { seed })]
    .map((fixture) => ({ name: fixture.name, text: fixtureText(fixture, { pretty: true }) }))
    .filter(({ text }) => text.length <= maxCharacters)
    .map(({ name, text }) => planned(project, `${folder}/${name}.json`, `${text}\n`))
    .map((file) => ({ ...file, after: file.before ?? file.after }));
}

/** Whether a file that tools of Python read says that the project's tests run by pytest. */
function mentionsPytest({ root }: Project): boolean {
  return readdirSync(root).some(
    (name) =>
      name === 'pytest.ini' ||
      name === 'conftest.py' ||
      (/^(pyproject\.toml|setup\.cfg|tox\.ini|Pipfile|requirements[\w.-]*\.txt)$/.test(name) &&
        /\bpytest\b/.test(readText(join(root, name)))),
  );
}
