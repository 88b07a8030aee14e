import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/invoke.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'the whole event': '整个事件',
  'Somebody calls Invoke or InvokeFunction of the TencentCloud API with any JSON.':
    '有人以任意 JSON 调用云 API 的 Invoke 或 InvokeFunction。',
  'None of a synchronous call, since the caller sees the error; an asynchronous one twice, a minute apart.':
    '同步调用不重试，错误由调用方看到；异步调用重试两次，间隔一分钟。',
  'every field is missing': '所有字段都没有',
  'an array is an object to typeof, and [0] is undefined': '对 typeof 而言数组也是对象，且 [0] 为 undefined',
  'typeof null is "object", and reading a field of it throws':
    'typeof null 为 "object"，而读取其字段会抛出错误',
  'the event is falsy': '事件为假值',
  'the event is a JSON string, not an object': '事件是 JSON 字符串，不是对象',
  'the caller stringified twice, and the event is a text': '调用方做了两次 stringify，事件是一段文本',
  'the event is a number': '事件是数字',
  'the event is a list': '事件是列表',
  'the fields are there and hold nothing': '字段都在，但没有内容',
  "what the console's test button sends": '控制台的测试按钮发送的内容',
  'copying the fields sets the prototype of the copy': '复制字段会设置副本的原型',
  'the field hides the constructor': '该字段会遮盖构造函数',
  'JSON.parse makes Infinity of it': 'JSON.parse 会得到 Infinity',
  'it equals 0 and divides to -Infinity': '它等于 0，但除以它得到 -Infinity',
  'the last of two fields of one name wins': '两个同名字段以后者为准',
  'a recursive walk runs out of stack': '递归遍历会耗尽调用栈',
  'it is exactly 6 MB of JSON, the limit of a synchronous call': '恰好是 6 MB 的 JSON，即同步调用的上限',
  'the API refuses it': 'API 会拒绝它',
  'a synchronous call takes it, and an asynchronous one only 128 KB':
    '同步调用可以接受，异步调用最大只有 128 KB',
};
