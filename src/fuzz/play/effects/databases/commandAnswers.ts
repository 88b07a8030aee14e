import { isObject, type JsonValue } from '../../../../kernel/json.js';

/** What commands of databases are answered, by the names of their calls; of several that fit the first. */
export class CommandAnswers {
  readonly #rules: readonly { readonly pattern: RegExp; readonly answer: JsonValue }[];

  constructor(answers: readonly (readonly [call: string, answer: JsonValue])[]) {
    this.#rules = answers.map(([call, answer]) => ({ pattern: patternOf(call), answer }));
  }

  /** @param calls what the call may be named by, such as `redis GET` and `redis GET user:7`. */
  answerTo(...calls: readonly string[]): JsonValue | undefined {
    return this.#rules.find(({ pattern }) => calls.some((call) => pattern.test(call)))?.answer;
  }
}

function patternOf(call: string): RegExp {
  const parts = call.split('*').map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/** What each server can be told to answer, and how that is written. */
const forms: Readonly<
  Record<string, { readonly accepts: (answer: unknown) => boolean; readonly told: string }>
> = {
  redis: { accepts: () => true, told: '"redis GET user:*": "…"' },
  mysql: { accepts: isRows, told: '"mysql SELECT users": [{ "id": 7 }]' },
  pg: { accepts: isRows, told: '"pg SELECT users": [{ "id": 7 }]' },
  mongodb: { accepts: isDocuments, told: '"mongodb find orders": [{ "_id": 7 }]' },
};

function isRows(answer: unknown): boolean {
  return Array.isArray(answer) && answer.every((row) => isObject(row) && !Array.isArray(row));
}

function isDocuments(answer: unknown): boolean {
  return Array.isArray(answer) || isObject(answer) || answer === null || typeof answer === 'number';
}

/** Why an answer to a command cannot be taken; undefined for one that can, and for what is no command. */
export function problemWithCommand(call: string, answer: unknown): string | undefined {
  const form = formOf(call);
  if (form === undefined || form.accepts(answer)) return undefined;
  return `the answer to ${JSON.stringify(call)} is ${JSON.stringify(answer)?.slice(0, 60)}, which is no list of rows. Write { ${form.told} }`;
}

/** True for the name of a command, such as `mysql SELECT users`. */
export function isCommand(call: string): boolean {
  return formOf(call) !== undefined;
}

/** How to write an answer to a command that found nothing. */
export function exampleOfAnswer(call: string): string {
  const [server = '', verb = ''] = call.split(' ');
  if (server === 'redis') return `${JSON.stringify(`redis ${verb} *`)}: "…"`;
  return `${JSON.stringify(call)}: [{ … }]`;
}

function formOf(call: string) {
  const [server = '', verb] = call.split(' ');
  return verb !== undefined && Object.hasOwn(forms, server) ? forms[server] : undefined;
}
