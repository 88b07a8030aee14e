/** Things that are counted. */
export const nouns = {
  event: '{{count}} 个事件',
  error: '{{count}} 个错误',
  warning: '{{count}} 个警告',
  'web function': '{{count}} 个 Web 函数',
  case: '{{count}} 个用例',
  failure: '{{count}} 处问题',
  'further note': '{{count}} 条提示',
  file: '{{count}} 个文件',
  value: '{{count}} 个值',
  object: '{{count}} 个对象',
  fixture: '{{count}} 个样本',
  trigger: '{{count}} 个触发器',
} as const;
