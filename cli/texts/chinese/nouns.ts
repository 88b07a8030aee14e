/** Things that are counted. */
export const nouns = {
  event: '{{count}} 个事件',
  error: '{{count}} 个错误',
  warning: '{{count}} 个警告',
  'web function': '{{count}} 个 Web 函数',
  case: '{{count}} 个用例',
  failure: '{{count}} 处问题',
} as const;
