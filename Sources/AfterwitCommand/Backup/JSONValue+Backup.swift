internal import AfterwitDevice
internal import AfterwitEncoding

extension JSONValue {
  /// What a backup was found to hold, as `afterwit.backup/1`.
  static func document(_ report: BackupReport) -> JSONValue {
    .members([
      "schema": .string("afterwit.backup/1"),
      "journal": .string(report.journal.description),
      "device": .string(report.device.description),
      "made": .string(Moment(milliseconds: report.made).iso8601),
      "newest": JSONValue(report.newest.map { Moment(milliseconds: $0).iso8601 }),
      "entries": .integer(report.entries),
      "changes": .integer(report.changes),
      "envelopes": .integer(report.envelopes),
      "drafts": .integer(report.drafts),
      "sealed": .integer(report.sealed),
      "bytes": .integer(report.byteCount),
      "paper": .flag(report.isOnPaper),
    ])
  }
}
