import { gzipSync } from 'node:zlib';

/** Values that are visibly no real ones, put together here so that no file holds anything that looks like a secret. */
const word = (length: number, letters = 'Fak3') => letters.repeat(length).slice(0, length);
const hex = (length: number) => word(length, 'fa4e0');
const joined = (...parts: string[]) => parts.join('');
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const inLines = (text: string, width: number, eol: string) =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))?.join(eol) ?? '';

/** Adds the digit that makes a card number valid. */
function card(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Adds the letter that makes a number of an identity card valid. */
function identity(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'[sum % 11];
}

const password = joined('c0rrect', 'Horse', '!battery');
const plainWord = joined('hunter', 'number', '2two');
const secretId = joined('AK', 'ID', word(32));
const secretKey = word(32, 'Kf4');
const mail = joined('ann.lee', '@', 'shop-mail.cn');
const mobile = joined('139', '1234', '5678');
const idCard = identity(joined('110105', '19491231', '002'));
const bankCard = card(joined('622202', '123456789'));
const visa = card(joined('411122', '223333444'));
const openid = joined('o', 'Fak3_', word(22, 'x7Yz'));
const uuid = joined('7d1f9a52-', '83bc-4e6f-', '9a01-', '6b5c4d3e2f10');
const jwt = [base64url('{"alg":"HS256"}'), base64url('{"sub":"fake"}'), word(20)].join('.');
const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\n${inLines(word(100), 64, '\n')}\n-----END ${kind}-----`;
const multipart = (name: string, value: string) =>
  `--b0undary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b0undary--\r\n`;

/** Something planted: what it is, where it stands, and what must be gone afterwards. */
export type Plant = readonly [kind: string, event: unknown, secret: string];

/** Keys and tokens that have a form of their own. */
const formed: readonly Plant[] = [
  ['a SecretId in a text', { log: `using ${secretId} now` }, secretId],
  ['a SecretKey beside its SecretId', { log: `${secretId} ${secretKey}` }, secretKey],
  [
    'an access key of Alibaba Cloud',
    { log: `key=${joined('LT', 'AI', word(20))}` },
    joined('LT', 'AI', word(20)),
  ],
  [
    'an access key of AWS',
    { log: `id ${joined('AK', 'IA', word(16, 'FAKE7'))}` },
    joined('AK', 'IA', word(16, 'FAKE7')),
  ],
  ['a web token', { log: `got ${jwt}` }, jwt],
  ['a web token in a query', { path: `/cb?state=1&jwt=${jwt}` }, jwt],
  ['an API key of OpenAI', { log: joined('sk', '-proj-', word(40)) }, word(40)],
  ['a token of GitHub', { log: joined('gh', 'p_', word(36)) }, word(36)],
  ['a fine-grained token of GitHub', { log: joined('github', '_pat_', word(60)) }, word(60)],
  ['a token of GitLab', { log: joined('gl', 'pat-', word(20)) }, word(20)],
  ['a token of a Slack bot', { log: joined('xo', 'xb-', '123456789012-', word(24)) }, word(24)],
  ['a token of npm', { log: `//registry.npmjs.org/:_authToken=${joined('np', 'm_', word(36))}` }, word(36)],
  ['a live key of Stripe', { log: joined('sk', '_live_', word(24)) }, word(24)],
  ['a restricted key of Stripe', { log: joined('rk', '_live_', word(24)) }, word(24)],
  ['a webhook secret of Stripe', { log: joined('wh', 'sec_', word(32)) }, word(32)],
  ['a key of Google', { log: joined('AI', 'za', word(35)) }, word(35)],
  ['a key of SendGrid', { log: joined('S', 'G.', word(22), '.', word(43)) }, word(43)],
  ['a token of Shopify', { log: joined('shp', 'at_', hex(32)) }, hex(32)],
  ['a key of Anthropic', { log: joined('sk', '-ant-api03-', word(93), 'AA') }, word(93)],
  [
    'a token of Telegram',
    { log: `https://api.telegram.org/bot123456789:${joined('AA', word(33))}/send` },
    word(33),
  ],
  ['a private key of RSA', { log: pem('RSA PRIVATE KEY') }, word(64)],
  [
    'a private key of OpenSSH in JSON',
    { body: JSON.stringify({ key: pem('OPENSSH PRIVATE KEY') }) },
    word(64),
  ],
  ['a private key that is cut off', { log: pem('EC PRIVATE KEY').slice(0, 110) }, word(64)],
];

