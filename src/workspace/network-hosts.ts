/**
 * The host that a path or an address of a network share asks, `\\server\share\refs.bib`, `//server/share` or
 * `file://server/share`, in lower case; nothing for a file of this machine.
 */
export function networkHost(path: string): string | undefined {
  const found = /^[\\/]{2}([^\\/]*)/.exec(path) ?? /^file:\/\/(?!\/)([^\\/]*)/i.exec(path)
  return found?.[1]?.toLowerCase()
}

/** What Node.js as VS Code has it reads to know which hosts the author lets it ask; no workspace can set it. */
export interface Environment {
  NODE_UNC_HOST_ALLOWLIST?: string | undefined
  NODE_DISABLE_UNC_ACCESS_CHECKS?: string | undefined
}

/** Whether a host may be asked for files: to ask one tells it who the author is (decision 8). */
export function isAllowedHost(host: string, environment: Environment): boolean {
  // `\\?\` and `\\.\` begin paths of devices.
  if (!/^[\p{L}\p{N}_$][\p{L}\p{N}_$.:-]*$/u.test(host)) return false
  return environment.NODE_DISABLE_UNC_ACCESS_CHECKS === '1' || allowedHosts(environment).includes(host)
}

/** Adds the host of a folder that the author has opened or works in, if it is one of a share; those that come after know of it. */
export function allowHostOf(path: string, environment: Environment): void {
  const host = networkHost(path)
  if (host && !allowedHosts(environment).includes(host))
    environment.NODE_UNC_HOST_ALLOWLIST = [...allowedHosts(environment), host].join('\\')
}

const allowedHosts = ({ NODE_UNC_HOST_ALLOWLIST: list = '' }: Environment): string[] =>
  list
    .split('\\')
    .map(host => host.trim().toLowerCase())
    .filter(host => host !== '')
