/** Lines that commands print, where they are more than fixed words; what stands in double braces is filled in. */
export const lines = {
  // explain
  '{{source}}: it looks like no event that a trigger sends. Whoever calls the Invoke API may send any JSON: see --kind invoke.':
    '{{source}}：看起来不是触发器会发送的事件。调用 Invoke API 的一方可以发送任意 JSON：见 --kind invoke。',
  '{{source}}: it looks like {{what}}, which no trigger of SCF sends: a function that gets it is called by somebody else, or comes from there.':
    '{{source}}：看起来是 {{what}}，SCF 的触发器不会发送：收到它的函数由其他方调用，或来自那里。',
  '  {{bytes}} bytes of JSON; its sync invocation takes up to {{most}}.':
    '  JSON 共 {{bytes}} 字节；同步调用最多 {{most}} 字节。',
  '  {{bytes}} bytes of JSON; its async invocation takes up to {{most}}.':
    '  JSON 共 {{bytes}} 字节；异步调用最多 {{most}} 字节。',
  '  Note: {{remark}}.': '  注意：{{remark}}。',
  '  Nothing deviates from what is sent today.': '  与目前发送的内容一致。',
  '  Deviates from what is sent today:': '  与目前发送的内容不同：',
  '  {{path}} is {{encoding}}:': '  {{path}} 是 {{encoding}}：',
  '  {{path}} is {{encoding}}, but {{problem}}.': '  {{path}} 是 {{encoding}}，但{{problem}}。',
  '    … {{count}} more lines': '    …… 另有 {{count}} 行',
  // list
  'Invocation: {{how}}. Retries: {{retries}}': '调用方式：{{how}}。重试：{{retries}}',
  sync: '同步',
  async: '异步',
  "Payload: none of the user's own.": '载荷：不携带用户数据。',
  'Payload: {{where}}': '载荷：{{where}}',
  'Options:': '选项：',
  'Edge cases:': '边界用例：',
  'Rules:': '规则：',
  '{{kind}} {{count}} edge cases  {{summary}}': '{{kind}} {{count}} 个边界用例  {{summary}}',
  // cron
  'It does not fire after that time.': '此后不再触发。',
  // invoke
  'Note: {{note}}': '注意：{{note}}',
  'Left running after the answer: {{what}}, started at {{at}}': '返回后仍在运行：{{what}}，启动于 {{at}}',
  'Left running after the answer: {{what}}': '返回后仍在运行：{{what}}',
  'Uncaught after the answer: {{error}}': '返回后未捕获的错误：{{error}}',
  'The caller has the answer, but what was left running did not end within {{ms}} ms: the platform notes a time-out (433).':
    '调用方已得到返回，但仍在运行的工作没有在 {{ms}} ms 内结束：平台会记为超时（433）。',
  'By {{reader}} the client gets {{status}}.': '经{{reader}}，客户端得到 {{status}}。',
  'Note: this deployment does not send this event: {{problem}}': '注意：该部署不会发送此事件：{{problem}}',
  // send
  '{{name}}, try {{number}} of {{all}}, which the platform makes at once: {{answer}}':
    '{{name}}，第 {{number}}/{{all}} 次尝试，平台会立即进行：{{answer}}',
  '{{name}}, try {{number}} of {{all}}, which the platform makes after {{seconds}} s: {{answer}}':
    '{{name}}，第 {{number}}/{{all}} 次尝试，平台会在 {{seconds}} 秒后进行：{{answer}}',
  '{{name}}, try {{number}} of {{all}}, made at once: {{answer}}':
    '{{name}}，第 {{number}}/{{all}} 次尝试，立即进行：{{answer}}',
  '{{name}}, try {{number}} of {{all}}, made after {{seconds}} s: {{answer}}':
    '{{name}}，第 {{number}}/{{all}} 次尝试，{{seconds}} 秒后进行：{{answer}}',
  // serve
  'The runtime API is on 127.0.0.1:{{port}} until Ctrl+C. Start your program:':
    '运行时 API 位于 127.0.0.1:{{port}}，按 Ctrl+C 结束。请启动你的程序：',
  'Waiting until it is ready or asks for an event.': '正在等待它就绪或获取事件。',
  '  Warning: {{warning}}': '  警告：{{warning}}',
  '  Note: {{note}}': '  注意：{{note}}',
  // gen, import, init
  'Wrote {{path}}.': '已写入 {{path}}。',
  'Wrote {{count}} requests{{place}}. Repeat: {{command}}':
    '已写入 {{count}} 个请求{{place}}。再次生成：{{command}}',
  'Wrote 1 request{{place}}. Repeat: {{command}}': '已写入 1 个请求{{place}}。再次生成：{{command}}',
  'scf-fixtures: warning: no {{kind}} event that SCF sends has {{path}}.':
    'scf-fixtures：警告：SCF 发送的 {{kind}} 事件都没有 {{path}}。',
  'scf-fixtures: warning: what --set asks for is no event that SCF sends: {{problem}}.':
    'scf-fixtures：警告：--set 所要求的不是 SCF 会发送的事件：{{problem}}。',
  'Nothing to write for {{what}}. Next: {{commands}}': '{{what}}没有需要写入的内容。下一步：{{commands}}',
  'Wrote {{files}} for {{what}}. Next: {{commands}}': '已为{{what}}写入 {{files}}。下一步：{{commands}}',
} as const;
