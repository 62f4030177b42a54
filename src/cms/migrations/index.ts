import * as migration_20261124_081343_spine from './20261124_081343_spine';

export const migrations = [
  {
    up: migration_20261124_081343_spine.up,
    down: migration_20261124_081343_spine.down,
    name: '20261124_081343_spine'
  },
];
