internal import AfterwitDevice

extension Sentences {
  /// The words for why a file that carries a journal elsewhere cannot be made or read.
  ///
  /// - Parameter noun: what the file is, and the noun of its commands.
  init(_ fact: PortableFact, of noun: String) {
    let nothing = "Nothing was changed."
    switch fact {
    case .exists(let path):
      self.init(
        "There is something at “\(path)” already, and a \(noun) never replaces anything.",
        safe: "It was not touched.", next: "Name a new file.")
    case .notWritable(let path, let reason):
      self.init(
        "“\(path)” cannot be written: \(reason).", safe: "The journal is as it was.",
        next: "Name a file in a folder that you can write to.")
    case .full(let path):
      self.init(
        "The disk of “\(path)” is full.", safe: "The journal is as it was; no file is left there.",
        next: "Free some space, or name a file on another disk.")
    case .notReadable(let path, let reason):
      self.init(
        "“\(path)” cannot be read: \(reason).", safe: nothing,
        next: "Name a file that you can read.")
    case .foreign(let path):
      self.init(
        "“\(path)” is no \(noun) of afterwit.", safe: nothing,
        next: "Name the file that afterwit \(noun) make wrote.")
    case .newer(let path):
      self.init(
        "“\(path)” was made by a later version of afterwit.", safe: nothing,
        next: "Install the current version of afterwit.")
    }
  }
}
