import { Misuse } from '../kernel/misuse.js';

/** One notification rule of a bucket: which object events go to which function. */
export interface CosRule {
  /** `cos:ObjectCreated:*`, `cos:ObjectRemove:Delete`, … */
  readonly event: string;
  /** Keys must begin with it; everything when left out. */
  readonly prefix?: string | undefined;
  /** Keys must end with it; everything when left out. */
  readonly suffix?: string | undefined;
  /** The function's name. */
  readonly function: string;
}

/** Two rules of a bucket that cannot both be bound. */
export interface CosConflict {
  /**
   * `duplicate`: the same event, prefix and suffix. `overlap`: the same event, and a key that both filters match.
   * `conflict`: one rule's event contains the other's, and a key that both filters match.
   */
  readonly kind: 'duplicate' | 'overlap' | 'conflict';
  /** Indexes of the two rules, the earlier first. */
  readonly rules: readonly [number, number];
  /** An object event that both rules match. */
  readonly witness: ObjectEvent;
  /** The vendor's sentence that it violates, and where it stands. */
  readonly sentence: string;
  readonly source: string;
}

/** What a rule looks at: the event's name and the object's key inside its bucket, not percent-encoded. */
export interface ObjectEvent {
  readonly eventName: string;
  readonly key: string;
}

/** Where the vendor's documents disagree. */
export interface CosConflictOptions {
  /** How many functions one rule may have: 1 by the English guide of 2022 (the default), 3 by the Chinese page of 2021. */
  readonly maxFunctionsPerRule?: number | undefined;
  /** Stops after so many pairs; 1,000 when left out. */
  readonly most?: number | undefined;
}

/** The object events that SCF documents, without the wildcards. */
export const cosEvents = [
  'cos:ObjectCreated:Put',
  'cos:ObjectCreated:Post',
  'cos:ObjectCreated:Copy',
  'cos:ObjectCreated:CompleteMultipartUpload',
  'cos:ObjectCreated:Origin',
  'cos:ObjectCreated:Replication',
  'cos:ObjectRemove:Delete',
  'cos:ObjectRemove:DeleteMarkerCreated',
  'cos:ObjectRestore:Post',
  'cos:ObjectRestore:Completed',
] as const;

const triggerPage = 'https://www.tencentcloud.com/document/product/583/9707';
const descriptionPage = 'https://www.tencentcloud.com/document/product/583/34880';
const chinesePage = 'https://cloud.tencent.com/document/product/583/9707';

const sentences = {
  sameRule: [
    'COS limits that the same rule can be bound to only one function that can be triggered.',
    triggerPage,
  ],
  threeFunctions: ['单函数的相同事件和前后缀规则可以支持触发3个函数', chinesePage],
  overlap: [
    'The same bucket cannot use overlapping prefixes, overlapping suffixes, or overlapping combinations of prefixes and suffixes to define the filter rule for the same event type.',
    triggerPage,
  ],
  wildcard: [
    'If the cos:ObjectCreated:* event is set but no prefix/suffix is set, subsequent binding to any event that starts with cos:ObjectCreated will fail.',
    descriptionPage,
  ],
  both: [
    'If there are conflicts with both the prefix and suffix, subsequent binding will fail.',
    descriptionPage,
  ],
} as const;

/** At most so many rules may be bound to a bucket. */
export const maxRulesPerBucket = 10;

/**
 * @deprecated Use {@link maxRulesPerBucket}.
 * @alias
 */
export const mostRulesPerBucket = maxRulesPerBucket;

/**
 * The pairs of rules that cannot both be bound, each with an object event that both would match.
 * Of identical rules the first stands for all when they are compared with others.
 *
 * Two filters match a common key exactly when one prefix begins with the other and one suffix ends with the other:
 * the longer prefix followed by the longer suffix is such a key. So rules are looked up by the beginnings of a prefix
 * and, among those, by the ends of a suffix, never compared one by one.
 *
 * @example
 * cosConflicts([
 *   { event: 'cos:ObjectCreated:*', prefix: 'in/', function: 'resize' },
 *   { event: 'cos:ObjectCreated:Put', suffix: '.jpg', function: 'index' },
 * ])[0].witness; // { eventName: 'cos:ObjectCreated:Put', key: 'in/.jpg' }
 */
