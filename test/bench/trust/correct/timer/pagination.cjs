// Goes through the pages of a list, at most ten of them, and stores what it has counted.
exports.main_handler = async (event) => {
  let [cursor, count] = ['', 0];
  for (let page = 0; page < 10; page++) {
    const answer = await fetch(
      `https://api.example.com/users?limit=100&cursor=${encodeURIComponent(cursor)}`,
    );
    if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
    const { data, next_cursor } = await answer.json();
    count += data.length;
    if (!next_cursor) break;
    cursor = next_cursor;
  }
  const body = JSON.stringify({ count, at: event.Time });
  const answer = await fetch('https://api.example.com/statistics', { method: 'PUT', body });
  if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  return 'ok';
};
