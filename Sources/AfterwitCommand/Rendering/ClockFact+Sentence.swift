internal import AfterwitDevice

extension ClockFact {
  /// What a person reads of it.
  var sentence: String {
    switch self {
    case .jumped(let before, let now):
      let span = TimeSpan(milliseconds: Int64(clamping: now) - Int64(clamping: before))
      return span.milliseconds < 0
        ? "This machine's clock was set back: it stands \(span.words) before "
          + "\(Moment(milliseconds: before).local), when it last dated a change."
        : "This machine's clock stands \(span.words) after the last change here; "
          + "if it is wrong, set it: it dates what you write."
    case .apart(let name, let milliseconds):
      let relation = TimeSpan(milliseconds: milliseconds).relation(to: "this machine's")
      return "The clock of \(name ?? "another device") is \(relation); "
        + "each dates what is written there."
    }
  }
}
