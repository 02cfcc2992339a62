import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitVectors
import Testing

@Suite("Vectors of causality", .serialized)
struct CausalityConformanceTests {
  struct Document: Decodable {
    struct Held: Decodable {
      let id: HexBytes
      let `is`: String
      let parents: [HexBytes]
    }
    struct Place: Decodable {
      let name, outcome: String
      let held: [Held]
      let previous, body: HexBytes
      let parents, `for`: [HexBytes]?
    }
    struct Step: Decodable {
      let wall, milliseconds: UInt64
      let counter: UInt16
    }
    struct Clock: Decodable {
      let name: String
      let steps: [Step]
    }
    let places: [Place]
    let clocks: [Clock]
  }

  @Test("causality.json is what the independent encoder makes")
  func file() throws {
    try VectorFile("vectors/causality.json").expect(CausalityVectors.document().json)
  }

  @Test("changes are placed, wait, or are void [AW-CAUS-2] [AW-CAUS-3] [AW-CAUS-4] [AW-CAUS-11]")
  func places() throws {
    for item in try document().places {
      let found = try Self.outcome(of: item)
      #expect(found.outcome == item.outcome, "\(item.name)")
      #expect(found.parents == item.parents.map(Set.init), "\(item.name)")
      if let missing = found.missing {
        #expect(item.for?.contains(missing) == true, "\(item.name)")
      }
    }
  }

  @Test("an author's timestamps are its wall clock's [AW-CAUS-9]")
  func clocks() throws {
    for item in try document().clocks {
      var clock = AuthorClock(last: nil)
      for step in item.steps {
        let expected = Timestamp(milliseconds: step.milliseconds, counter: step.counter)
        #expect(clock.next(now: step.wall) == expected, "\(item.name)")
      }
    }
  }

  private static func outcome(
    of item: Document.Place
  ) throws -> (outcome: String, parents: Set<HexBytes>?, missing: HexBytes?) {
    var graph = CausalGraph()
    var ids: [HexBytes] = []
    var held: [HexBytes: HeldParent] = [:]
    for envelope in item.held {
      switch envelope.is {
      case "change":
        let parents = envelope.parents.compactMap { ids.firstIndex(of: $0) }
        held[envelope.id] = .change(graph.append(parents: parents.sorted()))
        ids.append(envelope.id)
      case "waiting": held[envelope.id] = .nothing
      default: held[envelope.id] = .noChange
      }
    }
    guard let prefix = try? ChangePrefix(body: item.body.bytes) else { return ("void", nil, nil) }
    let previous = try #require(EnvelopeID(item.previous.bytes))
    switch prefix.place(after: previous, held: { held[HexBytes($0.bytes)] ?? .nothing }) {
    case .behind(let parents):
      return ("placed", Set(graph.maximal(parents).map { ids[$0] }), nil)
    case .waiting(let parent): return ("waits", nil, HexBytes(parent.bytes))
    case .void: return ("void", nil, nil)
    }
  }

  private func document() throws -> Document {
    try VectorFile("vectors/causality.json").decode()
  }
}
