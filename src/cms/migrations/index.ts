import * as migration_20261124_105449_spine from './20261124_105449_spine';

export const migrations = [
  {
    up: migration_20261124_105449_spine.up,
    down: migration_20261124_105449_spine.down,
    name: '20261124_105449_spine'
  },
];
