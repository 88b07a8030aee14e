const fs = require('fs/promises');
const path = require('path');
const crypto = require('crypto');

const json = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

exports.main_handler = async (event) => {
  let upload;
  try {
    upload = JSON.parse(
      event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body,
    );
  } catch (e) {
    return json(400, { error: 'JSON expected' });
  }
  const { filename, content } = upload || {};
  if (typeof filename !== 'string' || filename === '' || filename.length > 100 || typeof content !== 'string')
    return json(400, { error: 'filename and content expected' });
  const folder = await fs.mkdtemp('/tmp/upload-');
  const file = path.join(folder, filename);
  try {
    await fs.writeFile(file, Buffer.from(content, 'base64'));
    const { size } = await fs.stat(file);
    return json(201, { filename, size });
  } catch (e) {
    return json(500, { error: 'could not be kept' });
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
};
