const { sample, timer } = require('scf-fixtures');
if (sample(timer).Type !== 'Timer') throw new Error('not a timer event');
