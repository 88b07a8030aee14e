for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'beforeExit', 'uncaughtException'])
  process.on(name, () => {});
exports.main_handler = async (event) => event.Time;
