internal import AfterwitDevice
internal import AfterwitJournal

extension Kind {
  /// The kind that a person typed.
  /// - Throws: ``DeviceFailure`` of the code `usage`, which names the kinds that there are.
  init(typed: String) throws(DeviceFailure) {
    guard let kind = Kind(rawValue: typed) else {
      throw .usage(
        "There is no kind \"\(typed)\".",
        next: "Type one of: " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self = kind
  }
}
