import * as migration_20261124_095532_spine from './20261124_095532_spine';

export const migrations = [
  {
    up: migration_20261124_095532_spine.up,
    down: migration_20261124_095532_spine.down,
    name: '20261124_095532_spine'
  },
];
