setInterval(() => {}, 1000);
exports.main_handler = async (event) => event.Time;
