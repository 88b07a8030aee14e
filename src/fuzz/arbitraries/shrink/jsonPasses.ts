import { type JsonValue, jsonBytes } from '../../../kernel/json.js';
import { type Cuttable, type ListIn, listPass, listPassAgain } from './listPass.js';
import {
  closed,
  Encoded,
  isOpenObject,
  longestArray,
  type OpenJson,
  type OpenObject,
  opened,
  partAt,
  pathsOf,
  type TreePath,
  withPart,
} from './openJson.js';
import { chosenBy, forEachPart, inTurn, noPass, type Pass, patient, repeated } from './pass.js';

/** A JSON value that is made smaller as it stands, without knowledge of how it was drawn. */
export interface Edited {
  readonly tree: OpenJson;
  readonly value: JsonValue;
  readonly size: number;
}

/** What edits may do. */
export interface EditRules {
  /** True when a value is still one that may come about. */
  accepts(value: JsonValue): boolean;
  /** True for the places whose texts and numbers are data of the user's, which may be anything. */
  isFree(path: TreePath): boolean;
}

/** Objects and texts are edited one by one only where there are no more than this. */
const maxParts = 60;

/** How many edits in a row may pass before they are given up. */
const patience = 40;

/** Starts editing a value. */
export function editedFrom(value: unknown): Edited {
  const tree = opened(value);
  return { tree, value: closed(tree), size: jsonBytes(value) };
}

/**
 * Makes a JSON value smaller by dropping elements and properties everywhere, and by shortening texts and
 * lowering numbers where they are the user's own data; inside encoded texts as well.
 *
 * @param isFresh false for a value whose lists have been cut already.
 */
export function jsonPasses(rules: EditRules, isFresh: boolean): Pass<Edited> {
  const longest = chosenBy<Edited>(({ tree }) => {
    const longest = longestArray(tree);
    return longest === undefined || !isFresh ? noPass : listPass(arrayAt(longest.path, rules));
  });
  const parts = inTurn(everyArray(rules), everyObject(rules), everyLeaf(rules));
  return inTurn(rewritten(rules), longest, repeated(patient(patience, parts)));
}

/** Writes encoded texts anew, which drops what a writer may leave out: spaces between JSON values. */
function rewritten(rules: EditRules): Pass<Edited> {
  return function* (edited) {
    const smaller = edit(edited, [], rules, untouched);
    if (smaller !== undefined) yield { smaller, next: noPass };
  };
}

function untouched(part: OpenJson): OpenJson {
  if (part instanceof Encoded) return part.around(untouched(part.inner));
  if (Array.isArray(part)) return part.map(untouched);
  if (!isOpenObject(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, untouched(inner)]));
}

const everyArray = (rules: EditRules): Pass<Edited> =>
  forEachPart(0, ({ tree }, index) => {
    const path = index < maxParts ? pathsOf(tree, Array.isArray)[index] : undefined;
    return path && { pass: listPassAgain(arrayAt(path, rules)), next: index + 1 };
  });

const everyObject = (rules: EditRules): Pass<Edited> =>
  forEachPart(0, (edited, index) => {
    const paths = pathsOf(edited.tree, isOpenObject);
    const path = paths[index];
    if (path === undefined || paths.length > maxParts) return undefined;
    const droppable = Object.keys(partAt(edited.tree, path) as OpenObject).filter(
      (name) => edit(edited, path, rules, (object) => withoutKey(object as OpenObject, name)) !== undefined,
    );
    const pass = droppable.length === 0 ? noPass : listPass(keysAt(path, new Set(droppable), rules));
    return { pass, next: index + 1 };
  });

const everyLeaf = (rules: EditRules): Pass<Edited> =>
  forEachPart(0, ({ tree }, index) => {
    const paths = pathsOf(tree, isLeaf).filter(rules.isFree);
    const path = paths[index];
    if (path === undefined || paths.length > maxParts) return undefined;
    const pass =
      typeof partAt(tree, path) === 'string' ? listPass(textAt(path, rules)) : lowerNumber(path, rules, 0);
    return { pass: inTurn(emptied(path, rules), pass), next: index + 1 };
  });

