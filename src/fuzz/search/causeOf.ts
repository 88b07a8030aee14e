/**
 * What several failures of one oracle have in common: what each is called, without the paths of the addresses in it.
 * A handler that forgets to await its requests has one defect, however many addresses it asks.
 *
 * @example
 * causeOf('call GET https://api.example.com/users/7'); // 'call GET https://api.example.com'
 */
export function causeOf(what: string): string {
  return what.replaceAll(/(:\/\/[^\s/?#,]*)[/?#][^\s,]*/g, '$1');
}
