export const main_handler = async () => [
  typeof exports,
  typeof module,
  typeof require,
  typeof __filename,
  typeof __dirname,
];