/** Tries 0 and the empty text first. */
function emptied(path: TreePath, rules: EditRules): Pass<Edited> {
  return function* (edited) {
    const smaller = edit(edited, path, rules, (leaf) => (typeof leaf === 'string' ? '' : 0));
    if (smaller !== undefined) yield { smaller, next: noPass };
  };
}

function lowerNumber(path: TreePath, rules: EditRules, passing: number): Pass<Edited> {
  return function* (edited) {
    const value = Number(partAt(edited.tree, path));
    if (!Number.isSafeInteger(value)) return;
    for (let low = passing; Math.abs(value - low) > 1; ) {
      const middle = low + Math.trunc((value - low) / 2);
      const smaller = edit(edited, path, rules, () => middle);
      if (smaller !== undefined) yield { smaller, next: lowerNumber(path, rules, low) };
      low = middle;
    }
  };
}

function arrayAt(path: TreePath, rules: EditRules): ListIn<Edited> {
  return (edited) => {
    const items = partAt(edited.tree, path);
    return Array.isArray(items) ? cuttable(edited, path, rules, items, (kept) => kept) : undefined;
  };
}

function textAt(path: TreePath, rules: EditRules): ListIn<Edited> {
  return (edited) => {
    const text = partAt(edited.tree, path);
    if (typeof text !== 'string') return undefined;
    return {
      length: text.length,
      least: 0,
      without: (ranges) => edit(edited, path, rules, () => textWithout(text, ranges)),
      plain: () => edit(edited, path, rules, () => 'a'.repeat(text.length)),
      get alike() {
        return text === text.charAt(0).repeat(text.length);
      },
    };
  };
}

/** The text without those UTF-16 units; what would be left of a character goes with it. */
function textWithout(text: string, ranges: readonly (readonly [from: number, to: number])[]): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of ranges) {
    kept += text.slice(at, Math.max(at, from));
    at = to;
  }
  return (kept + text.slice(at)).replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );
}

function keysAt(path: TreePath, droppable: ReadonlySet<string>, rules: EditRules): ListIn<Edited> {
  return (edited) => {
    const object = partAt(edited.tree, path);
    if (!isOpenObject(object)) return undefined;
    const names = Object.keys(object).filter((name) => droppable.has(name));
    return cuttable(edited, path, rules, names, (kept) => {
      const dropped = new Set(names);
      for (const name of kept) dropped.delete(name);
      return [...dropped].reduce<OpenObject>(withoutKey, object);
    });
  };
}

function cuttable<Item>(
  edited: Edited,
  path: TreePath,
  rules: EditRules,
  items: readonly Item[],
  partOf: (kept: readonly Item[]) => OpenJson,
): Cuttable<Edited> {
  return {
    length: items.length,
    least: 0,
    without(ranges) {
      const kept = items.filter((_, index) => !ranges.some(([from, to]) => index >= from && index < to));
      return edit(edited, path, rules, () => partOf(kept));
    },
    alike: false,
  };
}

/** The value with one part replaced; undefined unless that is smaller, and a value that may come about. */
function edit(
  edited: Edited,
  path: TreePath,
  rules: EditRules,
  change: (part: OpenJson) => OpenJson,
): Edited | undefined {
  const tree = withPart(edited.tree, path, change);
  const value = closed(tree);
  const size = jsonBytes(value);
  if (size > edited.size || (size === edited.size && !isLower(tree, edited.tree))) return undefined;
  return rules.accepts(value) ? { tree, value, size } : undefined;
}

/** At the same length, the tree whose opened JSON comes first is lower; a text of `a` comes before most. */
function isLower(a: OpenJson, b: OpenJson): boolean {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left.length === right.length ? left < right : left.length < right.length;
}

function withoutKey(object: OpenObject, dropped: string): OpenObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== dropped));
}

function isLeaf(part: OpenJson): boolean {
  return typeof part === 'string' ? part !== '' : typeof part === 'number' && part !== 0;
}
