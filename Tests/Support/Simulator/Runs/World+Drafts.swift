internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitTestRandomness
internal import Foundation

extension World {
  /// Opens a text in an editor.
  func openDraft(on machine: Machine, using random: inout SeededGenerator) throws {
    let device = try machine.running()
    guard let entry = anyEntry(using: &random), (try? device.entry(entry)) != nil
    else { return }
    let version = Set(try device.shownVersion())
    let draft = try device.openDraft(entry, field: "happened")
    machine.drafts.append(OpenDraft(draft: draft, version: version))
    trace.note("  a draft of \(draft.shown.unicodeScalars.count) scalars")
  }

  /// Saves a text from an editor, made on the version that was opened.
  func saveDraft(on machine: Machine, using random: inout SeededGenerator) throws {
    guard !machine.drafts.isEmpty else { return }
    let index = Int.random(in: 0..<machine.drafts.count, using: &random)
    let open = machine.drafts.remove(at: index)
    let shown = open.draft.shown
    var text = typing.edited(shown, using: &random)
    if text.isEmpty { text = shown }
    try Data(text.utf8).write(to: URL(filePath: open.draft.path))
    let edit = MarkEdit(from: shown, to: text)
    let order = Order(
      name: open.decided == nil ? "save" : "decide by editing", entry: open.draft.entry,
      effects: [.text(field: "happened", edit: edit)] + [open.decided].compactMap(\.self),
      version: open.version, refusals: [.notFound]
    ) { device in
      try device.commit(open.draft).isChange ? open.draft.entry : nil
    }
    try execute(order, on: machine, using: &random)
  }
}
