// The pages in Chinese, in a folder that VitePress takes for those of that language. Documents that are only in English
// stand there too, as they are, so that whoever reads Chinese stays there.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addressOf, documents, inChinese, isChinese, linkFrom, made, root } from './pages.mjs';

const note = '本页只有英文。';

/** Writes those pages into a folder that nothing else is in. */
export function writeMade() {
  rmSync(join(root, made), { recursive: true, force: true });
  for (const file of documents()) {
    if (file.startsWith('site/') || hasChinese(file)) continue;
    const text = withLinks(file, readFileSync(join(root, file), 'utf8'));
    if (isChinese(file)) write(addressOf(file), text);
    else write(`zh/${addressOf(file)}`, noted(text));
  }
}

function write(address, text) {
  const target = join(root, made, `${address}.md`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const hasChinese = (file) => !isChinese(file) && existsSync(join(root, inChinese(file)));
const noted = (text) => text.replace(/^# .+$/m, (heading) => `${heading}\n\n> ${note}`);

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
