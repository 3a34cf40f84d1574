import { type QuickPickItem, window } from 'vscode'
import type { FoundReference } from './requests.ts'

interface ReferenceItem extends QuickPickItem {
  readonly reference: FoundReference
}

const PLACEHOLDER = 'Author, title, year, journal or citekey'
const NOTHING_FOUND = 'No reference says that. “Stroma: Show Bibliographies” tells what was read.'

/**
 * A list of references to choose one or several from; what is chosen stays while the search goes on.
 * Enter takes what is ticked, or the reference that is lit when nothing is. `done` gets nothing when the author goes away.
 */
export const createCitationPicker = (done: (chosen: readonly FoundReference[]) => void) => {
  const picker = window.createQuickPick<ReferenceItem>()
  picker.title = 'Insert citation'
  picker.placeholder = PLACEHOLDER
  picker.canSelectMany = true
  let chosen: readonly FoundReference[] = []
  let refilled = false
  picker.onDidChangeSelection(items => {
    // New items take all ticks away for a moment, until those that were chosen are ticked again.
    if (refilled && items.length === 0) return
    refilled = false
    chosen = items.map(item => item.reference)
  })
  let accepted = false
  const accept = () => {
    const taken = chosen.length > 0 ? chosen : picker.activeItems.slice(0, 1).map(item => item.reference)
    accepted = false
    if (taken.length === 0) return
    done(taken)
    picker.hide()
  }
  picker.onDidAccept(() => {
    // Who types fast means what will be found, not what is still shown.
    if (picker.busy && chosen.length === 0) accepted = true
    else accept()
  })
  picker.onDidHide(() => {
    done([])
    picker.dispose()
  })
  return {
    show(search: (query: string) => void) {
      picker.onDidChangeValue(search)
      picker.show()
    },
    busy(busy: boolean) {
      picker.busy = busy
      if (!busy && accepted) accept()
    },
    explain(text: string) {
      picker.placeholder = text
    },
    fill(found: readonly FoundReference[]) {
      const kept = new Set(chosen.map(({ citekey }) => citekey))
      const references = [...chosen, ...found.filter(({ citekey }) => !kept.has(citekey))]
      refilled = kept.size > 0
      picker.items = references.map(itemOf)
      picker.selectedItems = picker.items.slice(0, kept.size)
      picker.activeItems = picker.items.slice(kept.size, kept.size + 1)
      picker.placeholder = references.length > 0 ? PLACEHOLDER : NOTHING_FOUND
    },
  }
}

/** Shown whatever is typed: the server has searched already, in more than what an item shows. */
const itemOf = (reference: FoundReference): ReferenceItem => ({
  label: reference.label,
  description: reference.description,
  detail: reference.detail,
  alwaysShow: true,
  reference,
})
