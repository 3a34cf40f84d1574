// Runs the suite of `test/vscode` inside the extension host of real editors: `node scripts/test-vscode.js [VERSION…]`.
import { editorSuites } from './vscode/suites.js'

const versions = process.argv.slice(2).filter(argument => !argument.startsWith('-'))
const { passed, failed, skipped } = await editorSuites(versions)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0
