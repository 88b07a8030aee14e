/** Lines of what an oracle has found, by their English ones; what stands in double braces is filled in. */
export const findings = {
  '{{how}}, the {{what}} differs:': '{{how}}，{{what}}不同：',
  '{{how}}, the handler leaves something else behind.': '{{how}}，处理函数留下的结果不同。',
  '{{how}} the handler leaves something else behind.': '{{how}}，处理函数留下的结果不同。',
  '{{how}} the handler answers otherwise:': '{{how}}，处理函数的返回不同：',
  '{{how}} the handler does something else:': '{{how}}，处理函数的行为不同：',
  'The property does not hold.': '给出的性质不成立。',
  'A batch of {{count}} leaves something else behind than its items one by one.':
    '{{count}} 条一起作为批次到达时，留下的结果与逐条到达时不同。',
  'In partition {{key}} the effects of a later item come before those of an earlier one:':
    '在分区 {{key}} 中，后一条消息的效果先于前一条发生：',
  'The answer is larger than 6 MB.': '返回内容超过 6 MB。',
  'The handler cannot be loaded: {{error}}': '处理函数无法加载：{{error}}',
  'The handler ends with {{error}}': '处理函数以 {{error}} 结束',
  '{{call}} fails, and the handler ends with an error of its own, {{error}}':
    '{{call}} 失败，而处理函数以它自身的错误结束：{{error}}',
  'Of {{pair}}={{rest}} no more goes out than {{value}}: what follows the second = is lost.':
    '{{pair}}={{rest}} 中只发出了 {{value}}：第二个 = 之后的内容丢失。',
  'The answer holds /{{file}} ({{found}}…): what the client writes leads out of the folder. Resolve the path first, and serve it only if it is still inside.':
    '返回内容中有 /{{file}}（{{found}}…）：客户端写的路径指向了目录之外。请先解析路径，仍在目录之内时才返回文件。',
  'No answer within {{ms}} ms.': '{{ms}} ms 内没有返回。',
  '{{call}} fails, and nobody answers. {{why}}': '{{call}} 失败，之后没有返回。{{why}}',
  'The handler neither returned a promise that settles nor called back, and nothing is left that could make it.':
    '处理函数既没有返回会完成的 Promise，也没有调用 callback，而且没有任何仍在进行的工作能使其完成。',
  'The caller gets null: the callback of an async function is ignored. Return the answer, or leave out async.':
    '调用方得到 null：async 函数的 callback 会被忽略。请用 return 返回，或去掉 async。',
  'The caller gets null: what a function returns is ignored unless it is async or returns a promise. Make it async, or call back.':
    '调用方得到 null：函数不是 async、也不返回 Promise 时，返回值会被忽略。请改为 async，或调用 callback。',
  'The handler computes without a pause and had to be stopped when the process had grown by 512 MB.{{at}}':
    '处理函数一直占用 CPU，进程内存增长 512 MB 后只能中止。{{at}}',
  'The handler computes without a pause and had to be stopped.{{at}}':
    '处理函数一直占用 CPU，只能中止。{{at}}',
  ' It was at {{place}}.': '当时执行到 {{place}}。',
  'The handler ends its process with exit code {{code}}.': '处理函数结束了所在的进程，退出码 {{code}}。',
  'The process ends with exit code {{code}}, since nobody catches {{error}}':
    '进程以退出码 {{code}} 结束，因为没有代码捕获 {{error}}',
  'The handler throws {{error}}. {{reader}} takes that for a broken function, not for an answer.':
    '处理函数抛出 {{error}}。{{reader}}会把它当作函数出错，而不是返回。',
  '{{reader}} refuses the response:': '{{reader}}拒绝该响应：',
  '{{reader}} passes the response on, and clients fail on it:': '{{reader}}转发该响应，而客户端无法处理：',
  '{{call}} fails{{times}}, the handler reports success, and nobody tries again:':
    '{{call}} 失败{{times}}，处理函数却报告成功，不会再有重试：',
  ' however often it is tried': '（无论尝试多少次）',
  '{{call}} fails once and the event comes again: that loses effects.':
    '{{call}} 失败一次，事件再次到达：有效果丢失。',
  '{{call}} fails once and the event comes again: that repeats effects.':
    '{{call}} 失败一次，事件再次到达：有效果重复。',
  '{{call}} fails once and the event comes again: that changes effects.':
    '{{call}} 失败一次，事件再次到达：效果发生变化。',
  'The same event comes {{times}} times to one instance. Connections to {{server}} that are open after each of them: {{counts}}.':
    '同一事件向一个实例到达 {{times}} 次。每次之后到 {{server}} 的打开连接数：{{counts}}。',
  'The same event comes {{times}} times to one instance. Listeners that process has for {{name}} after each of them: {{counts}}.':
    '同一事件向一个实例到达 {{times}} 次。每次之后 process 上 {{name}} 的监听器数：{{counts}}。',
  'The same event comes {{times}} times to one instance. Files that are open after each of them: {{counts}}.':
    '同一事件向一个实例到达 {{times}} 次。每次之后打开的文件数：{{counts}}。',
  'The event sets {{names}}.': '该事件设置了 {{names}}。',
  'The {{what}} holds a secret of the environment: {{place}}': '{{what}}中有环境变量里的密钥：{{place}}',
  '{{call}} writes to {{path}}, outside of the temporary directory.':
    '{{call}} 写入 {{path}}，位于临时目录之外。',
  '{{call}} passes {{text}} of the event to a shell: {{command}}':
    '{{call}} 把事件中的 {{text}} 传给了 shell：{{command}}',
  'A line end in {{text}} ends the header that it is put into, and what follows is a header that the caller wrote.':
    '{{text}} 中的换行结束了它所在的响应头，其后成为由调用方写出的响应头。',
  '{{text}} of the event becomes {{what}} of the page: {{around}}. Escape <, >, & and quotes.':
    '事件中的 {{text}} 成了页面的{{what}}：{{around}}。请转义 <、>、& 和引号。',
  '{{call}} is still under way when the handler answers.': '处理函数返回时，{{call}} 仍在进行。',
  '{{call}} is slow, and still under way when the handler answers.':
    '{{call}} 较慢，处理函数返回时仍在进行。',
  'A server ({{what}}) is still listening when the handler answers. It keeps the function from ending unless context.callbackWaitsForEmptyEventLoop is false.':
    '处理函数返回时，服务器（{{what}}）仍在监听。除非 context.callbackWaitsForEmptyEventLoop 为 false，否则函数无法结束。',
  'A server ({{what}}) is still listening when the handler answers, started by {{at}}. It keeps the function from ending unless context.callbackWaitsForEmptyEventLoop is false.':
    '处理函数返回时，由 {{at}} 启动的服务器（{{what}}）仍在监听。除非 context.callbackWaitsForEmptyEventLoop 为 false，否则函数无法结束。',
  '{{what}} is still alive when the handler answers.': '处理函数返回时，{{what}} 仍然存在。',
  '{{what}} is still alive when the handler answers, started by {{at}}.':
    '处理函数返回时，{{what}} 仍然存在，由 {{at}} 启动。',
  'Work on the file {{file}} ({{what}}) is still under way when the handler answers.':
    '处理函数返回时，对文件 {{file}} 的操作（{{what}}）仍在进行。',
  'Work on the file {{file}} ({{what}}) is still under way when the handler answers, started by {{at}}.':
    '处理函数返回时，对文件 {{file}} 的操作（{{what}}）仍在进行，由 {{at}} 启动。',
  'Work on a file ({{what}}) is still under way when the handler answers.':
    '处理函数返回时，对某个文件的操作（{{what}}）仍在进行。',
  'Work on a file ({{what}}) is still under way when the handler answers, started by {{at}}.':
    '处理函数返回时，对某个文件的操作（{{what}}）仍在进行，由 {{at}} 启动。',
  'Nobody catches {{error}}': '没有代码捕获 {{error}}',
  'After the answer nobody catches {{error}}': '返回之后，没有代码捕获 {{error}}',
  '{{call}} fails, and nobody catches {{error}}': '{{call}} 失败，没有代码捕获 {{error}}',
  '{{call}} fails, and after the answer nobody catches {{error}}':
    '{{call}} 失败，返回之后没有代码捕获 {{error}}',
  '{{where}} has {{count}} parts of {{whole}}, which add up to {{sum}}: give what is left over to some of them.':
    '{{where}}把 {{whole}} 分成 {{count}} 份，合计为 {{sum}}：请把余数分给其中几份。',
  'The function answers HEAD otherwise than GET:': '函数对 HEAD 的响应与 GET 不同：',
  'The same request as {{method}} leaves something behind: {{writes}}.':
    '同一请求以 {{method}} 发出时留下了结果：{{writes}}。',
  'A second event, another one, leaves nothing behind after the first.':
    '第二个事件与第一个不同，在第一个之后到达却什么也没有留下。',
  'On SCF each call ends with status 443:': '在 SCF 上，每次调用都以状态码 443 结束：',
  'The function is never ready for an event ({{status}}): {{reason}}.':
    '函数始终没有准备好接收事件（{{status}}）：{{reason}}。',
  '{{address}} in the place of {{text}} leads the visitor to another host: Location {{location}}. {{mend}}':
    '把 {{text}} 换成 {{address}}，访问者会被引向其他主机：Location {{location}}。{{mend}}',
  'The handler answers {{status}} since {{because}}; without that it answers {{there}}.':
    '处理函数返回 {{status}}，因为{{because}}；否则返回 {{there}}。',
  'The event succeeds, and fails when it comes again ({{status}}).':
    '事件处理成功，再次到达时失败（{{status}}）。',
  'The event comes twice, and that changes what is left behind.': '事件到达两次，留下的结果因此不同。',
  'An instance {{history}} leaves something else behind.': '{{history}}的实例留下的结果不同。',
  'An instance {{history}} answers otherwise:': '{{history}}的实例返回不同：',
  "Two invocations at the same time get in each other's way.": '两次同时进行的调用互相干扰。',
  '{{address}} in the place of {{text}} sends a request {{where}}: {{sent}}. {{mend}}':
    '把 {{text}} 换成 {{address}}，会向{{where}}发出请求：{{sent}}。{{mend}}',
  'The function answers {{status}} for {{error}}': '函数返回 {{status}}，原因是 {{error}}',
  'What follows the quotes in {{text}} is read as SQL: {{statement}}. Hand values over beside the statement: query(sql, values).':
    '{{text}} 中引号之后的内容被当作 SQL 读取：{{statement}}。请把值作为参数传递：query(sql, values)。',
  '{{where}} is {{value}}: half a character, as slice() leaves in an emoji.':
    '{{where}}为 {{value}}：只有半个字符，例如 slice() 截断表情符号时留下的。',
  '{{where}} is {{value}}: U+FFFD stands where bytes were no text.':
    '{{where}}为 {{value}}：不是文本的字节变成了 U+FFFD。',
  '{{where}} is {{value}}: {{text}} in UTF-8, read as Latin-1.':
    '{{where}}为 {{value}}：把 UTF-8 的 {{text}} 按 Latin-1 读取。',
  '{{where}} is {{value}}: that looks like JSON and is none.':
    '{{where}}为 {{value}}：看起来是 JSON，其实不是。',
  '{{where}} is {{value}}: there is one slash where an address has two.':
    '{{where}}为 {{value}}：地址中应有两个斜杠的地方只有一个。',
  '{{where}} is {{value}}: {{text}} of the event is not encoded in it.':
    '{{where}}为 {{value}}：其中来自事件的 {{text}} 没有编码。',
  '{{where}} is {{value}}: the line end in {{text}} ends the row.':
    '{{where}}为 {{value}}：{{text}} 中的换行结束了这一行数据。',
  '{{where}} is {{value}}: {{text}} of the event lost a dollar, as in the replacement of String.replace.':
    '{{where}}为 {{value}}：来自事件的 {{text}} 少了一个 $，例如作为 String.replace 的替换文本时。',
  '{{found}} goes into {{where}}; JSON makes null of it.': '{{found}} 进入{{where}}，JSON 会把它变成 null。',
  '{{where}} is {{value}}: a value is missing there.': '{{where}}为 {{value}}：此处缺少值。',
  '{{where}} is {{value}}: that is what {{time}} gives in a wrong unit.':
    '{{where}}为 {{value}}：这是把 {{time}} 按错误的单位换算的结果。',
  '{{where}} is {{value}}: binary fractions do not add up to decimal ones.':
    '{{where}}为 {{value}}：二进制小数相加得不到精确的十进制小数。',
  '{{where}} is {{value}}, made of {{amount}}: {{amount}} * 100 is {{product}}, and cutting that off loses a cent.':
    '{{where}}为 {{value}}，由 {{amount}} 得出：{{amount}} * 100 是 {{product}}，取整会少一分钱。',
  '{{where}} is {{value}}: the event says {{digits}}, which a number cannot hold.':
    '{{where}}为 {{value}}：事件中是 {{digits}}，数字类型无法表示。',
  'The handler sorts {{numbers}} as texts.': '处理函数把 {{numbers}} 按文本排序。',
  'The answer cannot be used: {{problem}}.': '返回的响应无法使用：{{problem}}。',
  'The headers of the answer have {{bytes}} bytes, and the platform passes on {{most}} (https://cloud.tencent.com/document/product/583/56124).':
    '响应头共 {{bytes}} 字节，平台最多转发 {{most}} 字节（https://cloud.tencent.com/document/product/583/56124）。',
  'Set-Cookie of {{names}} is overwritten by that of another cookie, and never sent: setHeader replaces what was set before. Append it, or set a list of both.':
    '{{names}} 的 Set-Cookie 被另一个 Cookie 覆盖，没有发出：setHeader 会替换之前设置的值。请追加，或把两者写成列表。',
  'The client says Accept-Encoding: identity, and the body of the answer is {{coding}}. Look at Accept-Encoding before you compress.':
    '客户端要求 Accept-Encoding: identity，响应体却是 {{coding}}。压缩之前请先查看 Accept-Encoding。',
  '{{call}} passes on a key of the role, in {{where}}: the headers of the request hold the keys. Pass on the headers that are needed, by name.':
    '{{call}} 在{{where}}中转发了角色的密钥：请求头中带有这些密钥。请只按名称转发需要的请求头。',
  'With {{name}} 0 the handler does what it does with {{number}}, as if there were none: || takes 0 for that.':
    '{{name}} 为 0 时，处理函数的行为与 {{number}} 时相同，好像没有给出一样：|| 会把 0 当作没有。',
  // Below the first line.
  '  only {{where}}:': '  只在{{where}}有：',
  '    and {{count}} more': '    另有 {{count}} 项',
  '  before: {{end}}, calls {{calls}}': '  原来：{{end}}，调用 {{calls}}',
  '  in this form: {{end}}, calls {{calls}}': '  换成该形式：{{end}}，调用 {{calls}}',
  '  in these forms: {{end}}, calls {{calls}}': '  换成这些形式：{{end}}，调用 {{calls}}',
  '  GET: {{answer}}': '  GET：{{answer}}',
  '  HEAD: {{answer}}': '  HEAD：{{answer}}',
  '  before: {{end}}': '  原来：{{end}}',
  '  in this form: {{end}}': '  换成该形式：{{end}}',
  '  in the other process: {{end}}': '  在另一进程：{{end}}',
  '  in {{place}}: {{end}}': '  在 {{place}}：{{end}}',
  '  reference: {{end}}': '  参考函数：{{end}}',
  '  handler:   {{end}}': '  处理函数：{{end}}',
  '  cold: {{end}}': '  冷启动：{{end}}',
  '  warm: {{end}}': '  热启动：{{end}}',
  // How a process ended with its handler.
  'It did nothing for {{seconds}} seconds and was ended': '{{seconds}} 秒内没有任何动作，已被结束',
  'It took more than {{megabytes}} MB of memory and was ended': '占用内存超过 {{megabytes}} MB，已被结束',
  'It did nothing for {{seconds}} seconds and was ended.': '{{seconds}} 秒内没有任何动作，已被结束。',
  'It took more than {{megabytes}} MB of memory and was ended.': '占用内存超过 {{megabytes}} MB，已被结束。',
  'It ended with {{ended}}.': '进程以 {{ended}} 结束。',
} as const;
