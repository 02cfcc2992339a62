extension CommandFailure {
  /// What is said where a home finds that it was copied, and that the copy was written to as well.
  static let forked = CommandFailure(
    .integrity, "This machine's folder was copied, and both copies were written to.",
    safe: "Everything written in both is kept and merged.",
    next: "Sync both: each goes on as a device of its own; see afterwit device list")
}