export function cosConflicts(rules: readonly CosRule[], options: CosConflictOptions = {}): CosConflict[] {
  const { maxFunctionsPerRule = 1, most = 1000 } = options;
  if (!(Number.isInteger(maxFunctionsPerRule) && maxFunctionsPerRule >= 1))
    throw new Misuse(
      'INVALID_COUNT',
      `Cannot allow ${maxFunctionsPerRule} functions a rule: it must be a whole number. The documents say 1 or 3.`,
    );
  const same = identicalRules(rules);
  const conflicts: CosConflict[] = [];
  for (const group of same.values()) conflicts.push(...duplicates(rules, group, maxFunctionsPerRule, most));
  for (const pair of commonKeys(rules, [...same.values()])) {
    if (conflicts.length >= most) break;
    conflicts.push(pair);
  }
  return conflicts.sort((a, b) => a.rules[1] - b.rules[1] || a.rules[0] - b.rules[0]).slice(0, most);
}

/**
 * The rules that an object event matches, in their order. In a bucket without conflicts they are one at the most.
 *
 * @example
 * const rules = [{ event: 'cos:ObjectCreated:*', prefix: 'in/', suffix: '.jpg', function: 'resize' }];
 * firesFor(rules, { eventName: 'cos:ObjectCreated:Put', key: 'in/cat.jpg' }).map((rule) => rule.function); // ['resize']
 */
export function firesFor(rules: readonly CosRule[], event: ObjectEvent): CosRule[] {
  return rules.filter((rule) => covers(rule.event, event.eventName) && matchesFilter(rule, event.key));
}

/** Whether an event of this name is among those that a rule's event subscribes. */
export function covers(subscribed: string, eventName: string): boolean {
  return (
    subscribed === eventName || (isWildcard(subscribed) && eventName.startsWith(subscribed.slice(0, -1)))
  );
}

/** Whether a key passes a rule's prefix and suffix. */
export function matchesFilter(rule: Pick<CosRule, 'prefix' | 'suffix'>, key: string): boolean {
  return key.startsWith(rule.prefix ?? '') && key.endsWith(rule.suffix ?? '');
}

function isWildcard(event: string): boolean {
  return event.endsWith(':*');
}

/** Indexes of the rules by event, prefix and suffix. */
function identicalRules(rules: readonly CosRule[]): Map<string, number[]> {
  const same = new Map<string, number[]>();
  for (const [index, { event, prefix = '', suffix = '' }] of rules.entries()) {
    const key = JSON.stringify([event, prefix, suffix]);
    const group = same.get(key);
    if (group === undefined) same.set(key, [index]);
    else group.push(index);
  }
  return same;
}

function duplicates(
  rules: readonly CosRule[],
  group: readonly number[],
  allowed: number,
  most: number,
): CosConflict[] {
  const bound = new Map<string, number>();
  const conflicts: CosConflict[] = [];
  for (const index of group) {
    const rule = rules[index] as CosRule;
    const earlier = bound.get(rule.function) ?? (bound.size >= allowed ? group[0] : undefined);
    if (earlier === undefined) bound.set(rule.function, index);
    else if (conflicts.length < most) conflicts.push(duplicate(rule, earlier, index, allowed));
  }
  return conflicts;
}

function duplicate(rule: CosRule, earlier: number, index: number, allowed: number): CosConflict {
  const [sentence, source] = allowed === 1 ? sentences.sameRule : sentences.threeFunctions;
  return { kind: 'duplicate', rules: [earlier, index], witness: witnessOf(rule, rule), sentence, source };
}

