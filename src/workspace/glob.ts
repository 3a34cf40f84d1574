import picomatch from 'picomatch'

/** Says whether a path is taken in by one of the globs; a folder's name takes in all that is in it, `!` in front takes out. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const expand = (glob: string): string[] => {
    const plain = glob.replace(/^\.\//, '').replace(/\/$/, '')
    return [plain, `${plain}/**`]
  }
  const positive = globs.filter(glob => !glob.startsWith('!')).flatMap(expand)
  const negative = globs.filter(glob => glob.startsWith('!')).flatMap(glob => expand(glob.slice(1)))
  const taken = picomatch(positive, { dot: true })
  const left = negative.length > 0 ? picomatch(negative, { dot: true }) : () => false
  return path => positive.length > 0 && taken(path) && !left(path)
}
