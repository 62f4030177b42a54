import * as migration_20261124_065005_spine from './20261124_065005_spine';

export const migrations = [
  {
    up: migration_20261124_065005_spine.up,
    down: migration_20261124_065005_spine.down,
    name: '20261124_065005_spine'
  },
];