/** The rules of one event by prefix, sorted by reversed suffix, so that suffixes which end alike stand together. */
type Shelf = Map<string, { readonly reversedSuffix: string; readonly index: number }[]>;

/** Pairs of different rules that match a common object event. */
function* commonKeys(
  rules: readonly CosRule[],
  groups: readonly (readonly number[])[],
): Generator<CosConflict> {
  const shelves = new Map<string, Shelf>();
  for (const [index = 0] of groups) {
    const { event, prefix = '', suffix = '' } = rules[index] as CosRule;
    const shelf: Shelf = shelves.get(event) ?? new Map();
    shelves.set(event, shelf);
    const books = shelf.get(prefix) ?? [];
    shelf.set(prefix, books);
    books.push({ reversedSuffix: reversed(suffix), index });
  }
  for (const shelf of shelves.values())
    for (const books of shelf.values()) books.sort((a, b) => (a.reversedSuffix < b.reversedSuffix ? -1 : 1));
  const events = [...shelves.keys()];
  for (const [index = 0] of groups) {
    const rule = rules[index] as CosRule;
    for (const event of events) {
      if (!covers(event, rule.event) && !covers(rule.event, event)) continue;
      for (const other of partners(shelves.get(event) ?? new Map(), rule)) {
        const twin = (rules[other]?.prefix ?? '') === (rule.prefix ?? '');
        if (other === index || (twin && other > index)) continue;
        yield pairOf(rules, Math.min(index, other), Math.max(index, other));
      }
    }
  }
}

/** The rules whose prefix begins this rule's prefix, or is it, and one of whose suffixes ends with the other. */
function* partners(shelf: Shelf, rule: CosRule): Generator<number> {
  const { prefix = '', suffix = '' } = rule;
  const wanted = reversed(suffix);
  for (let length = 0; length <= prefix.length; length++) {
    const books = shelf.get(prefix.slice(0, length));
    if (books === undefined) continue;
    for (let at = lowerBound(books, wanted); books[at]?.reversedSuffix.startsWith(wanted); at++)
      yield books[at]?.index ?? 0;
    for (let end = 0; end < wanted.length; end++) {
      const shorter = wanted.slice(0, end);
      const found = books[lowerBound(books, shorter)];
      if (found?.reversedSuffix === shorter) yield found.index;
    }
  }
}

function lowerBound(books: readonly { readonly reversedSuffix: string }[], wanted: string): number {
  let [low, high] = [0, books.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((books[middle]?.reversedSuffix ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Backwards by UTF-16 units; only compared, never shown. */
function reversed(text: string): string {
  return text.split('').reverse().join('');
}

function pairOf(rules: readonly CosRule[], earlier: number, later: number): CosConflict {
  const [a, b] = [rules[earlier] as CosRule, rules[later] as CosRule];
  const witness = witnessOf(a, b);
  if (a.event === b.event) {
    const [sentence, source] = sentences.overlap;
    return { kind: 'overlap', rules: [earlier, later], witness, sentence, source };
  }
  const wide = isWildcard(a.event) ? a : b;
  const unfiltered = wide.event === 'cos:ObjectCreated:*' && !wide.prefix && !wide.suffix;
  const [sentence, source] = unfiltered ? sentences.wildcard : sentences.both;
  return { kind: 'conflict', rules: [earlier, later], witness, sentence, source };
}

/** The narrower event, and the longer prefix followed by the longer suffix. */
function witnessOf(a: CosRule, b: CosRule): ObjectEvent {
  const narrower = isWildcard(a.event) ? b.event : a.event;
  const concrete = cosEvents.find((event) => covers(narrower, event));
  const longer = (x = '', y = '') => (x.length >= y.length ? x : y);
  const key = longer(a.prefix, b.prefix) + longer(a.suffix, b.suffix);
  return { eventName: concrete ?? narrower, key: key === '' ? 'object' : key };
}
