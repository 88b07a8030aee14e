import { readFileSync } from 'node:fs';
import { table } from './markdown.mjs';

const chinese = JSON.parse(readFileSync(new URL('oracles.zh.json', import.meta.url), 'utf8'));

/** What the fuzzer judges by, for the guide. */
export const oraclesTable = ({ oracles }) =>
  table(
    ['name', 'what holds', 'where that can be expected'],
    oracles.map(({ name, holds, domain }) => [`[\`${name}\`](findings.md#${name})`, holds, domain]),
  );

/** The same in Chinese; whoever adds an oracle adds its words there. */
export const oraclesTableInChinese = ({ oracles }) =>
  table(
    ['名称', '什么成立', '在哪里可以这样期望'],
    oracles.map(({ name }) => {
      if (chinese[name] === undefined)
        throw new Error(`The oracle ${name} has no words in scripts/docs/oracles.zh.json.`);
      return [`\`${name}\``, ...chinese[name]];
    }),
  );
