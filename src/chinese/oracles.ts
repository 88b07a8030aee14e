import type { ChineseTexts } from '../kernel/chineseTexts.js';

/** Where it can be expected that what an oracle says holds; what that is stands with its guide. */
export const oracles: ChineseTexts = {
  'When a property is given.': '给出 property 时。',
  'A function in JavaScript that lies in a file, where its runtime is named: ES modules up to Nodejs18.15, syntax and modules of Node that came after its version. All else is asked of it as it runs here.':
    '放在文件中并指明了运行时的 JavaScript 函数：Nodejs18.15 及以前的 ES 模块，以及该版本之后才有的语法和 Node 模块。其余都在此处实际运行时判断。',
  'Functions in processes of their own: one that ends before it is ready (405), cannot be started (445), listens on no port (446) or takes longer than it may (450). No event has a part in that: nothing else is tried. What fails after something was refused that it asked of the outside is a note.':
    '在独立进程中运行的函数：就绪之前就结束（405）、无法启动（445）、不监听端口（446）或超过允许的时间（450）。与任何事件无关，因此不再尝试其他内容。如果失败之前有对外请求被拒绝，则只作提示。',
  'Every trigger; in a worker thread only before the first pause, and without a limit of memory. For ever is longer than the time limit, or 20 s of processor time. Elsewhere 512 MB that the process grows by while the handler computes without a pause are too much.':
    '所有触发器；在 worker 线程中只判断第一次暂停之前，且不限制内存。“永远”指超过时间限制或 20 秒处理器时间。在其他情况下，处理函数不间断计算期间进程增长 512 MB 即为过多。',
  'Every trigger, also while one outside call fails. A time-out then, or after more than 100 outside calls, is not reported: those take their time.':
    '所有触发器，包括一次外部调用失败时。此时的超时、以及超过 100 次外部调用之后的超时不报告：这些本来就需要时间。',
  'Every trigger, on Node 10.15 and later: an async function answers by what it returns, and its callback is ignored; another one by its callback or a promise, and what else it returns is ignored.':
    '所有触发器，Node 10.15 及以后：async 函数以返回值应答，其 callback 被忽略；其他函数以 callback 或 Promise 应答，除此之外的返回值被忽略。',
  'Writes with node:fs, and outside calls that are named after files or commands (files.write, run, exec).':
    '用 node:fs 的写入，以及以文件或命令命名的外部调用（files.write、run、exec）。',
  'Web functions, and GET with ../ in the path or in one value of the query: reported when the answer holds /etc/passwd.':
    'Web 函数，路径或某个查询参数值中带有 ../ 的 GET：应答中含有 /etc/passwd 时报告。',
  'Web functions; requests of more than 100 KB may be refused by breaking the connection off.':
    'Web 函数；超过 100 KB 的请求可以用断开连接的方式拒绝。',
  'Web functions, while nothing fails outside: what the answer or the log of the request tells of the error, a stack or words of the engine. An error that the code throws itself counts as its answer, and so does the end of the stack for a body that is nested more than 500 times.':
    'Web 函数，外部没有任何故障时：依据该请求的应答或日志对错误的描述，即堆栈或引擎的措辞。代码自己抛出的错误视为它的应答；请求体嵌套超过 500 层时栈溢出也视为应答。',
  'Every trigger, also while one outside call fails. An error that the handler throws itself (new Error, new TypeError, a class of its own) counts as its answer, and a package that is not installed here may be there on the platform.':
    '所有触发器，包括一次外部调用失败时。处理函数自己抛出的错误（new Error、new TypeError、自定义的类）视为它的应答；此处没有安装的包在平台上可能有。',
  'Every trigger, also while an outside call fails.': '所有触发器，包括一次外部调用失败时。',
  'Triggers whose result somebody reads: HTTP front ends and WebSocket functions, while nothing fails outside.':
    '返回值有人读取的触发器：HTTP 前端和 WebSocket 函数，外部没有任何故障时。',
  'Triggers whose deployment is told: a path prefix behind which nothing is found (404) that is found without it; a body that is refused as Base64 and taken as text.':
    '说明了部署方式的触发器：某个路径前缀之下找不到（404），而去掉前缀就能找到；以 Base64 传入的请求体被拒绝，而以文本传入时被接受。',
  'Every trigger: a warm instance may be frozen or taken away after the answer, and the work with it. What a library has put off, such as closing a connection that is idle, counts by the outside calls that it makes.':
    '所有触发器：应答之后，热实例可能被冻结或回收，未完成的工作随之丢失。库推迟执行的工作（如关闭空闲连接）按其发出的对外调用计入。',
  'Every trigger, while an event is handled: names that can be listed, as data adds them. What a module adds when it is loaded is the same for every event.':
    '所有触发器，处理事件期间：可枚举的名称，即数据会添加的那种。模块在加载时添加的内容对每个事件都相同。',
  'Every trigger, also while an outside call fails; variables whose names look like credentials (DB_PASSWORD, API_TOKEN) hold a value that stands nowhere else, or what the user puts there. A secret that the event itself holds is known to its caller.':
    '所有触发器，外部调用失败时也检查；名称像凭证的变量（DB_PASSWORD、API_TOKEN）具有一个别处没有的值，或用户放入的值。事件本身带有的密钥，调用方已经知道。',
  'Web functions: X-Scf-Secret-Key and X-Scf-Session-Token, in the address, the headers or the body of a request to another host than the vendor’s.':
    'Web 函数：X-Scf-Secret-Key 和 X-Scf-Session-Token 出现在发往非官方主机的请求的地址、请求头或请求体中。',
  'Web functions; requests that are small themselves, since what they hold may come back in a header.':
    'Web 函数；请求本身较小，因为其内容可能出现在响应头中。',
  'Apps that are handed over, where it is seen what becomes of Set-Cookie.':
    '直接交给工具的应用，可以看到 Set-Cookie 的去向。',
  'Every trigger: outside calls, answers and JSON. A text counts when `undefined`, `NaN` or `[object Object]` stands in it like a value, as in order:undefined; what a page has in <script> is a program, and who writes user[name]=1 to a front end has sent an object. Infinity in an instance of a class is taken for a limit of a library.':
    '所有触发器：外部调用、应答和 JSON。`undefined`、`NaN` 或 `[object Object]` 像一个值那样出现在文本中（如 order:undefined）时计入；页面 <script> 中的内容是程序；向前端写 user[name]=1 的人发送的就是一个对象。类实例中的 Infinity 视为库的限值。',
  'Every trigger whose event is sound text. What a client sends as invalid UTF-8 may come out as U+FFFD, unless the answer says that it is an image or the like.':
    '所有触发器，事件是正常文本时。客户端发送的非法 UTF-8 可以输出为 U+FFFD，除非应答声明自己是图片之类。',
  'Every trigger: texts that go out and look like JSON objects or like addresses, $$ in what the handler passes on, and line ends in the rows of files whose name ends with .csv.':
    '所有触发器：输出中看上去像 JSON 对象或地址的文本、处理函数所传递内容中的 $$，以及名称以 .csv 结尾的文件各行中的换行。',
  'Every trigger: ids above 2^53 that go out rounded, but for JSON that is passed on whole; fields named after money that hold 0.30000000000000004; 1.15 that comes to 114 cents.':
    '所有触发器：超过 2^53 的 ID 被舍入后输出（整体传递的 JSON 除外）；以金额命名的字段值为 0.30000000000000004；1.15 变成 114 分。',
  'Every trigger: reported when a date goes out that a time of the event gives in a wrong unit.':
    '所有触发器：输出的日期恰是以错误单位解读事件时间的结果时报告。',
  'Every trigger: sort and toSorted of arrays whose order that changes.':
    '所有触发器：对数组的 sort 和 toSorted，且顺序因此改变。',
  'Every trigger, for one failing call at a time, and for all that follow where the handler tries again. Not reported when the handler does something else instead, such as storing the message elsewhere, nor where all that is lost is a lock or a counter of Redis that expires by itself, or a file below /tmp.':
    '所有触发器，每次一个失败的调用；处理函数自己重试时，之后的调用也都失败。处理函数改做其他事情（如把消息存到别处）时不报告；丢失的只是会自行过期的 Redis 锁或计数器，或 /tmp 下的文件时，也不报告。',
  'Triggers that deliver at least once. The same PUT, DELETE or call with the same idempotency key counts once, and so does a message of Kafka with the same key.':
    '至少投递一次的触发器。相同的 PUT、DELETE 或带相同幂等键的调用只计一次，键相同的 Kafka 消息也只计一次。',
  'Triggers that know in what different events agree: the second they were made in, an offset in two partitions, an absent id. The data of the two has nothing in common.':
    '知道不同事件会在哪些方面相同的触发器：产生于同一秒、两个分区中的同一偏移量、没有 ID。二者的数据毫无相同之处。',
  'Triggers whose events hold several items, while all invocations succeed. A handler that sums up its batch breaks it on purpose. One call that holds all that the items come to loses nothing.':
    '事件含有多项的触发器，所有调用都成功时。对整批求和的处理函数是有意违反它的。一次调用包含各项的全部内容时，没有任何损失。',
  'Triggers that try again after a failure of the function. A lock of Redis that expires by itself may stay when nothing else is lost.':
    '函数失败后会重试的触发器。没有其他损失时，会自行过期的 Redis 锁可以保留。',
  'Every trigger; after the first cases only where the function may keep something, which the code of one in Python tells; with the cookies of the answer before, where a server sets them itself. Reads do not count, so that a cache is fine. Nor do headers that say what is left of a limit of requests.':
    '所有触发器；最初几个用例之后，只针对可能保留状态的函数（Python 函数由其代码判断）；服务器自己设置 Cookie 时，带上前一次应答的 Cookie。读取不计入，因此可以使用缓存；说明请求限额还剩多少的响应头也不计入。',
  'Node handlers that run in the process of the search, for an event that comes four times within four seconds and succeeds: connections to the databases that are played, files (on Linux), and listeners of process. What is opened once and used again is no growth, and neither is what is closed a little later.':
    '在搜索进程内运行的 Node 处理函数，同一事件在四秒内到达四次且都成功时：到所模拟数据库的连接、文件（Linux）以及 process 的监听器。打开一次、之后重复使用的不算增长，稍后才关闭的也不算。',
  'Triggers that keep the order of a partition, for entries, and for values that several items write.':
    '保持分区内顺序的触发器，针对条目，以及由多项写入的值。',
  'Every trigger: the platform starts as many instances as there are events. What it hands over in order, as CKafka does each partition, never comes at the same time. Where both write the same place, either may come last. A timer may leave an event out while it has a lock of Redis that expires by itself.':
    '所有触发器：平台会按事件的数量启动同样多的实例。按顺序交付的内容（如 CKafka 的每个分区）不会同时到达。两者写入同一位置时，哪一个最后写入都可以。定时触发的函数持有会自行过期的 Redis 锁时，可以略过一个事件。',
  'Triggers that name equivalent forms. Differences in casing alone do not count, and a header that the code reads in lower case, as it arrives, keeps its name.':
    '指明了等价形式的触发器。只有大小写的差异不计；代码按到达时的小写名称读取的请求头保持原名。',
  'Web functions and requests with a body. An answer of 411 (Length Required) says no to it.':
    'Web 函数以及带请求体的请求。应答 411（Length Required）表示拒绝。',
  'Web functions whose answer to the same request is compressed. A request by Accept-Encoding: identity (RFC 9110, section 12.5.3).':
    '对同一请求的应答有压缩的 Web 函数。以 Accept-Encoding: identity 请求（RFC 9110 第 12.5.3 节）。',
  'Web functions that answer a GET by 2xx; one may refuse HEAD by 404, 405 or 501.':
    '以 2xx 应答 GET 的 Web 函数；可以用 404、405 或 501 拒绝 HEAD。',
  'Web functions, where the same request by another method leaves something behind (RFC 9110, section 9.2.1): browsers send OPTIONS before it.':
    'Web 函数，同一请求换一种方法会留下结果时（RFC 9110 第 9.2.1 节）：浏览器会先发送 OPTIONS。',
  "Every trigger whose event is not the caller's own data, and no requests, which have no fields. A handler that passes the event on as it is is not reported.":
    '事件不是调用方自己数据的所有触发器；不包括没有字段的请求。原样传递事件的处理函数不报告。',
  'Every trigger: values of the event that go out again, once as "constructor" and once as another word. Names of fields stay, since careful code leaves some out.':
    '所有触发器：会再次输出的事件值，一次为 "constructor"，一次为另一个词。字段名保持不变，因为谨慎的代码会略去其中一些。',
  'HTTP front ends: texts of the query and of the body that go out in a header. A caller writes a line end there as %0D%0A.':
    'HTTP 前端：查询参数和请求体中会输出到响应头的文本。调用方在其中以 %0D%0A 写入换行。',
  'Every trigger: texts of the query, the body or a message that stand within an answer of text/html or within HTML that a mail holds, sent once more with < and " behind them. A text that is markup itself may be meant as such.':
    '所有触发器：查询、请求体或消息中的、出现在 text/html 返回值或邮件 HTML 中的文本，再发送一次，后面加上 < 和 "。本身就是标记的文本可能是有意的。',
  'Every trigger: texts of the query, the body or a message that stand in the text of a statement, sent once more with quotes behind them. Values that are handed over beside the statement never stand in it.':
    '所有触发器：查询、请求体或消息中的、出现在语句文本里的文本，再发送一次，后面加上引号。在语句之外传入的值不会出现在语句里。',
  'HTTP front ends: texts of the query and of the body that stand in the Location of an answer, once as the address of another host, in one spelling or another.':
    'HTTP 前端：查询和请求体中的、出现在返回的 Location 里的文本，换成另一台主机的地址再发送，写法有几种。',
  'HTTP front ends: texts of the query and of the body that are the address or the host of an outside call, once as the address of another host, in one spelling or another. Who takes any host, as a checker of links does, is reported for those that only the function can reach: 127.0.0.1 and 169.254.169.254.':
    'HTTP 前端：查询和请求体中的、作为外部调用的地址或主机的文本，换成另一台主机的地址再发送，写法有几种。像链接检查器那样接受任意主机的，只在接受仅函数能到达的主机（127.0.0.1 和 169.254.169.254）时报告。',
  'Every trigger: cookies, and texts that are one such pair, of which the value alone goes out. Base64 ends with =.':
    '所有触发器：Cookie，以及本身就是这样一对、只输出其值的文本。Base64 以 = 结尾。',
  'Every trigger: whole numbers that -1 could stand in the place of, where 0 comes to what a larger number comes to that goes out then, and neither -1 nor the number below that one does. The status of an answer goes out with all, and is no such number.':
    '所有触发器：可以用 -1 代替的整数，其中 0 的结果与一个会输出的更大数字的结果相同，而 -1 以及比该数字小一的数字都不是这样。应答的状态码总会输出，不算这样的数字。',
  'Every trigger: lists of whole numbers that go out and are even parts of a number of the event wherever it can be divided by their count; reported where it cannot.':
    '所有触发器：输出的整数列表，当事件中的某个数能被其个数整除时正好是它的均分；不能整除而各份之和不等于该数时报告。',
  'Every trigger, in a process whose time zone can be changed (not in a worker thread); after the first cases only where the handler asks for something local, such as getHours() or a format without a zone. Texts of the event that the engine takes for dates in local time though they are in no form of ISO 8601, such as 2026-3-2 and 10, are replaced before. Times in statements of MySQL are those of its clients, which write them in the zone of the process, unless they are written alike in each.':
    '所有触发器，在可以改变时区的进程中（不在工作线程中）；最初的用例之后，只在处理函数使用本地时间时，例如 getHours() 或没有时区的格式。引擎当作本地时间的日期、但不符合 ISO 8601 的文本，例如 2026-3-2 和 10，会事先替换。MySQL 语句中的时间由其客户端按进程的时区书写，不算差异，除非在各时区写法相同。',
  'Handlers that call localeCompare, toLocaleString or an Intl format without a locale, or with undefined, while they handle an event.':
    '处理事件时调用 localeCompare、toLocaleString 或 Intl 格式，且未给出语言区域或给出 undefined 的处理函数。',
  'Functions in a language whose processes draw such a seed: Python, whose instances each have another; after the first cases only where their code may follow it, such as by a set, hash() or a package.':
    '所用语言的进程会随机取种子的函数：Python，其每个实例的种子都不同；最初几个用例之后，只在其代码可能受影响时，例如使用集合、hash() 或第三方包。',
  'When a reference handler is given: an older version, a rewrite, a simple model.':
    '给出参照处理函数时：旧版本、重写版本或简单的模型。',
};
