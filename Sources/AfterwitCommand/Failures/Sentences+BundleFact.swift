internal import AfterwitDevice

extension Sentences {
  /// The words for why a bundle was not made, or cannot be taken.
  init(_ fact: BundleFact) {
    let nothing = "Nothing was changed."
    switch fact {
    case .exists(let path):
      self.init(
        "There is something at “\(path)” already, and a bundle never replaces anything.",
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
    case .notABundle(let path):
      self.init(
        "“\(path)” is no bundle of afterwit.", safe: nothing,
        next: "Name the file that afterwit bundle make wrote.")
    case .newer(let path):
      self.init(
        "“\(path)” was made by a later version of afterwit.", safe: nothing,
        next: "Install the current version of afterwit.")
    case .otherJournal(let path):
      self.init(
        "“\(path)” is a bundle of another journal.", safe: "Nothing was taken from it.",
        next: "Take it in a home of that journal, named with --home.")
    case .oneself:
      self.init(
        "This is the machine that you type on.", safe: nothing,
        next: "Name another device; see: afterwit device")
    }
  }
}
