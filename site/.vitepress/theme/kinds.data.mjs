import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadChinese } from '../../../scripts/docs/chinese.mjs';
import { root } from '../../pages.mjs';

const titles = JSON.parse(readFileSync(join(root, 'src/explorer/kindTitles.json'), 'utf8'));

/** What the pages of the site show of each kind. */
export default {
  async load() {
    const { triggers } = await import(pathToFileURL(join(root, 'dist/index.js')).href);
    const { chineseFor } = await loadChinese(root);
    return Promise.all(
      triggers.map(async ({ name, summary, payloadAt = '', invocation, edgeCases }) => {
        const { say } = await chineseFor(name);
        return {
          name,
          title: titles[name],
          summary: { en: summary, zh: say(summary) },
          data: { en: payloadAt, zh: say(payloadAt) },
          invocation,
          edges: edgeCases.map(({ name, because }) => ({
            name,
            because: { en: because, zh: say(because) },
          })),
        };
      }),
    );
  },
};
