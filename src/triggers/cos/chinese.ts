import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/cos.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'COS notifies the function when objects of a bucket are created, removed or restored.':
    '存储桶中的对象被创建、删除或恢复时，COS 通知函数。',
  'decoding the raw key throws or yields another key': '对原始对象键解码会抛出错误或得到另一个键',
  'the raw key must not be decoded: this one really contains %2F': '原始对象键不能解码：它本身就含有 %2F',
  'decoding as a form makes a space of the plus': '按表单解码会把加号变成空格',
  'a space needs encoding in a url and quoting in a shell': '空格在 URL 中需要编码，在 shell 中需要引号',
  'a character has three bytes, and the url nine': '一个字符占三个字节，在 url 中占九个',
  'a character has four bytes and two UTF-16 units': '一个字符占四个字节、两个 UTF-16 单元',
  'encodeURIComponent leaves what COS encodes': 'encodeURIComponent 不编码的字符，COS 会编码',
  'a url that is not encoded ends at the ? or the #': '未编码的 URL 会在 ? 或 # 处被截断',
  'joining it to a directory leaves that directory; the URL class resolves it':
    '拼接到目录后会跳出该目录；URL 类会将其解析掉',
  'splitting at slashes gives an empty part': '按斜杠拆分会得到空段',
  'it is a separator on some systems and a character in COS': '它在某些系统中是分隔符，在 COS 中是普通字符',
  'a log line or a header breaks at it': '日志行或请求头会在此断开',
  'it ends a string in a shell, in SQL and in HTML': '它会提前结束 shell、SQL 和 HTML 中的字符串',
  'an index by key sets the prototype of an object': '以对象键为索引会设置对象的原型',
  'an index by key finds a function': '以对象键为索引会命中一个函数',
  'it is as long as a key can be': '达到对象键的最大长度',
  'é as two code points equals é only once normalised': '由两个码点组成的 é 只有在规范化之后才等于 é',
  'replacing every "/<appid>/<bucket>/" instead of the first names another object':
    '替换所有的 "/<appid>/<bucket>/" 而不只是第一个，会指向另一个对象',
  'a key with a slash at the end is a folder: there is nothing to read':
    '以斜杠结尾的键是文件夹：没有内容可读',
  '0 is falsy, and an empty object has nothing to parse': '0 是假值，空对象没有内容可解析',
  'the size no longer fits the Integer of the vendor’s Java class': '大小超出官方 Java 类中 Integer 的范围',
  'the object has 5 GB: it fits neither memory nor /tmp, and bitwise operators cut the number':
    '对象有 5 GB：内存和 /tmp 都放不下，位运算会截断该数字',
  'a handler that knows only one event misreads an upload in one request':
    '只认识一种事件的处理函数会误解简单上传',
  'a handler that knows only one event misreads an upload by an HTML form':
    '只认识一种事件的处理函数会误解通过 HTML 表单的上传',
  'a handler that knows only one event misreads a copy within COS':
    '只认识一种事件的处理函数会误解 COS 内的复制',
  'a handler that knows only one event misreads the end of an upload in parts':
    '只认识一种事件的处理函数会误解分块上传的完成',
  'a handler that knows only one event misreads an object fetched from the origin':
    '只认识一种事件的处理函数会误解回源拉取的对象',
  'a handler that knows only one event misreads a copy from another region':
    '只认识一种事件的处理函数会误解跨地域复制',
  'a handler that knows only one event misreads a removal without versioning, or of one version':
    '只认识一种事件的处理函数会误解未开启版本控制时的删除，或对某个版本的删除',
  'a handler that knows only one event misreads a removal that only hides the object':
    '只认识一种事件的处理函数会误解只是隐藏对象的删除（删除标记）',
  'a handler that knows only one event misreads the start of a restoration from the archive':
    '只认识一种事件的处理函数会误解归档恢复的开始',
  'a handler that knows only one event misreads the end of a restoration from the archive':
    '只认识一种事件的处理函数会误解归档恢复的完成',
  'only one version is removed: older ones may still be read': '只删除了一个版本：旧版本仍可读取',
  'by the time the function runs the object is gone, and reading it fails':
    '函数运行时对象已经不在，读取会失败',
  'Content-Type is "" when none was given': '未指定时 Content-Type 为 ""',
  'an upload by a form leaves its Content-Type at the object': '表单上传会把表单的 Content-Type 留在对象上',
  'headers of the user stand beside those of COS': '用户自定义头部与 COS 的头部并列',
  'Authorization is "" when the request was not signed': '请求未签名时 Authorization 为 ""',
  'the time no longer fits the Integer of the vendor’s Java class': '时间超出官方 Java 类中 Integer 的范围',
  'the event does not tell how the object was created': '事件没有说明对象是如何创建的',
  'a page of the documents and a test template have a space in it': '文档的一页和一个测试模板中带有空格',
  'there is no cosRegion, the queue says lambda, and the host has another form':
    '没有 cosRegion，事件队列写的是 lambda，域名的形式也不同',
  'key starts with the APPID and the name of the bucket.': 'key 以 APPID 和存储桶名称开头。',
  'The object key has 1 to 850 bytes and does not start with a slash or a backslash.':
    '对象键为 1 到 850 字节，且不以斜杠或反斜杠开头。',
  'url is the percent-encoded address of the object in its bucket.':
    'url 是对象在其存储桶中的地址，经百分号编码。',
  'cosRegion, s3Region, region, url and eventQueue name one region.':
    'cosRegion、s3Region、region、url 和 eventQueue 指向同一个地域。',
  "A region in eventQueue by its short name, as until 2019, is the bucket's.":
    'eventQueue 中以简称表示的地域（2019 年及之前）即存储桶的地域。',
  "eventQueue names the bucket owner's APPID.": 'eventQueue 中的 APPID 是存储桶所有者的 APPID。',
  'eventName is a documented event.': 'eventName 是文档列出的事件。',
  'eventName has neither a wildcard nor a space.': 'eventName 中既没有通配符也没有空格。',
  'eventTime counts seconds.': 'eventTime 以秒为单位。',
  'The meta of a created object has Content-Type and x-cos-request-id.':
    '创建的对象，其 meta 中有 Content-Type 和 x-cos-request-id。',
  'The forms of 2022: full region names, an scf queue, the notification id "unkown".':
    '采用 2022 年的形式：地域全称、scf 队列、通知 ID 为 "unkown"。',
};
