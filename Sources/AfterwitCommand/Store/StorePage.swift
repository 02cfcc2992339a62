internal import AfterwitDevice

/// What is shown of the journal's file and of a salvage.
enum StorePage {
  /// The page of a check, without a final newline.
  static func text(_ check: StoreCheck) -> String {
    var rows = [("file", check.problems.isEmpty ? "sound" : "damaged")]
    if let isViewSound = check.isViewSound {
      rows.append(("view", isViewSound ? "sound" : "not what the changes give"))
    }
    rows += [
      ("keys", check.hasKeys ? "there" : "gone"),
      ("intact", "\(check.intact) envelopes"),
      ("joined", "\(check.joined) envelopes, each with those before it"),
      ("readable", "\(check.readable) changes"),
      ("lost", check.lost == 0 ? "0" : "\(check.lost) envelopes or more"),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return (rows.map { $0.padded(to: width) + "  " + $1 } + check.problems.map { "! " + $0 })
      .map(Escaping.oneLine).joined(separator: "\n")
  }

  /// What is said after a salvage.
  static func lines(_ report: SalvageReport) -> [String] {
    var lines = [
      report.taken == 1
        ? "1 envelope was taken into the journal's file."
        : "\(report.taken) envelopes were taken into the journal's file."
    ]
    if report.isDerivedAnew {
      lines.append("What is shown was derived anew from all that it holds.")
    }
    if let aside = report.aside { lines.append("The damaged file is kept in \(aside).") }
    if report.left > 0 {
      lines.append("\(report.left) intact ones wait for others that are lost here.")
      if let words = report.words { lines.append("Their words are kept in \(words).") }
    }
    switch (report.hasRelay, report.left > 0) {
    case (true, true):
      lines.append("Before you write, type: afterwit sync, then: afterwit store salvage")
    case (true, false): lines.append("Before you write, type: afterwit sync")
    case (false, true):
      lines.append("Set a relay that has them: afterwit relay set URL, then: afterwit sync")
    case (false, false): break
    }
    return lines
  }
}
