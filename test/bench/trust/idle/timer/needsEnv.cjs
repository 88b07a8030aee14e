exports.main_handler = async (event) => {
  const { REPORT_ADDRESS } = process.env;
  if (!REPORT_ADDRESS) throw new Error('REPORT_ADDRESS is not set');
  await fetch(REPORT_ADDRESS, { method: 'PUT', body: event.Time });
};
