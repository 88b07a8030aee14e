const actions = {
  ping: () => ({ pong: true }),
  version: () => ({ version: '2.3.1' }),
  sum: ({ values }) => ({
    sum: Array.isArray(values) ? values.filter(Number.isFinite).reduce((a, b) => a + b, 0) : 0,
  }),
};
exports.main_handler = async (event) => {
  const { action } = event ?? {};
  const run = actions[action];
  if (!run) return { error: 'no such action' };
  return run(event);
};
