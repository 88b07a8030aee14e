import { spawnSync } from 'node:child_process';

/** True where there is a Python that is new enough. */
export const hasPython =
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
