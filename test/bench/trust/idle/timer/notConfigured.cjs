class NotConfigured extends Error {}
const settings = new Map();
exports.main_handler = async (event) => {
  if (!settings.has('target')) throw new NotConfigured('name the target first');
  await fetch(settings.get('target'), { method: 'PUT', body: event.Time });
};
