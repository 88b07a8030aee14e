// Which documents the site has, and under which address; package.json says where it stands.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where the site stands, with a `/` at its end. */
export const home = manifest.homepage.replace(/\/?$/, '/');
/** Where a file of the repository is looked at in a browser. */
const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '');

/** Files outside of docs that have a page, with its address. */
const others = {
  'CHANGELOG.md': 'changelog',
  'CONTRIBUTING.md': 'contributing',
  'SECURITY.md': 'security',
  'test/bench/README.md': 'speed',
};

/** The documents that have a page: those that are read in the repository, and the site's own. */
export const documents = () => [
  ...Object.keys(others),
  ...['docs', 'decisions', 'site/pages'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.md')),
  ),
];

/** Where the pages in Chinese are put together before the site is built. */
export const made = 'site/made';

/** The address of a document within the site, without `/` at its start; undefined for a file that has no page. */
export function addressOf(file) {
  if (others[file] !== undefined) return others[file];
  const [, folder, path, chinese] =
    /^(docs|decisions|site\/pages|site\/made)\/(.+?)(\.zh-CN)?\.md$/.exec(file) ?? [];
  if (folder === undefined) return undefined;
  const name = (folder === 'decisions' ? `decisions/${path}` : path).replace(/^README$/, 'contents');
  return chinese === undefined ? name : `zh/${name}`;
}

export const isChinese = (file) => /\.zh-CN\.md$/.test(file);
export const inChinese = (file) => file.replace(/\.md$/, '.zh-CN.md');

/**
 * The address that a link in a document leads to: a page of the site, or the file in the repository.
 *
 * @param language that of the page which the document becomes
 */
export function linkFrom(file, href, language = isChinese(file) ? 'zh' : 'en') {
  const [, path, anchor] = /^([^#?]*)(.*)$/.exec(href);
  if (/^[a-z]+:|^\/|^$/.test(href) || path === '') return href;
  const target = posix.join(posix.dirname(file), decodeURI(path)).replace(/\/$/, '');
  if (target === picture) return '/explorer.png';
  const address = folders[target] ?? addressOf(target);
  if (address === undefined) return inRepository(target) + anchor;
  // The headings of an English document are not those of the Chinese one.
  const isElsewhere = anchor !== '' && !isChinese(target) && existsSync(join(root, inChinese(target)));
  const start = language === 'en' || isElsewhere || address.startsWith('zh/') ? '' : 'zh/';
  return `/${start}${address}${anchor}`;
}

/** The one picture of the documents, which the site has under a name that does not change. */
export const picture = 'docs/explorer.png';

/** What links to these lead to. */
const folders = {
  'docs/kinds': 'kinds',
  'docs/api': 'api/index',
  decisions: 'decisions/0001-contracts-as-json-schema',
  'README.md': '',
  'README.zh-CN.md': 'zh/',
};

/** A link of a document as one that leads somewhere wherever the document is read. */
export function absoluteLink(file, href) {
  const link = linkFrom(file, href);
  const [, path, anchor] = /^\/([^#]*)(.*)$/.exec(link) ?? [];
  if (path === undefined) return link;
  const end = path === '' || /\/$|\.png$/.test(path) ? '' : '.html';
  return `${home}${path}${end}${anchor}`;
}

const inRepository = (path) =>
  `${repository}/${statSync(join(root, path)).isDirectory() ? 'tree' : 'blob'}/main/${path}`;

/** The heading of a document. */
export const titleOf = (file) =>
  /^# (.+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1]?.replaceAll('`', '') ?? file;
