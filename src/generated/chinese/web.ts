// Made by scripts/generate.mjs from src/triggers/web/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'One HTTP request to a web function, as its client sends it. No JSON travels: this describes the request, to which the platform adds its headers.': '客户端对 Web 函数发送的一个 HTTP 请求。传输的不是 JSON：这里描述的是请求本身，平台还会为其添加请求头。',
  'The request body: text, or Base64 where isBase64Encoded says so; absent without a body.': '请求体：文本；isBase64Encoded 为 true 时是 Base64；没有请求体时没有此字段。',
  'Header names and values as the client writes them. Those of the connection and Content-Length are made when it is sent; X-Scf-* of a client do not arrive.': '客户端所写的请求头名称和值。连接相关的请求头和 Content-Length 在发送时生成；客户端的 X-Scf-* 不会到达函数。',
  'The method of the request.': '请求的方法。',
  'True where body is the Base64 of bytes; absent otherwise.': 'body 是二进制内容的 Base64 时为 true；否则没有此字段。',
  'The path of the request as it stands on the wire, percent-encoded, without query string.': '请求实际传输的路径，经百分号编码，不含查询字符串。',
  'The whole query string, decoded; {} when the request has none.': '完整的查询参数，已解码；请求没有查询字符串时为 {}。',
  'The address of the client, which the platform writes behind what the client wrote itself in X-Forwarded-For.': '客户端的地址，平台把它写在 X-Forwarded-For 中客户端自己写入的内容之后。',
  'How the request is written, where it can be written in two ways.': '请求在有两种写法之处采用哪一种。',
  'Header names with their values.': '请求头名称及其值。',
  'Media type of the request body; absent without a body.': '请求体的媒体类型；没有请求体时没有此字段。',
  'Query values by name: a text, several for a repeated name, true for a name without "=".': '按名称列出的查询参数值：文本；同名重复时为多个；没有 "=" 时为 true。',
  'Other ways of writing the same request.': '同一请求的其他写法。',
  'A blank in the query is +, as forms send it, and no %20.': '查询字符串中的空格写作 +（与表单一样），而不是 %20。',
  'The body comes in chunks, and no header tells its length.': '请求体分块传输，没有请求头给出其长度。',
};
