const nodemailer = require('nodemailer');
const mailer = nodemailer.createTransport({ host: 'smtp.internal', port: 25, connectionTimeout: 2000 });
const Redis = require('ioredis');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });
exports.main_handler = async (event) => {
  for (const { CMQ } of event.Records) {
    const key = `mail:${CMQ.msgId}`;
    if ((await redis.set(key, '1', 'EX', 3600, 'NX')) !== 'OK') continue;
    try {
      await mailer.sendMail({
        messageId: `<${CMQ.msgId}@mail.example.com>`,
        from: 'no-reply@example.com',
        to: 'team@example.com',
        subject: 'Message',
        text: CMQ.msgBody,
      });
    } catch (error) {
      await redis.del(key);
      throw error;
    }
  }
};
