exports.main_handler = async () => 1;
throw new Error('broken at load');
