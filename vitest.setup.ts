import './src/matchers/vitest.js';
