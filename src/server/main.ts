import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeFiles } from '../workspace/node-files.ts'
import { startServer } from './server.ts'

// A fault in one answer is answered for where it happens; what slips through must not take the author's session down.
process.on('uncaughtException', error => process.stderr.write(`Stroma: ${error.stack ?? error}\n`))
process.on('unhandledRejection', reason => process.stderr.write(`Stroma: ${String(reason)}\n`))

startServer(createConnection(ProposedFeatures.all), nodeFiles)
