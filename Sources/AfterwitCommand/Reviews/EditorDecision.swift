internal import AfterwitDevice

/// A decision about a text that a person writes in their editor, with the versions below a line.
struct EditorDecision {
  /// The review, or one part of it, as it was typed.
  let name: String

  /// Opens what stands now; `nil` if nothing was saved, and so nothing is decided, which is said.
  func run(on device: Device) async throws -> (outcome: EditOutcome, field: String)? {
    let draft = try device.openDraft(review: name) { ReviewNotes(review: $0).lines }
    let otherwise = "afterwit review resolve \(name)"
    guard try await Editor.standard.open(draft, otherwise: otherwise) == .done else { return nil }
    let outcome = try device.commit(draft)
    if outcome.isChange { return (outcome, draft.field) }
    for line in try EditTalk.lines(outcome, field: draft.field, isDecision: true, on: device) {
      Output.talk(line)
    }
    Output.talk("Nothing was saved, so nothing is decided.")
    Output.talk("To keep what stands: afterwit review resolve \(name) current")
    return nil
  }
}
