// Stands in for VS Code's native watchdog, which ends an extension host whose parent has died while it was busy.
// Each extension host looks after its parent once a second by itself, which is enough for tests.
exports.start = () => {}
exports.exit = code => process.exit(code)
