// Loaded before a supervised program: when the supervisor is gone (its end of our standard input closes), we stop as
// on SIGTERM, so that no program keeps a port and a database to itself.
import process from 'node:process'

const stop = () => process.kill(process.pid, 'SIGTERM')
process.stdin.on('end', stop).on('error', stop).resume()
process.stdin.unref()
