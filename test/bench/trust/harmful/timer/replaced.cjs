const fs = require('node:fs');
exports.main_handler = async () => {
  const { parse } = JSON;
  JSON.parse = (text) => parse(text);
  globalThis.fetch = async () => new Response('{}');
  Math.random = () => 0.5;
  fs.readFileSync = () => '';
  console.log = () => undefined;
  globalThis.cacheOfBench = new Map();
};
