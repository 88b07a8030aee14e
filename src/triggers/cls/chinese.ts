import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/cls.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'clslogs.data, each record’s content': 'clslogs.data，各条记录的 content',
  'CLS collects log lines of a topic for some seconds and passes them on, packed.':
    'CLS 在数秒内收集一个日志主题的日志，打包后交给函数。',
  'Twice after an error of the function, a minute apart; an error that no retry mends (access denied, function not found) pauses the trigger.':
    '函数出错后重试两次，间隔一分钟；重试也无法解决的错误（无权限、函数不存在）会暂停触发器。',
  'pack exactly so many log lines, 0 to 100000; then nothing keeps them within 128 KB':
    '恰好打包多少条日志，0 到 100000；此时不再保证不超过 128 KB',
  'the text unpacks to several chunks of 16 KB, and a character of three bytes lies across two of them':
    '文本解压成多个 16 KB 的块，一个三字节字符横跨其中两块',
  'the gzip data is as large as CLS packs it: it takes time and memory to unpack':
    'gzip 数据达到 CLS 打包的最大大小：解压需要时间和内存',
  'CLS cuts the logs before they get so large': 'CLS 会在日志达到这么大之前切分',
  'a small event needs a hundred times its size in memory': '小小的事件解压后需要其大小一百倍的内存',
  'records[0] is undefined': 'records[0] 为 undefined',
  'there is nothing to batch': '没有可以成批处理的内容',
  'parsing every content as JSON throws at this one': '把每条内容都按 JSON 解析，遇到这一条会抛出错误',
  'JSON.parse("") throws': 'JSON.parse("") 会抛出错误',
  'a reader of flat objects of strings fails': '只能读取值均为字符串的扁平对象的代码会失败',
  'merging the parsed line into an object sets its prototype': '把解析后的日志合并到对象中会设置其原型',
  'a stack trace is one content of many lines': '一段堆栈信息是一条含有多行的内容',
  'terminals obey them, and JSON wants them escaped': '终端会执行控制字符，而 JSON 要求对其转义',
  'one line fills a buffer': '一条日志就能占满缓冲区',
  'integers of nanoseconds are no dates in microseconds, and JavaScript rounds them':
    '纳秒整数不是微秒时间，且会被 JavaScript 舍入',
  'lines of one microsecond must not replace each other': '同一微秒的多条日志不得相互覆盖',
  'lines of several machines come as they were collected': '多台机器的日志按收集的顺序到达',
  'the sample of the documents is neither gzip nor whole, and unpacking it throws':
    '文档的示例既不是 gzip 也不完整，解压会抛出错误',
  'code that skips ten bytes of header instead of reading it unpacks garbage':
    '跳过十字节头部而不加解析的代码会解压出乱码',
  'the data ends in the middle, and unpacking it throws': '数据在中途结束，解压会抛出错误',
  'an unpacker that ignores the checksum returns damaged logs': '忽略校验和的解压代码会返回损坏的日志',
  'gunzip throws "incorrect header check"': 'gunzip 抛出 "incorrect header check"',
  'data is Base64 of gzip of the JSON of log lines with timestamps in microseconds.':
    'data 是日志 JSON 经 gzip 压缩后的 Base64，时间戳以微秒为单位。',
  'A timestamp is a text of microseconds; some published texts show integers, of nanoseconds too.':
    '时间戳是微秒数的文本；已公开的一些文本中是整数，也有纳秒的。',
  'data is not the cut-off sample of the documents.': 'data 不是文档中被截断的示例。',
  'There is at least one log line.': '至少有一条日志。',
};
