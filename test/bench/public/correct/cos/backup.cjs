// Copies what is created to the bucket of backups.
const crypto = require('node:crypto');
const { TENCENTCLOUD_SECRETID = 'none', TENCENTCLOUD_SECRETKEY = 'none' } = process.env;
const sha1 = (text) => crypto.createHash('sha1').update(text).digest('hex');
const hmac = (key, text) => crypto.createHmac('sha1', key).update(text).digest('hex');

class Cos {
  async putObjectCopy({ Bucket, Region, Key, CopySource }) {
    const now = Math.floor(Date.now() / 1000);
    const time = `${now - 60};${now + 600}`;
    const path = `/${Key.split('/').map(encodeURIComponent).join('/')}`;
    const text = `sha1\n${time}\n${sha1(`put\n/${Key}\n\n\n`)}\n`;
    const signature = hmac(hmac(TENCENTCLOUD_SECRETKEY, time), text);
    const res = await fetch(`https://${Bucket}.cos.${Region}.myqcloud.com${path}`, {
      method: 'PUT',
      headers: {
        'x-cos-copy-source': CopySource,
        authorization: `q-sign-algorithm=sha1&q-ak=${TENCENTCLOUD_SECRETID}&q-sign-time=${time}&q-key-time=${time}&q-header-list=&q-url-param-list=&q-signature=${signature}`,
      },
    });
    if (!res.ok) throw new Error(`COS answered ${res.status}`);
  }
}

const cos = new Cos();
const Bucket = 'backup-1250000000';
const Region = 'ap-nanjing';
exports.main_handler = async (event) => {
  for (const record of event.Records) {
    if (!record.event.eventName.startsWith('cos:ObjectCreated')) continue;
    const [, appid, name, ...rest] = record.cos.cosObject.key.split('/');
    const key = rest.join('/');
    const source = `${name}-${appid}.cos.${record.cos.cosBucket.cosRegion}.myqcloud.com`;
    await cos.putObjectCopy({
      Bucket,
      Region,
      Key: key,
      CopySource: `${source}/${encodeURIComponent(key).replace(/%2F/g, '/')}`,
    });
  }
};
