import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitWire
import Foundation
import Testing

@testable import AfterwitDevice

/// A backup that opens, and does not hold what a whole one holds.
@Suite("The records of a backup [AW-BACKUP-5]")
struct BackupRecordTests {
  private static let passphrase = "four words on a wall"

  /// What is done to the records, by name.
  private static let alterations:
    [(name: String, alter: @Sendable ([BackupRecord]) -> [BackupRecord])] = [
      ("no end", { $0.dropLast() }),
      ("no manifest", { $0.filter { if case .manifest = $0 { false } else { true } } }),
      ("two manifests", { [$0[1]] + $0 }),
      ("an envelope less", { Array($0.dropLast(2)) + $0.suffix(1) }),
      (
        "no genesis",
        { records in
          var records = records
          records.remove(at: 2)
          return Array(records.dropLast()) + [
            .end(files: 1, envelopes: records.count - 3, entries: 1)
          ]
        }
      ),
      (
        "a gap in the log",
        { records in
          var records = records
          records.remove(at: 3)
          return Array(records.dropLast()) + [
            .end(files: 1, envelopes: records.count - 3, entries: 1)
          ]
        }
      ),
      (
        "an envelope twice",
        { records in
          Array(records.dropLast()) + [
            records[records.count - 2], .end(files: 1, envelopes: records.count - 2, entries: 1),
          ]
        }
      ),
      (
        "an envelope with another signature",
        { records in
          guard case .envelope(var bytes) = records[3] else { return records }
          bytes[210] ^= 1
          var records = records
          records[3] = .envelope(bytes)
          return records
        }
      ),
      ("a draft that lies elsewhere", { [.draft(path: "../x", bytes: [1])] + $0.dropFirst() }),
      ("a draft too deep", { [.draft(path: "a/b/c", bytes: [1])] + $0.dropFirst() }),
      ("a draft behind the manifest", { [$0[1], $0[0]] + $0.dropFirst(2) }),
      ("something behind the end", { $0 + [.draft(path: "a", bytes: [])] }),
    ]

  @Test("that are not those of a whole one are found by a check, and nothing is restored")
  func altered() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      for words in ["One.", "Two."] {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: words)])
      }
      let drafts = household.home("desk").path + "/drafts"
      try FileManager.default.createDirectory(atPath: drafts, withIntermediateDirectories: true)
      try Data("Half.".utf8).write(to: URL(filePath: drafts + "/left.md"))
      let path = household.folder + "/b"
      _ = try device.backUp(
        to: NewBackup(at: path, environment: household.environment),
        openedBy: .passphrase(Self.passphrase))
      let opened = try OpenedBackup(path)
      let key = try opened.key(.passphrase(Self.passphrase))
      var records: [BackupRecord] = []
      try opened.forEachRecord(key) { records.append($0) }
      let head = Array(
        try Data(contentsOf: URL(filePath: path)).prefix(
          BackupHeader(
            beginning: Array(try Data(contentsOf: URL(filePath: path)))
          ).byteCount))
      // The same records, sealed once more, are whole.
      #expect(try Self.outcome(of: records, head, key, in: household, "same") == nil)
      for (name, alter) in Self.alterations {
        let failure = try Self.outcome(of: alter(records), head, key, in: household, name)
        guard case .backup(.damaged) = failure else {
          Issue.record("\(name): \(String(describing: failure))")
          continue
        }
      }
    }
  }

  /// What a check, and a restoration, of these records come to; both the same.
  private static func outcome(
    of records: [BackupRecord], _ head: [UInt8], _ key: BackupKey, in household: Household,
    _ name: String
  ) throws -> DeviceFailure? {
    var sealer = BackupSealer(key: key)
    let path = household.folder + "/" + name
    let chunks = try sealer.seal(records.flatMap(\.bytes)) + sealer.finish()
    try Data(head + chunks).write(to: URL(filePath: path))
    let home = household.home("restored " + name)
    let checked = failure {
      try Device.check(
        OpenedBackup(path), openedBy: .passphrase(passphrase), notingIn: home,
        environment: household.environment)
    }
    let restored = failure {
      try Device.restore(
        OpenedBackup(path), openedBy: .passphrase(passphrase), in: FreeHome(home),
        environment: household.environment)
    }
    #expect(checked == restored, "\(name)")
    #expect(home.exists == (restored == nil), "\(name)")
    return checked
  }

  private static func failure(_ body: () throws -> BackupReport) -> DeviceFailure? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? DeviceFailure
    }
  }
}
