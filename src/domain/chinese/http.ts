import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** Sentences about HTTP requests, whoever hands them over. */
export const http: ChineseTexts = {
  'None; the client gets the error.': '不重试；客户端收到错误。',
  'headers["user-agent"] is undefined': 'headers["user-agent"] 为 undefined',
  'neither lower case nor Title-Case finds a header': '用小写或首字母大写的名称都找不到请求头',
  'a page of the documents writes accept-Language': '文档有一页写的是 accept-Language',
  'the value is an array, and text methods throw': '值为数组，字符串方法会抛出错误',
  'the value is true, neither text nor array': '值为 true，既不是文本也不是数组',
  'text, array and true stand in one query string': '同一个查询字符串中同时出现文本、数组和 true',
  'the value is "", which is falsy and still there': '值为 ""：是假值，但确实存在',
  'the name is ""': '名称为 ""',
  'names of parameters find the prototype': '参数名会命中对象的原型',
  'parsers disagree whether brackets nest': '方括号是否表示嵌套，各解析器不一致',
  'the value is decoded, and decoding it again throws': '值已经解码，再次解码会抛出错误',
  'the value holds + and &, which encoding it again has to keep': '值中含有 + 和 &，重新编码时必须保留',
  'names and values have characters of three and four bytes': '名称和值含有三字节和四字节的字符',
  'a number made of the value is rounded, Infinity or octal':
    '转成数字后会被舍入、变成 Infinity 或按八进制解释',
  'the value is longer than columns and logs allow': '值的长度超出数据库列和日志所允许的长度',
  'parsers stop at 1,000 parameters and drop the rest': '解析器到 1,000 个参数即停止，其余被丢弃',
  'names of headers find the prototype': '请求头名称会命中对象的原型',
  'the cookie fills the 8 KB that servers allow': 'Cookie 占满服务器允许的 8 KB',
  'a value holds "=", a name comes twice, one has no value, one finds the prototype':
    '有的值含有 "="，有的名称重复出现，有的没有值，有的会命中对象的原型',
  'the client wrote the addresses in x-forwarded-for itself': 'x-forwarded-for 中的地址是客户端自己写的',
  'host is a domain of the user, and the service id is not in it': 'host 是用户的自定义域名，其中没有服务 ID',
  'origin is "null", as from a sandboxed frame': 'origin 为 "null"，如同来自沙箱中的框架',
  'if-none-match holds several tags, one of them weak': 'if-none-match 含有多个标签，其中一个是弱标签',
  'nothing is left when the path is split': '路径拆分之后什么都不剩',
  'routers disagree whether this is the same path': '这是否与没有末尾斜杠的路径相同，各路由器不一致',
  'new URL("//evil.example.com/x", base) is another host':
    'new URL("//evil.example.com/x", base) 会指向另一个主机',
  'joining the path to a folder leads out of it': '把路径拼接到文件夹后会跳出该文件夹',
  'the path leads out of its folder once decoded': '路径解码后会跳出所在文件夹',
  'decoding the path before splitting it makes two segments of one': '先解码再拆分路径，会把一段变成两段',
  'decodeURIComponent throws': 'decodeURIComponent 会抛出错误',
  'the path is percent-encoded UTF-8': '路径是经百分号编码的 UTF-8',
  'a table of routes finds the prototype': '路由表会命中对象的原型',
  'the path is longer than columns and logs allow': '路径的长度超出数据库列和日志所允许的长度',
  'the body is "" and JSON.parse("") throws': '请求体为 ""，而 JSON.parse("") 会抛出错误',
  'media types ignore case and carry parameters, and a comparison with "application/json" fails':
    '媒体类型不区分大小写且可带参数，直接与 "application/json" 比较会不相等',
  'the body is JSON under a type of its own, application/…+json':
    '请求体是 JSON，但媒体类型是自定义的 application/…+json',
  'the type is only what the sender claims: the body is a form, and JSON.parse throws':
    '类型只是发送方的一面之词：请求体其实是表单，JSON.parse 会抛出错误',
  'decodeURIComponent throws at "%", "%zz" and half a character':
    '遇到 "%"、"%zz" 和半个字符时 decodeURIComponent 会抛出错误',
  'names of fields find the prototype': '字段名会命中对象的原型',
  'both are spaces in a form, and only one is in a path': '在表单中二者都表示空格，在路径中只有一个表示空格',
  'a field comes twice, without a value, and without a name': '有的字段出现两次，有的没有值，有的没有名称',
  'parsers stop at 1,000 fields and drop the rest': '解析器到 1,000 个字段即停止，其余被丢弃',
  'the name leads out of the upload folder': '文件名会跳出上传文件夹',
  'the closing boundary is missing, and the parser waits': '缺少结尾的分隔符，解析器会一直等待',
  'the content begins like the boundary': '内容的开头与分隔符相似',
  'the boundary parameter stands in quotes': 'boundary 参数带引号',
  'body is Base64 when isBase64Encoded is true.': 'isBase64Encoded 为 true 时 body 是 Base64。',
  'Header names come in lower case.': '请求头名称为小写。',
  'content-length counts the bytes of the body, before Base64.':
    'content-length 是请求体在 Base64 编码之前的字节数。',
};
