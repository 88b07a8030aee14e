import { isObject, Misuse, type Trigger, triggers } from '../../src/index.js';

/** How much better the best kind must fit than the second. */
const clearlyBetter = 1.25;

/** A name after a dot, in brackets, or in the braces of a destructuring; not one that is written with a colon. */
const readField = /(?:\.|\[["']|[{,]\s*)([A-Za-z_$][\w$-]*)(?!["']?\s*:)(?![\w$-])/g;

/** A field of a dict of Python that may be missing. */
const askedField = /\.(?:get|pop|setdefault)\(\s*["']([A-Za-z_][\w-]*)["']|["']([A-Za-z_][\w-]*)["']\s+in\b/g;

/** A field of an interface of TypeScript, which ends with a semicolon where one of an object has a comma. */
const declaredField = /(?:^|[{;\s])(?:readonly\s+)?["']?([A-Za-z_$][\w$-]*)["']?\??\s*:[^:;,(){}]+;/gm;

/** Names that objects of all sorts have say next to nothing. */
const commonNames = new Set([
  'name',
  'id',
  'type',
  'data',
  'key',
  'url',
  'size',
  'time',
  'event',
  'source',
  'region',
]);
const commonWeight = 0.1;

/** What no handler gets is no kind of event: HTTP requests reach a web function as they are. */
const ofHandlers = triggers.filter(({ delivery }) => delivery?.isPlainHttp !== true);

/** The kinds of events that handlers get. */
export const handlerKinds: readonly string[] = ofHandlers.map(({ name }) => name);

/**
 * Which kind of event a handler is written for: the one whose field names and fixed values stand in its text, those
 * counting most that few kinds have.
 *
 * @param among the kinds that its triggers send; all when nothing is known of them.
 * @throws Misuse that asks for the kind, when none fits clearly better than all others.
 */
export function kindOfHandler(source: string, among: readonly string[], shown: string): string {
  const [only] = among;
  if (only !== undefined && among.length === 1) return only;
  const fields = [readField, askedField, declaredField].flatMap((pattern) => [...source.matchAll(pattern)]);
  const words = new Set(fields.map(([, name, asked]) => (name ?? asked) as string));
  const weight = (name: string) => (commonNames.has(name) ? commonWeight : 1);
  const vocabularies = ofHandlers.map((trigger) => ({ kind: trigger.name, ...vocabularyOf(trigger) }));
  const owners = (name: string) => vocabularies.filter(({ depths }) => depths.has(name)).length;
  const scores = vocabularies
    .filter(({ kind }) => among.length === 0 || among.includes(kind))
    .map(({ kind, depths, values }) => ({
      kind,
      read: [...depths.keys()].filter((name) => words.has(name)),
      score:
        sum(
          [...depths].map(([name, depth]) => (words.has(name) ? weight(name) / (owners(name) * depth) : 0)),
        ) +
        sum(values.map((value) => (source.includes(`'${value}'`) || source.includes(`"${value}"`) ? 1 : 0))),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best !== undefined && best.score > 0 && best.score >= clearlyBetter * (second?.score ?? 0))
    return best.kind;
  const candidates = scores.filter(({ score }) => score > 0 && score * clearlyBetter > (best?.score ?? 0));
  // Of kinds that are much alike, the one that has all fields which are read of any of them.
  const [most, ...others] = candidates;
  const hasMore = ({ read }: { readonly read: readonly string[] }) =>
    most !== undefined && read.length < most.read.length && read.every((name) => most.read.includes(name));
  if (most !== undefined && others.length > 0 && others.every(hasMore)) return most.kind;
  throw candidates.length === 0
    ? noneFits(among, shown)
    : severalFit(
        candidates.map(({ kind }) => kind),
        shown,
      );
}

function noneFits(among: readonly string[], shown: string): Misuse {
  const named = (among.length === 0 ? handlerKinds : among).join(', ');
  return new Misuse(
    'WHICH_KIND',
    `Cannot tell which events ${shown} handles: it reads no field that one of them has. Say it with --kind: ${named}.`,
  );
}

function severalFit(candidates: readonly string[], shown: string): Misuse {
  return new Misuse(
    'WHICH_KIND',
    `Cannot tell which events ${shown} handles: the fields that it reads are those of ${candidates.join(' and ')}. Say it with --kind ${candidates[0]}.`,
  );
}

/** The names of a contract's fields with the least depth they stand at, and the texts that it fixes. */
function vocabularyOf({ contract }: Trigger): { depths: Map<string, number>; values: string[] } {
  const depths = new Map<string, number>();
  const values = new Set<string>();
  const schema = contract.schema();
  const definitions = isObject(schema.$defs) ? schema.$defs : {};
  const visited = new Set<string>();
  visit(schema, 1);
  return { depths, values: [...values] };

  function visit(schema: unknown, depth: number): void {
    if (Array.isArray(schema)) for (const part of schema) visit(part, depth);
    if (!isObject(schema)) return;
    const { properties, const: fixed, enum: choices, $ref: reference } = schema;
    const target = `${reference} ${depth}`;
    if (typeof reference === 'string' && !visited.has(target)) {
      visited.add(target);
      visit(definitions[reference.replace('#/$defs/', '')], depth);
    }
    for (const value of [fixed, ...(Array.isArray(choices) ? choices : [])])
      if (typeof value === 'string' && value.length > 3) values.add(value);
    for (const [name, part] of Object.entries(isObject(properties) ? properties : {})) {
      if (isObject(part) && part.type === 'null') continue;
      depths.set(name, Math.min(depth, depths.get(name) ?? depth));
      visit(part, depth + 1);
    }
    for (const keyword of ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'])
      visit(schema[keyword], depth);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
