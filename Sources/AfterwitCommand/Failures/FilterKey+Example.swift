internal import AfterwitJournal

extension FilterKey {
  /// The key with a value, as it is typed.
  var example: String { "\(rawValue):\(exampleValue)" }

  private var exampleValue: String {
    switch self {
    case .starts: "queu"
    case .kind: "goals"
    case .tag: "onsite"
    case .org: "globex"
    case .occasion: "interview"
    case .outcome: "offer"
    case .state: "active"
    case .people: "ana"
    case .mood: "..2"
    case .on: "2026-11"
    case .since: "monday"
    case .until: "friday"
    case .due: "..friday"
    case .is: "starred"
    }
  }
}
