internal import AfterwitEncoding
internal import AfterwitSync

extension JSONValue {
  /// What a session did and how many reviews are open after it, as `afterwit.sync/1`.
  static func document(_ report: SyncReport, reviews: Int) -> JSONValue {
    .members([
      "schema": .string("afterwit.sync/1"),
      "agreed": .flag(report.agreed),
      "pulled": .integer(report.pulled),
      "pushed": .integer(report.pushed),
      "waiting": .integer(report.waiting),
      "unknown": .integer(report.unknown),
      "forged": .integer(report.forged),
      "declined": .integer(report.declined),
      "damaged": .integer(report.damaged),
      "forked": .integer(report.forkedDevices.count),
      "restored": .integer(report.restored.values.reduce(0, +)),
      "renewed": .flag(!report.formerDevices.isEmpty),
      "pending": report.pending.map { .integer($0) } ?? .null,
      "missing": report.missing.map { .integer($0) } ?? .null,
      "reviews": .integer(reviews),
      "generation": JSONValue(report.generation?.description),
    ])
  }
}
