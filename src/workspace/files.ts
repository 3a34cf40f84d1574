/** What reading a file gave: its text without a byte order mark, or why there is none, said for the author. */
export type FileText =
  | { readonly text: string; readonly bom: boolean; readonly encoding?: Encoding }
  | { readonly failure: string; readonly missing: boolean }

/** What reading a file that is no text gave. The bytes begin where typed arrays may, and nobody changes them. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly failure: string; readonly missing: boolean }

/**
 * An encoding other than UTF-8 that a text is in, and the first offset that tells; or UTF-8 but for some bytes, and the
 * offsets of the characters that those were read as.
 */
export type Encoding =
  | { readonly name: 'UTF-16' | 'Windows-1252'; readonly from: number }
  | { readonly name: 'UTF-8'; readonly bad: readonly number[] }

/** The files that a workspace can see, by URI. Nothing here throws. */
export interface Files {
  read(uri: string): Promise<FileText>
  /** The file as it is, for those that are no text; where it is left out, there are none. */
  bytes?(uri: string): Promise<FileBytes>
  /** What is there; nothing when nothing is, or when it can't be known. */
  kind(uri: string): Promise<'file' | 'folder' | undefined>
  /** Names in a folder, in order; none when it can't be listed. */
  list(uri: string): Promise<readonly string[]>
  /** The address of the same thing with no symbolic link in it, where there are links. */
  real?(uri: string): Promise<string>
  /** What differs when a file was written to, when that was and how long ago, in milliseconds; nothing when there is no such file. Where files are written beside us. */
  stamp?(uri: string): Promise<{ readonly id: string; readonly written: number; readonly age: number } | undefined>
  /** Whether a host of network shares may be asked for files, where there are such paths at all: the author has named it. */
  reaches?(host: string): boolean
  /** Lets the host of what the author has opened or named be asked, where that is on a share. */
  allow?(pathOrAddress: string): void
  /** The folder that `~/` stands for. */
  readonly home?: string
  /** Which of these names stand in a folder, the names being the same for a folder each time; where it is left out, `list` tells. */
  present?(uri: string, names: readonly string[]): Promise<readonly string[]>
}

export const isText = (file: FileText): file is Extract<FileText, { text: string }> => 'text' in file

export const isBytes = (file: FileBytes): file is Extract<FileBytes, { bytes: Uint8Array }> => 'bytes' in file

export const isFolder = async (uri: string, files: Files): Promise<boolean> => (await files.kind(uri)) === 'folder'
