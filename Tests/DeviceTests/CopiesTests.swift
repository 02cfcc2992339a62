import AfterwitEncoding
import AfterwitJournal
import AfterwitStore
import AfterwitTestRandomness
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("Copies are counted")
struct CopiesTests {
  @Test(
    "A copy may be counted too little, never too much, and rightly in the end", arguments: 1...8)
  func random(seed: UInt64) async throws {
    try await Machines.with { machines in
      var random = SeededGenerator(seed: seed &* 977)
      let both = [machines.desk, machines.laptop]
      for _ in 0..<30 {
        let device = both[Int.random(in: 0..<2, using: &random)]
        switch Int.random(in: 0..<6, using: &random) {
        case 0...2: _ = try machines.write("Word", on: device)
        case 3: _ = try await machines.exchange(device)
        case 4: machines.advance(by: Int64.random(in: 1...40, using: &random) * 3_600_000)
        default: try await machines.sync()
        }
        for (one, other) in [(both[0], both[1]), (both[1], both[0])] {
          try expectNotTooMuch(one.status(), one.changes(), other.changes(), "seed \(seed)")
        }
      }
      for _ in 0..<2 {
        try await machines.sync()
        machines.advance(by: 30 * 3_600_000)
      }
      try await machines.sync()
      for device in both {
        let copies = try device.status().copies
        #expect(copies.onlyHere == 0 && copies.hereAndRelay == 0, "seed \(seed): \(copies)")
        #expect(copies.onMachines == [2: try device.changes().count], "seed \(seed)")
      }
    }
  }

  private func expectNotTooMuch(
    _ status: Status, _ own: Set<EnvelopeID>, _ others: Set<EnvelopeID>, _ comment: Comment
  ) {
    let copies = status.copies
    let shared = copies.onMachines[2] ?? 0
    #expect(copies.onMachines.keys.allSatisfy { $0 == 2 }, comment)
    #expect(shared <= own.intersection(others).count, comment)
    #expect(copies.onlyHere + copies.hereAndRelay + shared == own.count, comment)
    #expect(copies.onlyHere == 0 || copies.onlyHereSince != nil, comment)
    #expect(copies.onlyHere <= status.pending, comment)
  }

  @Test("A machine that is out, or was silent for 90 days, holds no copy that counts")
  func gone() async throws {
    try await Machines.with { machines in
      _ = try machines.write("Word", on: machines.desk)
      for _ in 0..<2 {
        try await machines.sync()
        machines.advance(by: 30 * 3_600_000)
      }
      try await machines.sync()
      #expect(try machines.desk.status().copies.least == 2)
      machines.advance(by: 91 * 86_400_000)
      let silent = try machines.desk.status().copies
      #expect(silent.onMachines.isEmpty && silent.silent.count == 1)
      #expect(silent.hereAndRelay == (try machines.desk.changes().count))
      _ = try machines.write("Again", on: machines.laptop)
      try await machines.sync()
      #expect(try machines.desk.status().copies.silent.isEmpty)
      try machines.desk.revoke(machines.desk.revocation(of: "laptop"))
      let alone = try machines.desk.status().copies
      #expect(alone.onMachines.isEmpty && alone.silent.isEmpty)
    }
  }
}

extension Device {
  /// The ids of all changes that are held.
  fileprivate func changes() throws -> Set<EnvelopeID> {
    try store.read { transaction in
      try Set(
        transaction.heads().tips.keys.flatMap { log in
          try transaction.log(of: log, from: 1).filter { $0.kind == .change }.map(\.id)
        })
    }
  }
}
