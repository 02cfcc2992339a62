import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Testing

@testable import AfterwitDocument

@Suite("Conflicts that are kept together")
struct TextConflictsTests {
  private static func hunk(_ index: Int, _ number: Int = 0) -> KnownHunk {
    var bytes = [UInt8](repeating: 0, count: 32)
    (bytes[0], bytes[1]) = (UInt8(index >> 8), UInt8(index & 0xff))
    return KnownHunk(
      index: index, id: HunkID(envelope: EnvelopeID(bytes) ?? .zero, number: number))
  }

  @Test("are the pairs that were found, without those that answers decided", arguments: 0..<200)
  func pairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var conflicts = TextConflicts()
    var expected: Set<TextConflict> = []
    for index in 1..<40 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        let decided = Set((0..<index).filter { _ in Bool.random(using: &random) })
        let left = expected.filter {
          !(decided.contains($0.left.index) && decided.contains($0.right.index))
        }
        #expect(conflicts.settle { decided.contains($0.index) } == (left.count < expected.count))
        expected = left
      }
      let first = Int.random(in: 0..<index, using: &random)
      let skipped = Int.random(in: 0..<index, using: &random)
      let found = (first..<index).filter { $0 != skipped }.flatMap { other in
        (0...index % 2).map { number in
          TextConflict(left: Self.hunk(other), right: Self.hunk(index, number))
        }
      }
      conflicts.append(found)
      expected.formUnion(found)
      #expect(Set(conflicts.pairs) == expected && conflicts.pairs.count == expected.count)
      #expect(conflicts.isEmpty == expected.isEmpty)
    }
  }

  @Test("A thousand saves that each met a thousand are kept as two thousand, not as a million")
  func runs() {
    var conflicts = TextConflicts()
    for right in 1000..<2000 {
      conflicts.append(
        (0..<1000).map { TextConflict(left: Self.hunk($0), right: Self.hunk(right)) })
    }
    #expect(conflicts.meetings.count == 1)
    #expect(conflicts.meetings.map(\.left.count) == [1000])
    #expect(conflicts.meetings.map(\.right.count) == [1000])
  }
}
