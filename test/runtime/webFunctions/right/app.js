const { createServer } = require('node:http');

createServer((_request, response) => response.end('hello')).listen(process.env.PORT || 3000, '0.0.0.0');
