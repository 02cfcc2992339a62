internal import AfterwitDevice
internal import AfterwitEncoding

/// What is said of an edit: the days that were named in words, another edit that it met, and reviews.
enum EditTalk {
  /// The sentences, those of what it met with what to type next; none where there is nothing to say.
  ///
  /// - Parameter isDecision: whether it was written to decide a review, and says so itself.
  static func lines(
    _ outcome: EditOutcome, field: String?, isDecision: Bool = false, on device: Device
  ) throws -> [String] {
    let opened = try device.names(of: outcome.opened, in: outcome.entry)
    let mended = try device.names(of: outcome.mended, in: outcome.entry)
    let who = outcome.met.places.joinedAsProse
    var lines = outcome.understood.map(\.line)
    if !opened.isEmpty {
      let other = who.isEmpty ? "another machine" : who
      lines.append("Meanwhile, \(other) changed the same words. Both stand until you decide:")
      lines += opened.map(Self.show)
    } else if !who.isEmpty {
      lines.append("Meanwhile, \(who) changed \(field ?? "it") too; both are merged.")
    }
    if !mended.isEmpty {
      lines.append("These words are under review, which stays open. Look, and decide:")
      lines += mended.map(Self.show)
    }
    if let aside = outcome.aside {
      lines.append("What you wrote below the line is not saved. It is kept in \(aside):")
      lines.append("  afterwit draft recover \(aside) --to \(outcome.entry.shortText)")
    }
    guard !isDecision else { return lines }
    return lines + outcome.decided.map { "That decided the review of \($0)." }
  }

  private static func show(_ name: String) -> String { "  afterwit review show " + name }
}
