import { table } from './markdown.mjs';

/** What the fuzzer judges by, for the guide. */
export const oraclesTable = ({ oracles }) =>
  table(
    ['name', 'what holds', 'where that can be expected'],
    oracles.map(({ name, holds, domain }) => [`[\`${name}\`](findings.md#${name})`, holds, domain]),
  );
