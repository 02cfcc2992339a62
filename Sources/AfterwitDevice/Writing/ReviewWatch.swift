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
  private let parts: [KnownPart]
  private let words: [KnownPart: String]

  init(_ entry: EntryID, _ transaction: Transaction) throws {
    self.entry = entry
    parts = try KnownPart.all(in: entry, transaction)
    words = try Self.words(of: parts, transaction)
  }

  /// Tells what a change has done to reviews, now that it is recorded.
  func tell(_ outcome: inout EditOutcome, of change: EnvelopeID, _ transaction: Transaction) throws
  {
    let now = try KnownPart.all(in: entry, transaction)
    guard !now.isEmpty || !parts.isEmpty else { return }
    let wordsNow = try Self.words(of: now, transaction)
    outcome.opened = now.filter { part in part.part.hunks.contains { $0.envelope == change } }
    outcome.mended = now.filter { part in
      guard let before = words[part], let after = wordsNow[part] else { return false }
      return !before.utf8.elementsEqual(after.utf8)
    }
    outcome.decided = parts.filter { part in
      !now.contains { $0.field == part.field && $0.part.kind == part.part.kind }
    }.map(\.field.field.name.string)
  }

  /// What stands in each part of a text.
  private static func words(
    of parts: [KnownPart], _ transaction: Transaction
  ) throws -> [KnownPart: String] {
    var found: [KnownPart: String] = [:]
    for field in Set(parts.filter { $0.part.kind == .overlap }.map(\.field)) {
      guard case .text(let text)? = try transaction.state(of: field)?.value else { continue }
      for standing in text.standing where standing.isOpen {
        let part = OpenPart(field: field.field, kind: .overlap, hunks: standing.hunks)
        found[KnownPart(field: field, part: part)] = standing.words
      }
    }
    return found
  }
}
