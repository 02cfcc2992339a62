/// A set of members for each of many control envelopes: one bit each.
struct MemberSets: Sendable {
  private let width: Int
  private var words: [UInt64]

  /// Empty sets, for `count` envelopes and members numbered below `members`.
  init(count: Int, members: Int) {
    width = (members + 63) / 64
    words = [UInt64](repeating: 0, count: count * width)
  }

  /// Whether a member is in a set.
  func holds(_ member: Int, in set: Int) -> Bool {
    words[set * width + member / 64] >> UInt64(member % 64) & 1 == 1
  }

  /// Puts a member into a set.
  mutating func insert(_ member: Int, into set: Int) {
    words[set * width + member / 64] |= 1 << UInt64(member % 64)
  }

  /// Puts all members of one of the others' sets into one of these.
  mutating func formUnion(of others: MemberSets, _ set: Int, into own: Int) {
    for word in 0..<width { words[own * width + word] |= others.words[set * width + word] }
  }
}
