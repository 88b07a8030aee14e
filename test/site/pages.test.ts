import { join } from 'node:path';
import { expect, test } from 'vitest';
import titles from '../../src/explorer/kindTitles.json' with { type: 'json' };
import { kinds } from '../../src/index.js';
import { read, root } from '../package/documents.js';

interface Item {
  readonly text: string;
  readonly link?: string;
  readonly items?: readonly Item[];
}

const { absoluteLink, documents, linkFrom } = (await import(join(root, 'site/pages.mjs'))) as {
  absoluteLink(file: string, href: string): string;
  documents(): string[];
  linkFrom(file: string, href: string, language?: string): string;
};
const { sidebarOf } = (await import(join(root, 'site/sidebar.mjs'))) as {
  sidebarOf(language: string): Item[];
};
const { searchIn } = (await import(join(root, 'site/search.mjs'))) as {
  searchIn: { miniSearch: { options: { tokenize(text: string): string[] } } };
};
const { tokenize } = searchIn.miniSearch.options;
const { homepage, repository } = JSON.parse(read('package.json')) as {
  homepage: string;
  repository: { url: string };
};

const linksIn = (items: readonly Item[]): string[] =>
  items.flatMap(({ link, items = [] }) => [...(link === undefined ? [] : [link]), ...linksIn(items)]);

test.each(['en', 'zh'])('the sidebar in %s has every page once', (language) => {
  const links = linksIn(sidebarOf(language));
  const pages = documents()
    .filter((file) => !/\.zh-CN\.|^docs\/(?:kinds|README)|site\/pages\/(?:zh|index)/.test(file))
    .map((file) => linkFrom('README.md', file, language));
  expect(new Set(links).size).toBe(links.length);
  expect([...links].sort()).toEqual(pages.sort());
});

test.each([
  ['docs/faq.md', 'kinds/timer.md', '/kinds/timer'],
  ['docs/faq.md', 'kinds/', '/kinds'],
  ['docs/faq.md', '../CHANGELOG.md', '/changelog'],
  ['docs/faq.md', 'fuzzing.md#databases', '/fuzzing#databases'],
  ['docs/faq.md', 'https://example.com/a.md', 'https://example.com/a.md'],
  ['docs/faq.md', '#here', '#here'],
  ['docs/faq.zh-CN.md', 'fuzzing.zh-CN.md#数据库', '/zh/fuzzing#数据库'],
  ['docs/faq.zh-CN.md', 'kinds/timer.md', '/zh/kinds/timer'],
  ['docs/faq.zh-CN.md', '../decisions/', '/zh/decisions/0001-contracts-as-json-schema'],
])('in %s, %s leads to %s', (file, href, address) => {
  expect(linkFrom(file, href)).toBe(address);
});

test('a page in English that stands among the Chinese ones leads to headings that are there', () => {
  expect(linkFrom('docs/commands.md', 'fuzzing.md#databases', 'zh')).toBe('/fuzzing#databases');
  expect(linkFrom('docs/commands.md', 'fuzzing.md', 'zh')).toBe('/zh/fuzzing');
});

test('a packed document leads to the site, and to the repository for what is no page', () => {
  const files = repository.url.replace(/^git\+|\.git$/g, '');
  expect(absoluteLink('README.md', 'docs/ci.md')).toBe(`${homepage}/ci.html`);
  expect(absoluteLink('README.md', 'docs/explorer.png')).toBe(`${homepage}/explorer.png`);
  expect(absoluteLink('README.zh-CN.md', 'docs/library.zh-CN.md#事件')).toBe(
    `${homepage}/zh/library.html#事件`,
  );
  expect(absoluteLink('README.md', 'test/legs')).toBe(`${files}/tree/main/test/legs`);
});

test('words are found in Chinese, and by the parts of names', () => {
  expect(tokenize('函数失败时会重试')).toEqual(expect.arrayContaining(['函数', '失败', '重试']));
  expect(tokenize('toBeValidApigwResponse')).toEqual(
    expect.arrayContaining(['toBeValidApigwResponse', 'Apigw', 'Response']),
  );
  expect(tokenize('用 fuzz-handler 测试')).toEqual(expect.arrayContaining(['fuzz', 'handler', '测试']));
  expect(tokenize('重试'.repeat(20_000)).length).toBeGreaterThan(10_000);
});

test('every kind has a name that people say, in both languages', () => {
  expect(Object.keys(titles)).toEqual([...kinds]);
  expect(Object.values(titles).filter(({ en, zh }) => [en, zh].includes(''))).toEqual([]);
});
