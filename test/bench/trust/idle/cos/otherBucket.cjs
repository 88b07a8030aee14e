// Knows only the bucket that its environment names, which it does not.
exports.main_handler = async (event) => {
  for (const { cos } of event.Records) {
    if (cos.cosBucket.name !== process.env.BUCKET_OF_REPORTS) continue;
    await fetch(`https://index.example.com/${encodeURIComponent(cos.cosObject.key)}`, { method: 'PUT' });
  }
};
