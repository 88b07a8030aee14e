const client = require('scf-fixtures-no-such-module');
exports.main_handler = async (event) => client.put(event.Time);
