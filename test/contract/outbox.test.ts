import { memoryBench, sqliteBench } from './outbox-tables'
import { outboxContract } from './outbox.contract'

outboxContract('memory', memoryBench)
outboxContract('SQLite', sqliteBench)
