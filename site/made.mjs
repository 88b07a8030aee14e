// Pages that are only in English stand among the Chinese ones too, so that whoever reads Chinese stays there: the kinds
// with Chinese words around what their contracts say, all others as they are.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kindPage } from '../scripts/docs/kinds.mjs';
import { addressOf, documents, linkFrom, made, root } from './pages.mjs';

const note = '> 本页只有英文。';
const noteOfKinds = '> 本页由代码生成，说明文字取自契约，为英文。';

/** Writes those pages into a folder that nothing else is in. */
export async function writeMade() {
  const index = await import('../dist/index.js');
  const titles = JSON.parse(readFileSync(join(root, 'src/explorer/kindTitles.json'), 'utf8'));
  rmSync(join(root, made), { recursive: true, force: true });
  for (const file of documents().filter(isOnlyEnglish)) {
    const [, kind] = /^docs\/kinds\/(.+)\.md$/.exec(file) ?? [];
    const trigger = index.triggers.find(({ name }) => name === kind);
    const text =
      trigger === undefined
        ? withLinks(file, readFileSync(join(root, file), 'utf8'))
        : kindPage(index, trigger, 'zh', titles[kind].sentZh);
    const target = join(root, made, 'zh', `${addressOf(file)}.md`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(
      target,
      text.replace(/^# .+$/m, (heading) => `${heading}\n\n${trigger ? noteOfKinds : note}`),
    );
  }
}

const isOnlyEnglish = (file) =>
  !file.endsWith('.zh-CN.md') && !existsSync(join(root, file.replace(/\.md$/, '.zh-CN.md')));

const withLinks = (file, text) =>
  text
    .split(/(^```[\s\S]*?^```$)/gm)
    .map((part) =>
      part.startsWith('```')
        ? part
        : part.replaceAll(/(\]\()([^)\s]+)(?=\))/g, (_, start, href) =>
            /\.png$/.test(href) ? `${start}../../../docs/explorer.png` : start + linkFrom(file, href, 'zh'),
          ),
    )
    .join('');
