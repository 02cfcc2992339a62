internal import AfterwitDevice
internal import AfterwitEncoding

/// What `status` shows to a person.
struct StatusPage {
  /// How the page is dressed.
  let style: Style

  /// The page, without a final newline.
  func text(_ status: Status) -> String {
    let rows: [(String, String)] =
      [
        ("journal", status.journal.description),
        ("device", status.device.description),
        ("entries", String(status.entries)),
        ("drafts", String(status.drafts)),
        ("pending", String(status.pending)),
        ("waiting", String(status.waiting)),
        ("quarantined", String(status.quarantined)),
        ("reviews", String(status.reviews)),
        ("relay", style.line(status.relay ?? "none")),
      ] + automaticRow(status) + [
        ("generation", status.generation?.description ?? "none"),
        ("digest", Hexadecimal.encode(status.digest)),
        ("held", Hexadecimal.encode(status.held)),
      ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { style.faint($0.padded(to: width)) + "  " + $1 }.joined(separator: "\n")
  }

  /// How the last exchange ended that nobody waited for.
  private func automaticRow(_ status: Status) -> [(String, String)] {
    guard let result = status.automaticSync else { return [] }
    let time = Moment(milliseconds: result.milliseconds).local
    return [("automatic", style.line("\(time)  \(result.sentence)"))]
  }

  /// What is said of drafts that were left behind; `nil` if there are none.
  static func draftsLine(_ status: Status) -> String? {
    switch status.drafts {
    case 0: nil
    case 1: "A draft was left by an edit that did not end: afterwit draft list"
    default: "\(status.drafts) drafts were left by edits that did not end: afterwit draft list"
    }
  }
}
