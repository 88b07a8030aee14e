// Reads a list with got and stores how long it is.
import got from 'got';

export const main_handler = async (event) => {
  const { users } = await got('https://api.example.com/users', { retry: { limit: 0 } }).json();
  const active = users.filter(({ active }) => active);
  await got.put('https://api.example.com/statistics', {
    json: { at: event.Time, active: active.length },
    retry: { limit: 0 },
  });
  return 'ok';
};
