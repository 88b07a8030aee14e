// The pages in Chinese, in a folder that VitePress takes for those of that language. Documents that are only in English
// stand there too, so that whoever reads Chinese stays there: the kinds with Chinese words around what their contracts
// say, all others as they are.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kindPage } from '../scripts/docs/kinds.mjs';
import { addressOf, documents, inChinese, isChinese, linkFrom, made, root } from './pages.mjs';

const note = '本页只有英文。';
const noteOfKinds = '本页由代码生成，说明文字取自契约，为英文。';

/** Writes those pages into a folder that nothing else is in. */
export async function writeMade() {
  const titles = JSON.parse(readFileSync(join(root, 'src/explorer/kindTitles.json'), 'utf8'));
  const index = await import('../dist/index.js');
  rmSync(join(root, made), { recursive: true, force: true });
  for (const file of documents()) {
    if (file.startsWith('site/') || hasChinese(file)) continue;
    const [, kind] = /^docs\/kinds\/(.+)\.md$/.exec(file) ?? [];
    const trigger = index.triggers.find(({ name }) => name === kind);
    const text = withLinks(file, readFileSync(join(root, file), 'utf8'));
    if (isChinese(file)) write(addressOf(file), text);
    else if (trigger === undefined) write(`zh/${addressOf(file)}`, noted(text, note));
    else
      write(`zh/${addressOf(file)}`, noted(kindPage(index, trigger, 'zh', titles[kind].sentZh), noteOfKinds));
  }
}

function write(address, text) {
  const target = join(root, made, `${address}.md`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const hasChinese = (file) => !isChinese(file) && existsSync(join(root, inChinese(file)));
const noted = (text, said) => text.replace(/^# .+$/m, (heading) => `${heading}\n\n> ${said}`);

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
