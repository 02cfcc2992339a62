/// What two devices compare to know that they hold the same.
struct Agreement: Hashable {
  /// The hash of what is shown.
  let digest: String
  /// The hash of what is kept.
  let held: String

  /// Reads them from what `status` prints for a person; `nil` if one is missing.
  init?(status: String) {
    var values: [Substring: String] = [:]
    for line in status.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { values[words[0]] = String(words[1]) }
    }
    guard let digest = values["digest"], let held = values["held"] else { return nil }
    self.digest = digest
    self.held = held
  }
}
