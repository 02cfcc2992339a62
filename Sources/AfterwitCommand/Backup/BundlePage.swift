internal import AfterwitDevice
internal import AfterwitSync

/// What is said of a bundle.
struct BundlePage {
  /// Where it lies.
  let path: String

  /// What is said when it was made.
  func made(_ report: BundleReport) -> [String] {
    let what = report.envelopes == 1 ? "1 envelope" : "\(report.envelopes) envelopes"
    return [
      "“\(name)” holds \(what). On the other machine, type: afterwit bundle take \(name)"
    ]
  }

  /// What is said when it was taken.
  func taken(_ taking: BundleTaking) -> [String] {
    let parts: [(Int, String)] = [
      (taking.new, "came"), (taking.known, "were here already"), (taking.waiting, "waiting"),
      (taking.forged, "forged and refused"),
      (taking.left, "left, as what comes before is not here"),
    ]
    let counts = parts.enumerated().filter { $0.offset < 2 || $0.element.0 > 0 }
      .map { "\($0.element.0) \($0.element.1)" }
    return [counts.joined(separator: ", ") + "."]
  }

  /// Fails if something was forged, if this home was copied, or if something could not be taken.
  func check(_ taking: BundleTaking) throws(CommandFailure) {
    guard taking.forged == 0 else {
      throw CommandFailure(
        .integrity, "\(taking.forged) of the envelopes in “\(name)” were forged, and refused.",
        safe: "Your journal holds only what your devices wrote.",
        next: "Make the bundle again; ask who had the file in between.")
    }
    guard taking.told.ownForks.isEmpty else { throw .forked }
    switch taking.end {
    case .whole: break
    case .truncated:
      throw CommandFailure(
        .failed, "“\(name)” ends in the middle.",
        safe: "The \(taking.envelopes) envelopes before that were taken, each whole.",
        next: "Copy the file again, and take it again: nothing comes twice.")
    case .damaged:
      throw CommandFailure(
        .failed, "“\(name)” is not as it was written.",
        safe: "The \(taking.envelopes) envelopes that are whole were taken.",
        next: "Copy the file again, and take it again: nothing comes twice.")
    }
    guard taking.left == 0 else {
      throw CommandFailure(
        .failed, "\(taking.left) envelopes in “\(name)” follow others that are not here.",
        safe: "Everything else was taken.",
        next: "Make it without --for, and take it again: nothing comes twice.")
    }
  }

  private var name: String { Escaping.oneLine(path) }
}
