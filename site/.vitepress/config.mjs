import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { anchorOf, changeMarkdown } from '../markdown.mjs';
import { addressOf, home, root } from '../pages.mjs';
import { searchIn } from '../search.mjs';
import { sidebarOf } from '../sidebar.mjs';

const base = new URL(home).pathname;
const texts = {
  en: {
    description: 'Events, fakes and fuzzing for functions on Tencent Cloud SCF',
    nav: [
      { text: 'Guide', link: '/getting-started' },
      { text: 'Kinds', link: '/kinds' },
      { text: 'Edge cases', link: '/edge-cases' },
      { text: 'Commands', link: '/commands' },
      { text: 'Explorer', link: `${home}explorer/`, target: '_self', noIcon: true },
    ],
    theme: { outline: { level: [2, 3], label: 'On this page' } },
  },
  zh: {
    description: '腾讯云函数 SCF 的事件样本、平台模拟与模糊测试',
    nav: [
      { text: '指南', link: '/zh/getting-started' },
      { text: '事件类型', link: '/zh/kinds' },
      { text: '边界用例', link: '/zh/edge-cases' },
      { text: '命令', link: '/zh/commands' },
      { text: '事件查看器', link: `${home}explorer/#lang=zh`, target: '_self', noIcon: true },
    ],
    theme: {
      outline: { level: [2, 3], label: '本页内容' },
      docFooter: { prev: '上一页', next: '下一页' },
      darkModeSwitchLabel: '主题',
      lightModeSwitchTitle: '切换到浅色主题',
      darkModeSwitchTitle: '切换到深色主题',
      sidebarMenuLabel: '目录',
      returnToTopLabel: '回到顶部',
      langMenuLabel: '语言',
      skipToContentLabel: '跳到正文',
      notFound: {
        title: '没有这一页',
        quote: '链接可能已经改变，请用上方的搜索查找。',
        linkLabel: '回到首页',
        linkText: '回到首页',
      },
    },
  },
};

const localeOf = (language, label, lang) => ({
  label,
  lang,
  description: texts[language].description,
  themeConfig: {
    ...texts[language].theme,
    nav: texts[language].nav.map((item) =>
      item.target === undefined ? item : { ...item, link: item.link.replace(home, base) },
    ),
    sidebar: sidebarOf(language),
  },
});

export default defineConfig({
  title: 'scf-fixtures',
  base,
  srcDir: root,
  srcExclude: [
    '{.*,cli,dist,schemas,scripts,src,templates,coverage,fixtures}/**',
    'test/!(bench)/**',
    'test/bench/!(README.md)',
    'README*.md',
    'docs/*.zh-CN.md',
    'site/dist/**',
  ],
  outDir: fileURLToPath(new URL('../dist', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.cache/vitepress', import.meta.url)),
  rewrites: (file) => `${addressOf(file)}.md`,
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: `${base}explorer/icon.svg` }]],
  locales: {
    root: localeOf('en', 'English', 'en'),
    zh: localeOf('zh', '简体中文', 'zh-CN'),
  },
  themeConfig: { search: { provider: 'local', options: searchIn }, externalLinkIcon: true },
  markdown: {
    anchor: { slugify: anchorOf },
    attrs: { disable: true },
    config: changeMarkdown,
  },
  vite: { publicDir: false, build: { chunkSizeWarningLimit: 4000 } },
});
