// Made by scripts/generate.mjs from src/triggers/cls/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'Log lines that CLS collected from one log topic, packed: Base64 of gzip of JSON. The unpacked form is ClsLogs.': 'CLS 从一个日志主题收集的日志，已打包：JSON 经 gzip 压缩后再做 Base64 编码。解包后的结构见 ClsLogs。',
  'The packed log lines.': '打包的日志。',
  'The one field that carries everything.': '承载全部内容的唯一字段。',
  'Base64 of gzip of the UTF-8 JSON of a ClsLogs object; the gzip data is at most 128 KB. (One page of the documents calls the format ZIP; every handler unpacks gzip.)': 'ClsLogs 对象的 UTF-8 JSON 经 gzip 压缩后的 Base64；gzip 数据最大 128 KB。（文档某一页称该格式为 ZIP；所有处理函数都按 gzip 解压。）',
};
