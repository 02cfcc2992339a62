internal import AfterwitJournal

extension Sentences {
  /// The words for a document that cannot be read as an entry.
  init(_ misfit: DocumentMisfit) {
    let safe = "Nothing in the journal was changed."
    switch misfit {
    case .headingMissing(let heading):
      self.init(
        "The heading \"# \(heading)\" is gone from the document.", safe: safe,
        next: "Put it back, with nothing below it to empty the field.")
    case .headingDoubled(let heading):
      self.init(
        "The heading \"# \(heading)\" stands twice in the document.", safe: safe,
        next: "Leave one of them.")
    case .headingUnknown(let heading, let kind):
      self.init(
        "A \(kind.rawValue) has no field for the heading \"# \(heading)\".", safe: safe,
        next: "Write one of: \(kind.headings.joined(separator: ", ")); "
          + "a line of a text that begins so takes a backslash before it.")
    case .beforeHeadings(let line):
      self.init(
        "A line stands before the first heading: \"\(line)\".", safe: safe,
        next: "Put it below a heading.")
    case .lineMissing:
      self.init(
        "The line below which everything is only for reading is gone.", safe: safe,
        next: "Take out what stood below it, too.")
    case .noItem(let line, let heading):
      self.init(
        "A line below \"# \(heading)\" is no item: \"\(line)\".", safe: safe,
        next: "Begin each item with \"- \", and its further lines with two spaces.")
    }
  }
}
