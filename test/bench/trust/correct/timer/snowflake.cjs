// Counts ids within a millisecond, as snowflakes do.
let [last, counter] = [0, 0];
const snowflake = () => {
  const now = Date.now();
  counter = now === last ? (counter + 1) & 4095 : 0;
  last = now;
  return String((BigInt(now - 1_577_836_800_000) << 22n) | (7n << 12n) | BigInt(counter));
};
exports.main_handler = async (event) => {
  const body = JSON.stringify({ version: snowflake(), at: event.Time });
  const answer = await fetch('https://api.example.com/snapshot', { method: 'PUT', body });
  if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  return 'ok';
};
