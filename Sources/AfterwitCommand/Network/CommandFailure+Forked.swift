extension CommandFailure {
  /// What is said when a fork is discovered.
  static let forked = CommandFailure(
    .integrity, "A device's log has forked: a copy of its folder was written to in two places.",
    safe: "Everything written in both places is kept and merged.",
    next: "Sync both places: each goes on as a device of its own; see afterwit device list")
}
