const http = require('node:http');
http.createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
exports.main_handler = async (event) => event.Time;
