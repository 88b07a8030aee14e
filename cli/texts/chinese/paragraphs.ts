/** What stands below a help, its lines joined, and what is said beside examples. */
export const paragraphs = {
  // gen
  '50 files in fixtures/timer': 'fixtures/timer 中的 50 个文件',
  'print event 31337': '输出第 31337 个事件',
  'every edge case of two kinds': '两种类型的全部边界用例',
  'requests that an editor sends': '可在编辑器中发送的请求',
  'the same as commands of curl': '同样的请求，写成 curl 命令',
  'a stream of JSON lines': '一行一个 JSON 的数据流',
  // import
  "Finds events wherever they stand: JSON on one line or on many, inside strings, as console.log or Python's print write them. Keys, tokens, passwords, signatures, cookies and webhook addresses become fakes, in encoded parts as well, and so do e-mail and IP addresses, numbers of telephones, identity and bank cards, and the ids of accounts (APPID, uin), requests, connections and people. Equal values get equal fakes. Prints where events differ from what is known of their kinds.":
    '无论事件在日志的什么位置都能找到：单行或多行的 JSON、字符串里的 JSON，以及 console.log 或 Python 的 print 输出的形式。密钥、令牌、密码、签名、Cookie 和 Webhook 地址会换成假值，编码内容中的也一样；邮箱、IP 地址、电话号码、身份证号、银行卡号，以及账号（APPID、uin）、请求、连接和个人的 ID 同样如此。相同的值换成相同的假值。还会列出事件与该类型已知形式的不同之处。',
  // check, trigger check
  'Exits 0 when there are no errors, 1 when there are.': '没有错误时退出码为 0，有错误时为 1。',
  // lint-secrets
  'Looks for keys, tokens, signatures, passwords, webhook addresses, e-mail addresses, public IP addresses and numbers of telephones, identity and bank cards, also inside JSON, Base64 and gzip, by rules of its own and those that secretlint recommends. Exits 0 when there are none, 1 when there are.':
    '查找密钥、令牌、签名、密码、Webhook 地址、邮箱、公网 IP 地址，以及电话号码、身份证号和银行卡号，包括 JSON、Base64 和 gzip 里面的；使用自带的规则以及 secretlint 推荐的规则。没有找到时退出码为 0，找到时为 1。',
  // cron
  'Exits 1 when the expression is wrong.': '表达式有误时退出码为 1。',
  // invoke
  'Prints what the caller gets on standard output and the log of the platform on standard error. Exits 0 when the handler answered, 1 when it failed.':
    '在标准输出上显示调用方得到的内容，在标准错误上显示平台日志。处理函数正常返回时退出码为 0，失败时为 1。',
  // serve
  "Serves until Ctrl+C, in threads that end at the time limit. Prints a line for each event, push and refusal on standard error, and below it what the function wrote. Functions of a WebSocket API find the address to push to in PUSH_URL. Requests for another name than this machine's, and those of pages of other sites, are refused: --allow-host shop.test lets them in, --allow-host .shop.test those of all names below it as well, --allow-host '*' any.":
    "一直运行到按下 Ctrl+C；函数在线程中运行，到执行超时时间即被终止。每个事件、推送和拒绝在标准错误上输出一行，其下是函数写出的日志。WebSocket API 的函数从 PUSH_URL 得到推送地址。使用本机以外的域名的请求，以及来自其他网站页面的请求，会被拒绝：--allow-host shop.test 允许该域名，--allow-host .shop.test 还允许它的全部子域名，--allow-host '*' 允许任何域名。",
  // send
  'Tells each answer in a line: status, time, bytes. Exits 0 when the function took all events, 1 when it failed on one, 2 when nobody listens. Requests that a function refuses (400, 404 …) are no failures.':
    '每个应答输出一行：状态码、耗时、字节数。函数处理了全部事件时退出码为 0，有失败时为 1，没有服务在监听时为 2。函数拒绝的请求（400、404 等）不算失败。',
  'the server of an image': '镜像函数的服务',
  'serve index.main_handler --kind invoke': '对应 serve index.main_handler --kind invoke',
  'serve index.main_handler': '对应 serve index.main_handler',
  'serve ./web-function': '对应 serve ./web-function',
  // init
  'Finds out the package manager, the module system, TypeScript, what runs the tests (Vitest, Jest, node --test) and the triggers in the deployment file (serverless.yml, cloudbaserc.json, template.yaml, s.yaml, .tf), and writes a test for it, what Vitest lacks of a setup, and a script; for a function in Python a test for pytest and unittest with its events; for a web function a test that starts, asks and fuzzes it.':
    '自动识别包管理器、模块系统、TypeScript、测试框架（Vitest、Jest、node --test）以及部署文件（serverless.yml、cloudbaserc.json、template.yaml、s.yaml、.tf）中的触发器，并写出相应的测试、Vitest 缺少的 setup 文件和脚本；对 Python 函数写出 pytest 和 unittest 都能运行的测试及其事件；对 Web 函数写出的测试会启动它、请求它并做模糊测试。',
  // fuzz
  'Exits 0 when nothing was found, 1 when the handler breaks, 3 when nothing was found and that proves little. Nothing leaves the process of the handler unless it is allowed. What goes to files is told as text, too, and in a workflow of GitHub (GITHUB_ACTIONS=true) as annotations at the lines.':
    '未发现问题时退出码为 0，处理函数出错时为 1，未发现问题但说明不了什么时为 3。未经允许，处理函数不能访问进程外部。写入文件的报告也会以文本显示；在 GitHub 工作流中（GITHUB_ACTIONS=true）还会成为相应代码行上的注解。',
  // replay
  'Exits 0 when all pass by now, 1 when one still fails, 2 when one could not be tried. Nothing is deleted.':
    '全部通过时退出码为 0，仍有失败时为 1，有无法重放的时为 2。不会删除任何文件。',
  // explore
  'Serves a page to this machine only, until Ctrl+C. What you drop onto it stays in your browser.':
    '只向本机提供页面，直到按下 Ctrl+C。拖放到页面上的内容只留在你的浏览器中。',
  // completion
  'Completes commands, options, kinds, names of edge cases and files. The command has to be on the PATH: npm install --global scf-fixtures, or node_modules/.bin in it.':
    '可补全命令、选项、类型、边界用例的名称以及文件。命令需要在 PATH 中：npm install --global scf-fixtures，或把 node_modules/.bin 加入 PATH。',
  'in ~/.bashrc': '写入 ~/.bashrc',
  'in ~/.zshrc': '写入 ~/.zshrc',
  'in ~/.config/fish/config.fish': '写入 ~/.config/fish/config.fish',
} as const;
