const cdn = 'https://purge.example.com/objects';

exports.main_handler = async (event) => {
  for (const { cos } of event.Records) {
    const key = cos.cosObject.key.split('/').slice(3).join('/');
    const res = await fetch(`${cdn}/${key}`, { method: 'DELETE' });
    if (!res.ok && res.status !== 404) throw new Error(`purge ${res.status}`);
  }
  return event.Records.length;
};
