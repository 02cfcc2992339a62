internal import AfterwitSync

extension SyncReport {
  /// What the session did, in one line for a person.
  var line: String {
    let parts: [(Int, String)] = [
      (pulled, "came"), (pushed, "went"), (waiting, "waiting"),
      (unknown, "of a kind this version does not know"), (forged, "forged and refused"),
      (declined, "declined by the relay"),
      (pending ?? 0, "still to go"), (missing ?? 0, "still to come"),
    ]
    let counts = parts.enumerated().filter { $0.offset < 2 || $0.element.0 > 0 }
      .map { "\($0.element.0) \($0.element.1)" }
    return counts.joined(separator: ", ") + (agreed ? "; relay and device hold the same." : ".")
  }
}
