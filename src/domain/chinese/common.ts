import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** Sentences that several kinds say. */
export const common: ChineseTexts = {
  'the vendor promises to add fields, and a strict parser refuses them':
    '官方声明会增加字段，而严格的解析器会拒绝未知字段',
  'the event is as large as it may be': '事件达到允许的最大大小',
  'the event is too large for SCF, and the function never sees it':
    '事件超出 SCF 的大小上限，函数根本不会收到',
  'JSON.parse succeeds and gives null, and reading a field of it throws':
    'JSON.parse 成功并得到 null，再读取其字段会抛出错误',
  'the top level is an array where handlers expect an object': '处理函数期望对象，而顶层是数组',
  'the top level is a text': '顶层是文本',
  'the top level is 0, which "body || {}" throws away': '顶层是 0，会被 "body || {}" 丢弃',
  'the client broke off, and JSON.parse throws': '客户端中途断开，JSON.parse 会抛出错误',
  'JSON.parse refuses the first character': 'JSON.parse 拒绝第一个字符（字节顺序标记）',
  'merging the parsed body sets prototypes': '合并解析后的请求体会设置原型',
  'JSON.parse rounds the number': 'JSON.parse 会把该数字舍入',
  'JSON.parse gives Infinity': 'JSON.parse 得到 Infinity',
  'the last of two values wins here and the first elsewhere':
    '两个同名字段，这里以后者为准，别处可能以前者为准',
  'the escape is half a character, which no UTF-8 can hold': '转义序列只是半个字符，任何 UTF-8 都无法表示',
  'databases refuse the text': '数据库会拒绝该文本',
  'content-length counts bytes, and body.length does not': 'content-length 按字节计数，而 body.length 不是',
  'recursive code runs out of stack': '递归代码会耗尽调用栈',
  'lines end in CR LF': '行以 CR LF 结尾',
  'the text decodes as Base64 without being it': '文本可以按 Base64 解码，但并不是 Base64',
  'the type says text, and guessing says JSON': '类型说是文本，而内容看上去像 JSON',
  'logs, terminals and databases react to NUL, ESC and U+2028':
    '日志、终端和数据库会对 NUL、ESC 和 U+2028 作出反应',
  'every byte value occurs, and a round trip through text loses half of them':
    '包含所有字节值，按文本往返一次会损坏其中一半',
  'the bytes are no UTF-8, and decoding replaces or throws':
    '这些字节不是合法的 UTF-8，解码会替换字符或抛出错误',
  'the body is compressed, and no field of the event says so': '请求体经过压缩，而事件中没有字段说明这一点',
  'the Base64 of nothing is "", which is falsy': '空内容的 Base64 是 ""，为假值',
  'the Base64 ends in two padding characters': 'Base64 末尾有两个填充字符',
  'the Base64 holds + and /, which URLs and file names do not bear':
    'Base64 中含有 + 和 /，不能直接用于 URL 和文件名',
  'stage is release, test or prepub.': 'stage 为 release、test 或 prepub。',
  "The event's JSON is at most 6 MB (6,291,456 bytes), since its invocation is synchronous.":
    '同步调用，因此事件的 JSON 最大为 6 MB（6,291,456 字节）。',
  'a message may be empty, and JSON.parse("") throws': '消息可以为空，而 JSON.parse("") 会抛出错误',
  'not every producer writes JSON': '并非所有生产者都写 JSON',
  'JSON.parse succeeds and gives null': 'JSON.parse 成功并得到 null',
  'JSON.parse succeeds and gives no object': 'JSON.parse 成功，但得到的不是对象',
  'JSON.parse succeeds and gives an array': 'JSON.parse 成功并得到数组',
  'the body is JSON twice, and one JSON.parse gives a string':
    '消息体是两层 JSON，一次 JSON.parse 只得到字符串',
  'merging the parsed body into an object sets its prototype': '把解析后的消息体合并到对象中会设置其原型',
  'JSON.parse rounds the id to another one': 'JSON.parse 会把 ID 舍入成另一个 ID',
  'JSON.parse refuses a byte order mark': 'JSON.parse 拒绝字节顺序标记',
  'an emoji is two UTF-16 units and four bytes': '一个 emoji 占两个 UTF-16 单元、四个字节',
  'half a character is no valid UTF-8': '半个字符不是合法的 UTF-8',
  'a table of topics finds a function': '按主题查表会命中一个函数',
  'the vendor may add fields, and a strict parser refuses them':
    '官方可能增加字段，而严格的解析器会拒绝未知字段',
  'a method of String on a number throws': '对数字调用 String 的方法会抛出错误',
  'most years do not have this day': '大多数年份没有这一天',
  'in UTC+8 it is midnight of the next day': '在 UTC+8 时区已是第二天零点',
  "The event's JSON is at most 128 KB (131,072 bytes), since its invocation is asynchronous.":
    '异步调用，因此事件的 JSON 最大为 128 KB（131,072 字节）。',
  'Twice after an error of the function, a minute apart; then the dead-letter queue, if there is one.':
    '函数出错后重试两次，间隔一分钟；之后进入死信队列（如果有）。',
  'a handler that reads Records[0] loses the others': '只读取 Records[0] 的处理函数会丢失其余消息',
  'the film has an address and no bucket': '视频只有地址，没有存储桶',
  'the path is raw: decoding it throws, not encoding it breaks the URL':
    '路径为原始形式：解码会抛出错误，不编码则 URL 无效',
  'the vendor adds fields at every level, and a strict parser refuses them':
    '官方会在各层增加字段，而严格的解析器会拒绝未知字段',
  'A part ends no sooner than it begins; an end of 0 stands for the end of the film.':
    '片段的结束不早于开始；结束为 0 表示到视频末尾。',
  'Bitrate is the sum over the streams; Height and Width are those of the largest video stream.':
    'Bitrate 是各流之和；Height 和 Width 是最大视频流的高和宽。',
  'Duration is the longer of AudioDuration and VideoDuration.':
    'Duration 是 AudioDuration 与 VideoDuration 中较长者。',
  'the id holds + / =, which change in a URL and are no file name':
    'ID 含有 + / =，在 URL 中会改变，也不能用作文件名',
  'the id of the documented example has 28 characters, and a column of 24 cuts it':
    '文档示例的 ID 有 28 个字符，长度 24 的列会将其截断',
  'the documents say 32 characters, which are 24 bytes': '文档说是 32 个字符，即 24 个字节',
  'the id is all A and looks like a default': 'ID 全是 A，看上去像默认值',
};
