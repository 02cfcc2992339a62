package import AfterwitDevice
package import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitTestRandomness

/// A journal as a person might have written it, for measuring.
package enum Prose {
  private static let words = [
    "again", "asked", "blank", "calm", "design", "failed", "first", "interview", "later", "learned",
    "manager", "next", "offer", "panel", "practice", "queues", "said", "talk", "team", "went",
  ]

  /// Writes entries of 40 words, and changes a word of one or another until there were so many
  /// changes in all; the words are of a seed.
  ///
  /// The word `needle` stands in each 997th entry, from the fourth on.
  @discardableResult
  package static func fill(
    _ device: Device, entries: Int, changes: Int, seed: UInt64 = 1
  ) throws -> [EntryID] {
    var random = SeededGenerator(seed: seed)
    var ids: [EntryID] = []
    var texts: [[String]] = []
    for number in 0..<entries {
      var text = (0..<40).map { _ in word(using: &random) }
      if number % 997 == 3 { text[20] = "needle" }
      ids.append(
        try device.new(.reflection, edits: [.replace(field: "happened", text: joined(text))]))
      texts.append(text)
    }
    for _ in entries..<max(entries, changes) {
      let number = Int.random(in: 0..<entries, using: &random)
      texts[number].insert(
        word(using: &random), at: Int.random(in: 0...texts[number].count, using: &random))
      _ = try device.edit(
        ids[number], edits: [.replace(field: "happened", text: joined(texts[number]))])
    }
    return ids
  }

  private static func word(using random: inout SeededGenerator) -> String {
    words.randomElement(using: &random) ?? "next"
  }

  private static func joined(_ words: [String]) -> String {
    words.joined(separator: " ") + "."
  }
}
