exports.main_handler = async () => {};
