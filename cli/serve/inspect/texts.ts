/** What the page says, in each language; one that lacks a text is refused by its type. */
export interface InspectTexts {
  readonly language: string;
  readonly title: string;
  readonly waiting: string;
  readonly list: string;
  readonly event: string;
  readonly answer: string;
  readonly log: string;
  readonly replay: string;
  readonly save: string;
  readonly saved: string;
  readonly failed: string;
  readonly ended: string;
  readonly truncated: string;
}

/** The texts of the page by language. */
export const inspectTexts: { readonly [Language in 'en' | 'zh']: InspectTexts } = {
  en: {
    language: 'en',
    title: 'What comes, and what is answered',
    waiting: 'Nothing has come yet. Send a request to',
    list: 'What has come',
    event: 'Event',
    answer: 'Answer',
    log: 'What the function wrote',
    replay: 'Replay',
    save: 'Save as fixture',
    saved: 'Saved as',
    failed: 'That did not work:',
    ended: 'serve has ended.',
    truncated: 'The oldest are not shown any more.',
  },
  zh: {
    language: 'zh-CN',
    title: '收到的事件与应答',
    waiting: '还没有收到任何请求。请发送请求到',
    list: '收到的内容',
    event: '事件',
    answer: '应答',
    log: '函数的输出',
    replay: '重放',
    save: '保存为样本',
    saved: '已保存为',
    failed: '操作失败：',
    ended: 'serve 已结束。',
    truncated: '最早的内容不再显示。',
  },
};
