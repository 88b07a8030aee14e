const fs = require('node:fs/promises');
const path = require('node:path');
const crypto = require('node:crypto');

async function thumbnail(record) {
  const { key, url } = record.cos.cosObject;
  const file = path.join('/tmp', crypto.createHash('sha1').update(key).digest('hex'));
  const picture = await fetch(url);
  if (!picture.ok) throw new Error(`cannot read ${picture.status}`);
  await fs.writeFile(file, `${key}\n${(await picture.text()).slice(0, 512)}`);
  try {
    const res = await fetch(
      `https://thumbs.example.com/${crypto.createHash('sha1').update(key).digest('hex')}`,
      {
        method: 'PUT',
        body: await fs.readFile(file),
      },
    );
    if (!res.ok) throw new Error(`cannot write ${res.status}`);
  } finally {
    await fs.rm(file, { force: true });
  }
}

exports.main_handler = async ({ Records }) => {
  await Promise.all(Records.map(thumbnail));
};
