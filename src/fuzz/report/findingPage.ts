/** The page on every kind of finding, as it is installed. */
const page = 'node_modules/scf-fixtures/docs/findings.md';

/**
 * Where a kind of finding is explained, with an example of it and how to mend it.
 *
 * @example
 * findingPage('crash'); // 'node_modules/scf-fixtures/docs/findings.md#crash'
 */
export function findingPage(oracle: string): string {
  return `${page}#${oracle}`;
}
