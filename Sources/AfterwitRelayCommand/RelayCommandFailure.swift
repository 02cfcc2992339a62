internal import AfterwitRelay

/// An end that the operator reads about in three lines.
struct RelayCommandFailure: Error {
  /// What happened.
  let what: String
  /// What is safe.
  let safe: String
  /// What to type next.
  let next: String

  /// The three lines.
  var lines: String { "\(what)\n\(safe)\n\(next)" }

  /// A failure of given lines.
  init(what: String, safe: String, next: String) {
    self.what = what
    self.safe = safe
    self.next = next
  }

  /// A storage that cannot be opened or used.
  init(storage error: any Error, folder: String) {
    let failure = error as? StorageFailure
    what = failure?.sentence ?? "The relay's database in \(folder) cannot be used: \(error)"
    safe = "Nothing was changed; every device still holds its whole journal."
    next =
      switch failure {
      case .newerSchema: "Install the newer afterwit-relay, or name another folder: --data DIR"
      case .busy: "Try again in a moment, or look for another afterwit-relay on \(folder)."
      case .damaged: "Begin anew in an empty folder, the devices bring everything: --data DIR"
      default: "Name a folder of the relay's own: afterwit-relay serve --data DIR"
      }
  }
}
