import { table } from './markdown.mjs';

const linked = (name) => `[\`${name}\`](findings.md#${name})`;

/** What the fuzzer judges by, for the guide. */
export const oraclesTable = ({ oracles }) =>
  table(
    ['name', 'what holds', 'where that can be expected'],
    oracles.map(({ name, holds, domain }) => [linked(name), holds, domain]),
  );

/** The same in Chinese; whoever adds an oracle adds its sentences to src/chinese/oracles.ts. */
export const oraclesTableInChinese = ({ oracles }, say) =>
  table(
    ['名称', '什么成立', '在哪里可以这样期望'],
    oracles.map(({ name, holds, domain }) => [
      linked(name).replace('findings.md', 'findings.zh-CN.md'),
      say(holds),
      say(domain),
    ]),
  );
