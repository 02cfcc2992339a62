internal import AfterwitRelay
internal import ArgumentParser

/// What a journal is given: the options that bound it.
struct QuotaOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most bytes that are kept of a journal, as in 512M, 2G or none.", valueName: "size"))
  var maxBytes: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most envelopes that are kept of a journal, or none.", valueName: "count"))
  var maxEnvelopes: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How often a journal may be appended to in a minute, or none.", valueName: "count"))
  var maxAppends: String?

  /// What was typed; what was not is given as to all.
  var quota: Quota {
    get throws {
      Quota(
        bytes: try value(
          maxBytes, "--max-bytes", least: RelayLimits.leastBytes, "2M or more, as in 512M"),
        envelopes: try value(maxEnvelopes, "--max-envelopes", least: 1, "1 or more"),
        appendsPerMinute: try value(maxAppends, "--max-appends", least: 1, "1 or more"))
    }
  }

  private func value(
    _ text: String?, _ option: String, least: UInt64, _ form: String
  ) throws -> UInt64? {
    guard let text else { return nil }
    if text == "none" { return .max }
    let takesUnits = option == "--max-bytes"
    guard let value = takesUnits ? ByteCount(text)?.value : UInt64(text), value >= least else {
      throw ValidationError("\(option) takes \(form), or none.")
    }
    return value
  }
}
