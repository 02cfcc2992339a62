internal import AfterwitDevice

/// One bad day that was rehearsed, or was not.
struct Rehearsal {
  /// Which one.
  enum Name: String, CaseIterable {
    /// The relay gives everything back.
    case relay
    /// A copy of this home would be found out.
    case copy
    /// The paper opens everything.
    case paper
    /// A backup restores.
    case backup
    /// A relay that lost all is healed.
    case loss

    /// What a person calls it.
    var words: String {
      switch self {
      case .relay: "relay"
      case .copy: "copied home"
      case .paper: "paper"
      case .backup: "backup"
      case .loss: "lost relay"
      }
    }
  }

  /// How it ended.
  enum End {
    /// It held, and what came back.
    case held(String, DrillResult?)
    /// It could not be rehearsed, and what may be typed about it.
    case skipped(String, command: String? = nil)
    /// It did not hold.
    case failed(CommandFailure)
  }

  let name: Name
  let end: End
  /// How long it took.
  let seconds: Double

  /// The failure, where it did not hold.
  var failure: CommandFailure? {
    if case .failed(let failure) = end { failure } else { nil }
  }

  /// Whether it was rehearsed at all.
  var isRehearsed: Bool {
    if case .skipped = end { false } else { true }
  }
}

extension Rehearsal.End {
  /// What came back in place of all that is here.
  ///
  /// - Parameters:
  ///   - deed: what gave it, as in `gave back`.
  ///   - isOlder: whether it may be older than what is here.
  init(_ result: DrillResult, deed: String, isOlder: Bool = false) {
    if result.lost > 0, !isOlder {
      let changes = result.lost == 1 ? "1 change" : "\(result.lost) changes"
      self = .failed(
        CommandFailure(
          .failed, "\(changes) did not come back that the relay had.",
          safe: "Here nothing is missing.", next: "Type: afterwit sync"))
      return
    }
    guard result.isSame != false else {
      self = .failed(
        CommandFailure(
          .failed,
          "All came back, and shows something else than here: that is a fault of Afterwit.",
          safe: "Nothing was changed.", next: "Type: afterwit store check. Then report it."))
      return
    }
    let entries = result.entries == 1 ? "1 entry" : "\(result.entries) entries"
    var words = "\(deed) \(entries)"
    if let newest = result.newest {
      words += ", the newest change of \(Moment(milliseconds: newest).local)"
    }
    if result.isSame == true { words += ", the same as here" }
    if result.missing > 0 {
      let changes = result.missing == 1 ? "1 change" : "\(result.missing) changes"
      words += isOlder ? "; \(changes) since" : "; \(changes) only here"
    }
    if result.more > 0 {
      words += "; \(result.more == 1 ? "1 change is" : "\(result.more) changes are") not here yet"
    }
    self = .held(words, result)
  }
}
