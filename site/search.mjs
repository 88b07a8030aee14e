/**
 * The words of a text, those of Chinese as well, and the parts of names such as `toBeValidApigwResponse`. Runs in the
 * browser by its text alone. The segmenter gets short runs, since it copies its text for each word.
 */
function tokenize(text) {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text.match(/\p{Script=Han}{1,200}|[\p{L}\p{N}_-]+/gu) ?? []).flatMap((run) => {
    if (/^\p{Script=Han}/u.test(run)) {
      const words = [...segmenter.segment(run)].map(({ segment }) => segment);
      // What no dictionary has comes as single signs; two of them are a word.
      const pairs = words.map((word, at) => word + (words[at + 1] ?? '')).filter((pair) => pair.length === 2);
      return [...words, ...pairs];
    }
    const parts = run.split(/[_-]|(?<=[a-z])(?=[A-Z])/).filter((part) => part !== '');
    return parts.length > 1 ? [run, ...parts] : parts;
  });
}

const chinese = {
  translations: {
    button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
    modal: {
      displayDetails: '显示详情',
      resetButtonTitle: '清除',
      backButtonTitle: '关闭',
      noResultsText: '没有找到：',
      footer: {
        selectText: '打开',
        selectKeyAriaLabel: '回车键',
        navigateText: '选择',
        navigateUpKeyAriaLabel: '上箭头',
        navigateDownKeyAriaLabel: '下箭头',
        closeText: '关闭',
        closeKeyAriaLabel: 'Esc 键',
      },
    },
  },
};

/** The options of the site's own search, which asks nobody. */
export const searchIn = {
  locales: { zh: chinese },
  miniSearch: {
    options: { tokenize },
    searchOptions: { combineWith: 'AND', fuzzy: 0.1, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
  },
};
