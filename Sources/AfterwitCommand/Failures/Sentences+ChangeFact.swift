internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why no change is meant, or none that can be taken back.
  init(_ fact: ChangeFact) {
    let safe = "Nothing was changed."
    switch fact {
    case .absent(let typed):
      self.init(
        "No change has an id that begins with “\(typed)”.", safe: safe, next: "Type: afterwit log")
    case .ambiguous(let typed, let ids):
      let some = ids.map { String($0.description.prefix(typed.count + 4)) }
      self.init(
        "“\(typed)” is the beginning of several ids: \(some.joined(separator: ", ")).", safe: safe,
        next: "Repeat the command with more characters of the id.")
    case .notUnderstood(let id):
      self.init(
        "Not all of the change \(id.shortText) is understood by this version.",
        safe: "It is kept as it is.", next: "Install the current version of afterwit.")
    }
  }
}
