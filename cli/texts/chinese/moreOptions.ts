/** Arguments and options of the commands that run, fuzz and show. */
export const moreOptions = {
  // serve
  'path/index.main_handler, ./path/file.js#export, ./path/index.py:main_handler, or a folder, of a web function as well; of a WebSocket API the one that registers':
    'path/index.main_handler、./path/file.js#export、./path/index.py:main_handler，或目录（Web 函数也可以）；对 WebSocket API 为注册函数',
  'how clients reach it: {{kinds}} ({{usual}}; of the folder of a web function {{web}})':
    '客户端如何访问它：{{kinds}}（{{usual}}；Web 函数的目录为 {{web}}）',
  'gets the messages of WebSocket clients; <handler> when left out':
    '接收 WebSocket 客户端消息的传输函数；缺省为 <handler>',
  'hears when WebSocket clients leave; <handler> when left out':
    'WebSocket 客户端断开时调用的清理函数；缺省为 <handler>',
  'in place of <handler>: hand the events to a program of Custom Runtime that you start yourself (9001)':
    '代替 <handler>：把事件交给你自己启动的 Custom Runtime 程序（9001）',
  'with --runtime-api: hand out the events of a file, or of - for standard input, and end; may be repeated':
    '配合 --runtime-api：交出文件（- 表示标准输入）中的事件后结束；可重复',
  'port to listen on, 0 for any free one ({{usual}}; for a web function, which has that one itself, {{web}})':
    '监听的端口，0 表示任意空闲端口（{{usual}}；Web 函数自己占用该端口，此时为 {{web}}）',
  'requests that an instance of a web function takes at a time, 1 to 100 (1)':
    'Web 函数单个实例的请求多并发数，1 到 100（1）',
  'how long a WebSocket of a web function may say nothing (15000)':
    'Web 函数的 WebSocket 空闲超时时间，毫秒（15000）',
  'port that functions push to, 0 for any free one': '函数反向推送所用的端口，0 表示任意空闲端口',
  'address to listen on': '监听的地址',
  'answer requests for this name, and of its pages, too; may be repeated':
    '也响应对此域名以及来自其页面的请求；可重复',
  'load the handler again when a file beside or below it changes':
    '处理函数所在目录及子目录中的文件变化时重新加载',
  'keep each event and what came of it, without the secrets in them':
    '保存每个事件及其结果，去掉其中的敏感信息',
  'open a page with what comes and what is answered, to replay it or to save it as a fixture (any free port)':
    '打开一个页面，显示收到的事件与应答，可重放，也可保存为样本（任意空闲端口）',
  'print each event, push and refusal as a line of JSON on standard output':
    '在标准输出上，每个事件、推送和拒绝输出为一行 JSON',
  // send
  'what to send (scf-fixtures list shows the kinds); of files that of each event':
    '发送什么类型（用 scf-fixtures list 查看）；发送文件时为其中事件各自的类型',
  'where the function is reached ({{image}}; for web {{web}})': '函数的访问地址（{{image}}；web 为 {{web}}）',
  'what listens there: image (POST /event-invoke, as SCF calls the server of an image), invoke-api (serve --kind invoke), requests (a web function, or serve in front of a handler) (image; of web requests)':
    '那里监听的是什么：image（POST /event-invoke，即 SCF 调用镜像函数的方式）、invoke-api（serve --kind invoke）、requests（Web 函数，或 serve 所服务的处理函数）（image；类型为 web 时为 requests）',
  'how many events (1; none beside edge cases)': '多少个事件（1；指定了边界用例时为 0）',
  'any text or number; the same seed gives the same events': '任意文本或数字；相同的种子得到相同的事件',
  'the first event of the seed': '从该种子的第几个事件开始',
  'a JSON Schema of the data that the events carry for the user': '事件所携带的用户数据的 JSON Schema',
  '0 to 1: how much boundary values are preferred': '0 到 1：多大程度上偏好边界值',
  'send the events of a file, or of - for standard input; may be repeated':
    '发送文件中的事件，- 表示标准输入；可重复',
  'send an event again on which the function fails, as often as the platform does, at the most n times ({{most}}); its pauses are told':
    '函数失败时按平台的重试次数再次发送，最多 n 次（{{most}}）；只说明重试间隔，不等待',
  'with --retries: wait as long as the platform does': '配合 --retries：按平台的重试间隔等待',
  'how long an answer may take': '等待应答的最长时间，毫秒',
  'FunctionName for the Invoke API': 'Invoke API 的 FunctionName',
  'send to another machine than this one, too': '也允许发往其他机器',
  'print each answer, and what came of all, as a line of JSON': '每个应答以及总的结果各输出为一行 JSON',
  // init
  'print what was written as JSON, with its text where it is only shown':
    '以 JSON 输出写入的文件；只显示而不写入时包含其内容',
  'src/index.main_handler, index.py:main_handler, a file or a folder; the one of the deployment file, or index.main_handler':
    'src/index.main_handler、index.py:main_handler、文件或目录；缺省为部署文件中的，或 index.main_handler',
  'what the handler gets, instead of finding out: {{kinds}}':
    '指定处理函数接收的类型，不再自动识别：{{kinds}}',
  'show what would be written as a diff': '只以 diff 显示将要写入的内容',
  'replace a test that is there': '覆盖已有的测试',
  // fuzz, replay
  'what sends the events; may be left out for a web function': '事件的类型；Web 函数可省略',
  'the same, as it was called before': '同上，旧的写法',
  'how many cases to try': '尝试多少个用例',
  'try no new case after so many seconds': '超过这么多秒后不再尝试新的用例',
  'case k is a function of the seed and k': '种子；用例 k 只取决于种子和 k',
  'share the cases between so many processes': '由多少个进程分担用例',
  'try only every n-th case, from the i-th on': '只尝试 n 个分片中的第 i 片',
  "a JSON Schema of the user's own data in the events": '事件中用户数据的 JSON Schema',
  'leave an oracle out; may be repeated': '关闭某条判定规则；可重复',
  'let the handler connect to host:port, a host or a socket; may be repeated. Nothing else leaves the process':
    '允许处理函数连接 host:port、主机或套接字；可重复。除此之外不允许访问外部',
  'let the handler connect to host:port, a host or a socket; may be repeated':
    '允许处理函数连接 host:port、主机或套接字；可重复',
  'let the handler start a program, or "worker" threads; may be repeated':
    '允许处理函数启动某个程序，或 "worker" 线程；可重复',
  'what outside calls are answered: { "GET https://api.example.com/*": { … }, "mysql SELECT users": [{ … }] }':
    '外部调用得到的应答：{ "GET https://api.example.com/*": { … }, "mysql SELECT users": [{ … }] }',
  'keep no failures in .scf-fixtures/failures, and replay none':
    '不把失败保存到 .scf-fixtures/failures，也不重放',
  'exit 0, too, when nothing was found because next to nothing was tried':
    '几乎什么都没有尝试因而未发现问题时，退出码也为 0',
  'exit 1, too, when there is something to note, such as a call that was refused':
    '有需要注意之处（例如被拒绝的外部调用）时，退出码也为 1',
  '{{forms}} (text); may be repeated, one of them without a file':
    '{{forms}}（text）；可重复，其中一个可以不写文件名',
  'the file of the report that names none, instead of standard output':
    '没有写文件名的那份报告写入此文件，而不是标准输出',
  'write a test of what was found: of Vitest, or of pytest and unittest for test_….py':
    '把发现的问题写成测试：Vitest，或 test_….py（用于 pytest 和 unittest）',
  'stored failures': '已保存的失败',
  'every failure in {{folder}}': '{{folder}} 中的全部失败',
  'the handler to try them on, where that is not the one they were found with':
    '在哪个处理函数上重放，缺省为发现它们的那个',
  'the same as --report json': '同 --report json',
  // explore, completion
  'print the address as a line of JSON': '以一行 JSON 输出地址',
  'port to listen on, 0 for any free one': '监听的端口，0 表示任意空闲端口',
  'only print the address, do not open a browser': '只输出地址，不打开浏览器',
  'bash, zsh, fish, powershell': 'bash、zsh、fish、powershell',
} as const;
