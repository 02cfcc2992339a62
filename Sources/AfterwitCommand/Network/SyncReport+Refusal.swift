internal import AfterwitSync

extension SyncReport {
  /// Why the relay did not take some changes, and what helps; the most frequent reason is told.
  var refusal: CommandFailure {
    let safe = "They are saved here, and everything else went."
    let what = "The relay does not take \(declined) of your changes: "
    func failure(_ reason: String, next: String) -> CommandFailure {
      CommandFailure(.relay, what + reason, safe: safe, next: next)
    }
    let count = refusals.values.max()
    switch Refusal.allCases.first(where: { count != nil && refusals[$0] == count }) {
    case nil:
      return CommandFailure(
        .relay, "The relay, or a proxy before it, does not take \(declined) of your changes.",
        safe: safe,
        next: "Ask who runs the relay for its limit on requests; it must be 1 MiB or more.")
    case .branches:
      return failure(
        "too many copies of one folder were written to, and have not been synced since.",
        next: "Type on each of the copies, then here: afterwit sync")
    case .author:
      return failure(
        "it does not know the device that wrote them.",
        next: "Type on the machine that let that device in, then here: afterwit sync")
    case .gap:
      return failure(
        "what comes before them is missing there, and cannot be sent from here.",
        next: "Type: afterwit store check")
    case .damage:
      return failure(
        "it finds them damaged, or of another journal.", next: "Type: afterwit store check")
    }
  }
}
