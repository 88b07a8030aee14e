import { table } from './markdown.mjs';

const linked = (name) => `[\`${name}\`](findings.md#${name})`;

/** What the fuzzer judges by, for the guide. */
export const oraclesTable = ({ oracles }) =>
  table(
    ['name', 'what holds', 'where that can be expected'],
    oracles.map(({ name, holds, domain }) => [linked(name), holds, domain]),
  );

/** The same in Chinese: the law stands with its guide, its domain in src/chinese/oracles.ts. */
export const oraclesTableInChinese = async ({ oracles, guideOf }, domains) =>
  table(
    ['名称', '什么成立', '在哪里可以这样期望'],
    await Promise.all(
      oracles.map(async ({ name, domain }) => [
        linked(name).replace('findings.md', 'findings.zh-CN.md'),
        (await guideOf(name)).zh.law,
        domains[domain],
      ]),
    ),
  );
