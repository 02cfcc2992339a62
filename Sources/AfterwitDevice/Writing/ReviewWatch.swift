internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// Who saves a text should learn at once that it met another, and not when a review is looked for. A
// part that was opened by a change names a hunk of it. A part that was open before and is still open
// has the same hunks, and other words if the change altered them.

/// What was under review in an entry before a change of it.
struct ReviewWatch {
  private let entry: EntryID
  private let parts: [OpenPart]
  private let words: [OpenPart: String]

  init(_ entry: EntryID, _ transaction: Transaction) throws {
    self.entry = entry
    parts = try transaction.view(of: entry)?.openParts ?? []
    words = try Self.words(of: parts, in: entry, transaction)
  }

  /// Tells what a change has done to reviews, now that it is recorded.
  func tell(_ outcome: inout EditOutcome, of change: EnvelopeID, _ transaction: Transaction) throws
  {
    let now = try transaction.view(of: entry)?.openParts ?? []
    guard !now.isEmpty || !parts.isEmpty else { return }
    let wordsNow = try Self.words(of: now, in: entry, transaction)
    outcome.opened = now.filter { part in part.hunks.contains { $0.envelope == change } }
    outcome.mended = now.filter { part in
      guard let before = words[part], let after = wordsNow[part] else { return false }
      return !before.utf8.elementsEqual(after.utf8)
    }
    outcome.decided = parts.filter { part in
      !now.contains { $0.field == part.field && $0.kind == part.kind }
    }.map(\.field.name.string)
  }

  /// What stands in each part of a text.
  private static func words(
    of parts: [OpenPart], in entry: EntryID, _ transaction: Transaction
  ) throws -> [OpenPart: String] {
    var found: [OpenPart: String] = [:]
    for field in Set(parts.filter { $0.kind == .overlap }.map(\.field)) {
      let state = try transaction.state(of: FieldKey(entry: entry, field: field))
      guard case .text(let text)? = state?.value else { continue }
      for standing in text.standing where standing.isOpen {
        found[OpenPart(field: field, kind: .overlap, hunks: standing.hunks)] = standing.words
      }
    }
    return found
  }
}