/** Addresses that whoever knows them may write to. */
const webhooks: readonly Plant[] = [
  ['a webhook of WeCom', { url: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid}` }, uuid],
  ['a webhook of Feishu', { url: `https://open.feishu.cn/open-apis/bot/v2/hook/${uuid}` }, uuid],
  ['a webhook of Lark', { url: `https://open.larksuite.com/open-apis/bot/v2/hook/${uuid}` }, uuid],
  ['a webhook of DingTalk', { url: `https://oapi.dingtalk.com/robot/send?access_token=${hex(64)}` }, hex(64)],
  ['a signing secret of DingTalk', { log: joined('SE', 'C', hex(64)) }, hex(64)],
  [
    'a webhook of Slack',
    { url: joined('https://hooks.slack', '.com/services/', 'T0FAKE000/B0FAKE000/', word(24)) },
    word(24),
  ],
  ['a webhook of Discord', { url: `https://discord.com/api/webhooks/123456789/${word(60)}` }, word(60)],
];

/** What the name of a field says. */
const fields: readonly Plant[] = [
  ['a field named password', { password }, password],
  ['a field named pwd', { pwd: password }, password],
  ['a field named 密码', { 密码: password }, password],
  ['a field named passphrase', { passphrase: password }, password],
  ['a field named session_key', { session_key: base64(word(16)) }, base64(word(16))],
  [
    'a field named sessionKey in JSON in a text',
    { body: JSON.stringify({ sessionKey: word(24) }) },
    word(24),
  ],
  ['a field named openid', { openid }, openid],
  ['a field named unionId', { unionId: openid }, openid],
  ['a field named secConnectionID', { websocket: { secConnectionID: base64(word(16)) } }, base64(word(16))],
  ['a field named uin', { uin: joined('1000', '3456', '7890') }, joined('1000', '3456', '7890')],
  ['a field named OwnerUin as a number', { OwnerUin: 100_034_567_890 }, '100034567890'],
  ['a field named appid', { appid: joined('1253', '987654') }, joined('1253', '987654')],
  [
    'an APPID in the name of a bucket',
    { Bucket: joined('photos-', '1253', '987654') },
    joined('1253', '987654'),
  ],
  [
    'an APPID in an address',
    { url: joined('https://photos-', '1253', '987654', '.cos.ap-beijing.myqcloud.com/a.png') },
    joined('1253', '987654'),
  ],
  ['an app of WeChat', { appId: joined('wx', hex(16)) }, hex(16)],
  ['a request id', { requestContext: { requestId: uuid } }, uuid],
  ['a request id in a header', { headers: { 'x-scf-request-id': uuid } }, uuid],
  ['a request id in a log', { log: `START RequestId: ${uuid}` }, uuid],
  ['a header named authorization', { headers: { authorization: `Bearer ${word(30)}` } }, word(30)],
  ['a header named x-api-key', { headers: { 'x-api-key': word(20) } }, word(20)],
  ['a cookie', { headers: { cookie: `lang=zh; sid=${word(20)}` } }, word(20)],
  ['a cookie in a log', { log: `Cookie: lang=zh; sid=${word(20)}` }, word(20)],
  ['a number named password', { password: 83_412_907 }, '83412907'],
  ['a field named client_secret', { client_secret: word(20) }, word(20)],
  ['a field named accountKey', { accountKey: word(44) }, word(44)],
  ['a field named sign', { sign: hex(32) }, hex(32)],
  ['a field named smtp_pass', { smtp_pass: plainWord }, plainWord],
  ['a variable in a list', { Variables: [{ Key: 'DB_PASSWORD', Value: password }] }, password],
  ['an auth of Docker', { auths: { 'r.cn': { auth: base64(`ann:${plainWord}`) } } }, plainWord],
  ['a field named sk', { ak: word(20), sk: word(32) }, word(32)],
];

/** What stands before a value in a text. */
const announced: readonly Plant[] = [
  ['password= in a form', { body: `user=ann&password=${plainWord}&keep=1` }, plainWord],
  [
    'an encoded password in a form',
    { body: `user=ann&password=${encodeURIComponent(password)}` },
    encodeURIComponent(password),
  ],
  ['pwd= in a query', { path: `/login?pwd=${plainWord}` }, plainWord],
  ['密码: in a text', { log: `用户 ann 密码：${plainWord}` }, plainWord],
  ['密码 percent-encoded', { body: `${encodeURIComponent('密码')}=${plainWord}` }, plainWord],
  [
    'JSON percent-encoded in a form',
    { body: `data=${encodeURIComponent(JSON.stringify({ password }))}` },
    password,
  ],
  [
    'a password with blanks in quotes',
    { log: `config {"password": "correct horse battery"} loaded` },
    'horse battery',
  ],
  ['a password in escaped JSON', { log: 'got {\\"password\\":\\"correct horse\\"}' }, 'correct horse'],
  ['an environment variable', { log: `export DB_PASSWORD=${plainWord}` }, plainWord],
  ['a token in YAML', { log: `auth:\n  token: ${word(20)}\n` }, word(20)],
  ['Bearer in a text', { log: `sent Bearer ${word(30)} to it` }, word(30)],
  [
    'Basic in a text',
    { log: `Authorization: Basic ${base64(`ann:${plainWord}`)}` },
    base64(`ann:${plainWord}`),
  ],
  ['an authorization of no scheme', { log: `authorization: ${word(30)}` }, word(30)],
  [
    'a signature of COS',
    { headers: { Authorization: `q-sign-algorithm=sha1&q-ak=${secretId}&q-signature=${hex(40)}` } },
    hex(40),
  ],
  [
    'a signature of TC3',
    { log: `TC3-HMAC-SHA256 Credential=${secretId}/2026-01-01/scf/tc3_request, Signature=${hex(64)}` },
    hex(64),
  ],
  ['a signature in a query', { path: `/notify?sign=${hex(32)}` }, hex(32)],
  ['curl -u', { log: `curl -s -u ann:${plainWord} https://api.shop-mail.cn/` }, plainWord],
  ['curl --user', { log: `curl --user 'ann:${plainWord}' https://api.shop-mail.cn/` }, plainWord],
  ['mysql -p', { log: `mysqldump -h db -u root -p${plainWord} shop` }, plainWord],
  ['an option --password', { log: `tool login --password ${plainWord}` }, plainWord],
  ['openid in a query', { path: `/user?openid=${openid}&a=1` }, openid],
  ['a SecretKey of a variable', { log: `TENCENTCLOUD_SECRETKEY=${word(32)}` }, word(32)],
];

/** Connection strings and documents. */
const documents: readonly Plant[] = [
  ['a connection of MySQL', { dsn: `mysql://root:${plainWord}@10.0.0.5:3306/shop` }, plainWord],
  ['a connection of PostgreSQL', { log: `connect postgres://app:${plainWord}@db.internal/shop` }, plainWord],
  ['a connection of MongoDB', { log: `mongodb+srv://app:${plainWord}@cluster0.internal/shop` }, plainWord],
  ['a connection of Redis without a user', { log: `redis://:${plainWord}@10.0.0.6:6379/0` }, plainWord],
  ['a connection of AMQP', { log: `amqp://app:${plainWord}@10.0.0.7/` }, plainWord],
  ['a connection of JDBC', { log: `jdbc:mysql://db/shop?user=app&password=${plainWord}` }, plainWord],
  ['a connection of ADO', { log: `Server=db;Uid=app;Pwd=${plainWord};Database=shop` }, plainWord],
  ['a password of Redis', { log: `requirepass ${plainWord}` }, plainWord],
  ['a password in an address', { log: `git clone https://ann:${plainWord}@git.internal/a.git` }, plainWord],
  [
    'a password in XML',
    { body: `<login><user>ann</user><password>${password}</password></login>` },
    password,
  ],
  ['a password in CDATA', { body: `<xml><Pwd><![CDATA[${password}]]></Pwd></xml>` }, password],
  ['a password in an attribute of XML', { body: `<db user="ann" password="${password}"/>` }, password],
  ['a password in multipart', { body: multipart('password', password) }, password],
  ['a token in multipart in Base64', { body: base64(multipart('token', password)) }, password],
];

/** Encodings around a secret. */
const encoded: readonly Plant[] = [
  ['JSON in Base64', { body: base64(JSON.stringify({ password })) }, password],
  ['JSON in Base64url', { state: base64url(JSON.stringify({ password, n: '???>>>' })) }, password],
  [
    'Base64 in lines',
    { body: inLines(base64(JSON.stringify({ a: word(90), password })), 76, '\r\n') },
    password,
  ],
  [
    'Base64 in lines of 64',
    { body: `${inLines(base64(`token=${plainWord}\n${word(90)}`), 64, '\n')}\n` },
    plainWord,
  ],
  [
    'bytes in Base64',
    {
      body: base64(
        Buffer.concat([
          Uint8Array.of(0xff, 0xd8, 0, 1),
          Buffer.from(`password=${plainWord}&`),
          Uint8Array.of(0, 0xfe),
        ]),
      ),
    },
    plainWord,
  ],
  [
    'multipart with a file in Base64',
    {
      body: base64(
        Buffer.concat([
          Buffer.from('--b0undary\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\n'),
          Uint8Array.of(0x89, 0xff, 0, 7),
          Buffer.from(`\r\n${multipart('password', password)}`),
        ]),
      ),
    },
    password,
  ],
  [
    'gzip in Base64',
    { clslogs: { data: base64(gzipSync(JSON.stringify({ records: [{ content: `token=${plainWord}` }] }))) } },
    plainWord,
  ],
  [
    'Base64 in the middle of a text',
    { log: `payload ${base64(JSON.stringify({ password }))} sent` },
    password,
  ],
  [
    'JSON in JSON in JSON',
    { body: JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ password }) }) }) },
    password,
  ],
  [
    'JSON with white space and a time stamp of 16 digits',
    { body: `{ "time": 1767225600123456, "password": "${password}" }` },
    password,
  ],
  [
    'JSON with an integer above 2^53',
    { body: `{"id":12345678901234567890, "token":"${word(20)}"}` },
    word(20),
  ],
  [
    'CLS with time stamps',
    {
      clslogs: {
        data: base64(
          gzipSync(
            `{"topic_id":"t", "records":[ {"timestamp":"1767225600123456", "time": 1767225600123456, "content":"{ \\"pwd\\": \\"${plainWord}\\" }"} ]}`,
          ),
        ),
      },
    },
    plainWord,
  ],
];

