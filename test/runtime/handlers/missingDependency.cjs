require('a-module-that-is-not-installed');
