const flags = {
  checkout_v2: { on: true, percent: 20 },
  dark_mode: { on: true, percent: 100 },
  beta_search: { on: false, percent: 0 },
};

module.exports.main_handler = async (event) => {
  const query = event.queryString || {};
  const name = typeof query.flag === 'string' ? query.flag : '';
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  const statusCode = flag ? 200 : 404;
  return {
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'max-age=30' },
    body: JSON.stringify(
      flag ? { name, on: flag.on === true, percent: flag.percent } : { name, error: 'no such flag' },
    ),
  };
};