/** What says who somebody is. */
const people: readonly Plant[] = [
  ['an e-mail address', { log: `mail to ${mail}` }, mail],
  ['an e-mail address as a name', { users: { [mail]: { age: 30 } } }, mail],
  ['an encoded e-mail address', { path: `/u?mail=${mail.replace('@', '%40')}` }, mail.replace('@', '%40')],
  ['a mobile number', { log: `call ${mobile}` }, mobile],
  ['a mobile number with a country code', { log: 'call +86 139-1234-5678' }, '1234-5678'],
  ['a mobile number as a number', { mobile: Number(mobile) }, mobile],
  ['a mobile number as a name', { calls: { [mobile]: 3 } }, mobile],
  ['an identity card', { log: `身份证号 ${idCard}` }, idCard],
  ['an identity card in a field', { idNo: idCard }, idCard],
  ['a bank card', { log: `paid with ${bankCard}` }, bankCard],
  [
    'a bank card in groups',
    { log: `paid with ${visa.match(/.{4}/g)?.join(' ')}` },
    visa.match(/.{4}/g)?.join(' ') ?? '',
  ],
  ['a public IP address', { sourceIp: joined('8.8', '.4.4') }, joined('8.8', '.4.4')],
  ['a public IPv6 address', { sourceIp: joined('2402:4e00', '::17') }, joined('2402:4e00', '::17')],
];

export const plants: readonly Plant[] = [
  ...formed,
  ...webhooks,
  ...fields,
  ...announced,
  ...documents,
  ...encoded,
  ...people,
];
