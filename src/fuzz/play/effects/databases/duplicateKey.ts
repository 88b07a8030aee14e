/** An error that a server answers where a row is there already. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';

  constructor(
    readonly table: string,
    /** The columns of the key, and its values as they are told. */
    readonly columns: readonly string[],
    readonly values: readonly string[],
  ) {
    super(`duplicate key of ${table}`);
  }
}

/** Texts of random ids: UUID, ObjectId and longer digests, ULID, nanoid, snowflake. */
const randomLike =
  /^(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\da-f]{16,64}|[0-9A-HJKMNP-TV-Z]{26}|(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{21}|\d{15,19})$/i;
const timeLike =
  /^(?:\d{10}|\d{13}|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)$/;

/**
 * What tells a row from others where nobody says which columns are unique: all that it holds, but for times, and for
 * random ids that no event brought. Undefined where nothing is left.
 */
export function ownKeyOf(
  row: Readonly<Record<string, unknown>>,
  isOfEvents: (text: string) => boolean,
): Readonly<Record<string, string>> | undefined {
  const kept = Object.entries(row)
    .map(([name, value]) => [name, toldValue(value)] as const)
    .filter(([, text]) => !timeLike.test(text) && (!randomLike.test(text) || isOfEvents(text)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function toldValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
