const nodemailer = require('nodemailer');
const mailer = nodemailer.createTransport({ host: 'smtp.internal', port: 25 });
const crypto = require('crypto');
const html = (text) =>
  String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

exports.main_handler = async (event) => {
  for (const { cos, event: what } of event.Records) {
    const key = cos.cosObject.key.split('/').slice(3).join('/');
    const id = crypto
      .createHash('md5')
      .update(`${cos.cosObject.key} ${what.eventTime} ${what.eventName}`)
      .digest('hex');
    await mailer.sendMail({
      messageId: `<${id}@notice.example.com>`,
      from: 'bucket@example.com',
      to: 'team@example.com',
      subject: 'A file has changed',
      html: `<p>${html(what.eventName)}: <b>${html(key)}</b>, ${Number(cos.cosObject.size) || 0} bytes</p>`,
    });
  }
};
