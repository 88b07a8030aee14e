import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../pages.mjs';

const titles = JSON.parse(readFileSync(join(root, 'src/explorer/kindTitles.json'), 'utf8'));

/** What the pages of the site show of each kind. */
export default {
  async load() {
    const { triggers } = await import(pathToFileURL(join(root, 'dist/index.js')).href);
    return triggers.map(({ name, summary, payloadAt = '', invocation, edgeCases }) => ({
      name,
      title: { en: titles[name].en, zh: titles[name].zh },
      summary: { en: summary, zh: titles[name].sentZh },
      data: { en: payloadAt, zh: titles[name].dataZh.replaceAll('`', '') },
      invocation,
      edges: edgeCases.map(({ name, because, source }) => ({ name, because, source })),
    }));
  },
};
