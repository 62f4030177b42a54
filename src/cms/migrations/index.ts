import * as migration_20261124_105449_spine from './20261124_105449_spine';
import * as migration_20261124_125935_bulletin from './20261124_125935_bulletin';
import * as migration_20261124_135951_video from './20261124_135951_video';
import * as migration_20261124_201624_suited from './20261124_201624_suited';
import * as migration_20261124_201649_standings from './20261124_201649_standings';

export const migrations = [
  {
    up: migration_20261124_105449_spine.up,
    down: migration_20261124_105449_spine.down,
    name: '20261124_105449_spine',
  },
  {
    up: migration_20261124_125935_bulletin.up,
    down: migration_20261124_125935_bulletin.down,
    name: '20261124_125935_bulletin',
  },
  {
    up: migration_20261124_135951_video.up,
    down: migration_20261124_135951_video.down,
    name: '20261124_135951_video',
  },
  {
    up: migration_20261124_201624_suited.up,
    down: migration_20261124_201624_suited.down,
    name: '20261124_201624_suited',
  },
  {
    up: migration_20261124_201649_standings.up,
    down: migration_20261124_201649_standings.down,
    name: '20261124_201649_standings'
  },
];
