import AfterwitEncoding
import AfterwitReader
import AfterwitTestRandomness
import AfterwitVectors
import Foundation
import Testing

@testable import AfterwitDevice

@Suite("Vectors of a whole journal", .serialized)
struct JournalConformanceTests {
  @Test("journal.json is what the independent encoder and the independent reader make")
  func file() throws {
    let file = VectorFile("vectors/journal.json")
    var kept: [String: [UInt8]] = [:]
    for item in (try? file.decode(JournalDocument.self))?.envelopes ?? [] {
      kept[item.name] = item.bytes.bytes
    }
    let document = try JournalVectors.document(keeping: kept) { envelopes, genesis, member in
      JournalReader(envelopes, genesis: genesis, member: member).account
    }
    try file.expect(document.json)
  }

  @Test(
    """
    a device that reads the envelopes is shown what each stage says [AW-DOC-5] [AW-DOC-8] \
    [AW-DOC-9] [AW-DOC-10] [AW-DOC-11] [AW-DOC-12] [AW-DOC-14] [AW-DOC-15] [AW-DOC-16] \
    [AW-DOC-23] [AW-DOC-24] [AW-DOC-25] [AW-DOC-28] [AW-CAUS-3] [AW-CAUS-7] [AW-CAUS-8]
    """, arguments: ["phone", "laptop"])
  func stages(reader: String) throws {
    let document = try document()
    for seed in 0..<3 {
      for stage in document.stages {
        var page = stage.arrived.map { document.envelopes[$0].bytes.bytes }
        var random = SeededGenerator(seed: UInt64(seed))
        if seed == 1 { page.reverse() }
        if seed > 1 { page.shuffle(using: &random) }
        try JournalMachine.with(document, reader: reader) { machine in
          try machine.admit(page)
          try machine.expect(stage, of: document)
        }
      }
    }
  }

  @Test("a device that reads stage after stage, more than once, is shown the same")
  func growing() throws {
    let document = try document()
    try JournalMachine.with(document, reader: "phone") { machine in
      var known: [Int] = []
      for stage in document.stages {
        let new = stage.arrived.filter { !known.contains($0) }
        try machine.admit((new + known.suffix(3)).map { document.envelopes[$0].bytes.bytes })
        try machine.expect(stage, of: document)
        known = stage.arrived
      }
      try machine.device.rebuild()
      try machine.expect(try #require(document.stages.last), of: document)
    }
  }

  @Test("each rule of a reader decides some stage", arguments: ReaderDeparture.allCases)
  func everyRuleMatters(departure: ReaderDeparture) throws {
    let document = try document()
    let phone = try #require(document.members.first { $0.name == "phone" })
    let member = PlainMember(
      rank: 1, signingSeed: phone.signingSeed.bytes, agreementSeed: phone.agreementSeed.bytes)
    let differing = document.stages.filter { stage in
      let account = JournalReader(
        stage.arrived.map { document.envelopes[$0].bytes.bytes }, genesis: document.genesis.bytes,
        member: member, departures: [departure]
      ).account
      let times = account.entries.map { [String($0.times.created), String($0.times.modified)] }
      return account.digest != stage.digest.bytes || account.heldHash != stage.heldHash.bytes
        || times != stage.entries.map { [$0.created, $0.modified] }
    }
    #expect(!differing.isEmpty, "no stage depends on the rule that \(departure) breaks")
  }

  private func document() throws -> JournalDocument {
    try VectorFile("vectors/journal.json").decode()
  }
}
