declare module 'pandoc-wasm' {
  /** Runs Pandoc once with these options on a text; it has no types of its own. */
  export function convert(options: Record<string, unknown>, stdin: string, files: object): Promise<unknown>
}
