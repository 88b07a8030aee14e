// The sidebar: documents in groups, each by the heading it has. A document that no group names stands in the last one.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { linkFrom, root, titleOf } from './pages.mjs';

const groups = [
  {
    text: { en: 'Start', zh: '开始' },
    names: ['getting-started', 'library', 'command-line', 'glossary', 'faq'],
  },
  {
    text: { en: 'Find bugs', zh: '发现问题' },
    names: ['fuzzing', 'findings', 'idempotency', 'recorded-events', 'real-database'],
  },
  {
    text: { en: 'Functions of every sort', zh: '各种函数' },
    names: [
      'web-functions',
      'websocket',
      'custom-runtime',
      'python',
      'other-languages',
      'node-as-on-scf',
      'no-kind-fits',
    ],
  },
  {
    text: { en: 'In your project', zh: '在你的项目中' },
    names: ['configuration', 'editor', 'typescript', 'test-runners', 'monorepo', 'ci', 'from-sam'],
  },
  {
    text: { en: 'Reference', zh: '参考' },
    names: ['matchers', 'responses', 'commands', 'documented-or-captured', 'interception'],
  },
];

const last = { en: 'More', zh: '更多' };

/** The sidebar of a language, `en` or `zh`. */
export function sidebarOf(language) {
  const named = groups.flatMap(({ names }) => names);
  const more = documentsOf().filter((name) => !named.includes(name) && name !== 'README');
  const [start, ...others] = groups.map(({ text, names }) => ({
    text: text[language],
    items: names.flatMap((name) => itemOf(name, language)),
  }));
  const reference = others.at(-1);
  reference.items.unshift(...madePages(language));
  return [
    start,
    ...others,
    { text: inApi[language], collapsed: true, items: apiItems(language) },
    {
      text: last[language],
      collapsed: true,
      items: [...more.flatMap((name) => itemOf(name, language)), ...aboutItems(language)],
    },
  ];
}

/** The names of all documents, whichever languages they are in. */
export const documentsOf = () => [
  ...new Set(
    readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.replace(/(\.zh-CN)?\.md$/, '')),
  ),
];

/** The item of a document in a language, or in English where it is in no other; none while it is not written. */
function itemOf(name, language) {
  const files = [...(language === 'zh' ? [`docs/${name}.zh-CN.md`] : []), `docs/${name}.md`];
  const file = files.find((candidate) => existsSync(join(root, candidate)));
  return file === undefined ? [] : [item(file, language)];
}

/** What made pages are called here, whose headings say more, or less. */
const names = {
  'docs/matchers.md': { en: 'Matchers', zh: '匹配器' },
  'docs/responses.md': { en: 'Responses', zh: '响应' },
  'docs/commands.md': { en: 'Commands', zh: '命令' },
};

function item(file, language) {
  const isOwn = language === 'en' || /\/zh\/|\.zh-CN\./.test(file);
  const text = names[file]?.[language] ?? titleOf(file);
  return { text: text + (isOwn ? '' : '（英文）'), link: linkFrom('docs/x.md', `../${file}`, language) };
}

const madePages = (language) =>
  ['kinds', 'edge-cases'].map((name) =>
    item(`site/pages/${language === 'zh' ? 'zh/' : ''}${name}.md`, language),
  );

const inApi = { en: 'What each entry exports', zh: '每个入口导出的内容' };

const apiItems = (language) =>
  readdirSync(join(root, 'docs/api')).map((name) => {
    const { text, link } = item(`docs/api/${name}`, language);
    return { text: text.replace('（英文）', ''), link };
  });

const aboutItems = (language) =>
  ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'test/bench/README.md']
    .concat(readdirSync(join(root, 'decisions')).map((name) => `decisions/${name}`))
    .map((file) => item(file, language));
