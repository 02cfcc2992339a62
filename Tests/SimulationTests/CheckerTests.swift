import AfterwitDevice
import AfterwitEncoding
import AfterwitJournal
import AfterwitSimulator
import AfterwitTestThreads
import Foundation
import GRDBSQLite
import Testing

@Suite("Each checker finds what breaks its invariant", .patient)
struct CheckerTests {
  /// Runs seeds until one breaks an invariant; which it was.
  private func broken(
    with rates: FaultRates = FaultRates(), seeds: ClosedRange<UInt64> = 1...12,
    steps: [(kind: Step.Kind, machine: Int)]? = nil, by sabotage: (inout Sabotage) -> Void
  ) async throws -> Set<Invariant?> {
    var dishonest = Sabotage()
    sabotage(&dishonest)
    var found: Set<Invariant?> = []
    for seed in seeds {
      let plan =
        steps.map { Plan(seed: seed, machines: 2, isFresh: false, rates: rates, steps: $0) }
        ?? Plan(seed: seed, rates: rates)
      #expect(try await Run(plan).violation == nil, "the run itself is good")
      if let violation = try await Run(plan, sabotage: dishonest).violation {
        found.insert(violation.invariant)
        if violation.invariant != nil { break }
      }
    }
    return found
  }

  @Test("Durability: a disk that lies about its syncs, when the power fails")
  func durability() async throws {
    var rates = FaultRates()
    rates[.crash] = 300
    rates[.tear] = 1000
    let found = try await broken(with: rates) { $0.disksLie = true }
    #expect(found == [.durability])
  }

  @Test("Durability: an entry that nobody is known to have written")
  func unknown() async throws {
    let found = try await broken { sabotage in
      sabotage.device = { device in
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "quagga")])
      }
    }
    #expect(found == [.durability])
  }

  @Test("Completeness: a relay that says it has stored what it has not")
  func forgetful() async throws {
    let found = try await broken { $0.relay = { ForgetfulRelay($0) } }
    #expect(found == [.completeness])
  }

  @Test("Completeness: devices that never sync")
  func silent() async throws {
    let found = try await broken { $0.nobodySyncs = true }
    #expect(found == [.completeness])
  }

  @Test("Convergence: a view that is not what the envelopes give")
  func convergence() async throws {
    let found = try await broken { sabotage in
      sabotage.home = { try Self.execute("UPDATE entry SET hash = zeroblob(32)", in: $0) }
    }
    #expect(found == [.convergence])
  }

  @Test("Causality: a change that is applied before what it was made on")
  func causality() async throws {
    let found = try await broken { sabotage in
      sabotage.home = { home in
        try Self.execute(
          "UPDATE change SET position = 1000 WHERE position = 0", in: home)
      }
    }
    #expect(found == [.causality])
  }

  @Test("Nothing lost: a text that is gone and nobody erased")
  func nothingLost() async throws {
    let found = try await broken { sabotage in
      sabotage.device = { device in
        for entry in try device.list(ListFilter()).map(\.entry) {
          _ = try device.edit(entry.id, edits: [.set(field: "happened", value: "")])
        }
      }
    }
    #expect(found == [.nothingLost])
  }

  @Test("Reviews: a decision that nobody took")
  func reviews() async throws {
    let found = try await broken(steps: [(.clash, 0), (.sync, 0), (.sync, 1), (.sync, 0)]) {
      sabotage in
      sabotage.device = { device in
        for review in try device.reviews() where review.kind == .overlap {
          try device.resolve(review.id.text, with: .current)
        }
      }
    }
    #expect(found == [.reviews])
  }

  @Test("Blindness: a relay that writes down what it should not know")
  func blindness() async throws {
    let found = try await broken { sabotage in
      sabotage.relayFolder = { folder in
        try Data("a quagga was here".utf8).write(to: URL(filePath: folder + "/notes"))
      }
    }
    #expect(found == [.blindness])
  }

  private static func execute(_ sql: String, in home: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(home + "/journal.sqlite", &connection) == SQLITE_OK,
      sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK
    else { throw CocoaError(.fileReadCorruptFile) }
  }
}
