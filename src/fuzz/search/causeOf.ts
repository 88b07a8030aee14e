/** A host that is named after a bucket and its region, both of which are of the event. */
const bucketHost =
  /:\/\/[^/\s.]+\.(cos|file|pic|ci)(?:-internal)?\.[a-z0-9-]+\.(?=(?:myqcloud|tencentcos)\.)/g;

/**
 * What several failures of one oracle have in common: what each is called, without the paths of the addresses in it, and
 * without the buckets that are hosts. A handler that forgets to await its requests has one defect, however many addresses
 * it asks.
 *
 * @example
 * causeOf('call GET https://api.example.com/users/7'); // 'call GET https://api.example.com'
 */
export function causeOf(what: string): string {
  return what.replaceAll(bucketHost, '://*.$1.').replaceAll(/(:\/\/[^\s/?#,]*)[/?#][^\s,]*/g, '$1');
}
