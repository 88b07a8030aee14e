import type { Invocation } from './execution.js';

const ofNode =
  /^Cannot find (?:module|package) '((?:@[\w.-]+\/)?[A-Za-z0-9_][\w.-]*)(?:\/[^']*)?'(?:\nRequire stack:| imported from )/;
const ofPython = /^No module named '([A-Za-z_]\w*)(?:\.[^']*)?'/;

/** A package that is not installed here. */
export interface MissingPackage {
  readonly name: string;
  /** The command that installs it beside the code. */
  readonly install: string;
}

/**
 * The package that an error says is not there; undefined for a file of the function's own, which is as little there on
 * the platform. A package may be in a layer there, or come with the runtime.
 */
function missingPackage(error: {
  readonly name: string;
  readonly message: string;
}): MissingPackage | undefined {
  const [, name = ''] = ofNode.exec(error.message) ?? [];
  if (name !== '') return { name, install: `npm i --no-save ${name}` };
  const [, module = ''] = error.name === 'ModuleNotFoundError' ? (ofPython.exec(error.message) ?? []) : [];
  return module === '' ? undefined : { name: module, install: `pip install ${module}` };
}

/** The package that is not installed here, without which a function did not come to anything. */
export function packageWithout({
  outcome,
}: Pick<Invocation<unknown>, 'outcome'>): MissingPackage | undefined {
  return outcome.statusCode === 443 || outcome.statusCode === 430 ? missingPackage(outcome.error) : undefined;
}
