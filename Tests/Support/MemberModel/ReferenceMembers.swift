/// Who is a member, read straight from the sentences of the chapter, without rounds: each question
/// asks the next one.
///
/// It has no answer where a question comes back to itself. The fold must have one there too, but
/// nothing says which.
package final class ReferenceMembers {
  /// An envelope as the sentences see it.
  package struct Envelope {
    package var author: String
    package var before: Int?
    package var seen: Set<Int>
    package var admits: [String]
    package var revokes: [(target: String, cut: [Int])]

    package init(
      author: String, before: Int?, seen: Set<Int>, admits: [String] = [],
      revokes: [(target: String, cut: [Int])] = []
    ) {
      self.author = author
      self.before = before
      self.seen = seen
      self.admits = admits
      self.revokes = revokes
    }
  }

  package struct NoAnswer: Error {}

  private let envelopes: [Envelope]
  private var effects: [Bool??]
  private var pasts: [UInt64] = []
  private var letIn: [String: [Int]] = [:]

  /// The envelopes, each after what it had seen.
  package init(_ envelopes: [Envelope]) {
    self.envelopes = envelopes
    effects = [Bool??](repeating: nil, count: envelopes.count)
    for (place, envelope) in envelopes.enumerated() {
      pasts.append(
        envelope.seen.union([envelope.before].compactMap { $0 }).reduce(place == 0 ? 0 : 1) {
          $0 | pasts[$1] | 1 << UInt64($1)
        })
      for name in Set(envelope.admits)
      where place == 0 || Self.rank(name) <= Self.rank(envelope.author) {
        letIn[name, default: []].append(place)
      }
    }
  }

  private static func rank(_ name: String) -> Int {
    name == "R" || name.utf8.first == 81 ? 255 : 1
  }

  private func admissions(of name: String) -> [Int] { letIn[name] ?? [] }

  /// Everyone whom anybody let in who could, with effect or not.
  package var cast: Set<String> { Set(letIn.keys) }

  /// An envelope has effect if its author was let in before it, and no revocation cuts it off.
  package func hasEffect(_ place: Int) throws -> Bool {
    if let known = effects[place] {
      guard let known else { throw NoAnswer() }
      return known
    }
    guard place != 0 else { return true }
    effects[place] = .some(nil)
    let author = envelopes[place].author
    let wasIn = try admissions(of: author).contains {
      try pasts[place].holds($0) && hasEffect($0)
    }
    let answer = try wasIn && !isCut(place)
    effects[place] = answer
    return answer
  }

  private func isCut(_ place: Int) throws -> Bool {
    let author = envelopes[place].author
    var retirements: [Bool] = []
    for (other, envelope) in envelopes.enumerated() {
      for revocation in envelope.revokes where revocation.target == author {
        if envelope.author == author {
          guard Self.rank(author) == 255 else { continue }
          let isKept = kept(revocation.cut + [other]).holds(place)
          // What keeps itself cannot depend on itself.
          if isKept && other == place { return try isCutByOthers(place) }
          if try hasEffectBesidesOwn(other) { retirements.append(isKept) }
        }
      }
    }
    if !retirements.isEmpty && !retirements.contains(true) { return true }
    return try isCutByOthers(place)
  }

  /// Whether a retirement has effect: other retirements of the same member do not cut it off.
  private func hasEffectBesidesOwn(_ place: Int) throws -> Bool {
    try admissions(of: envelopes[place].author).contains {
      try pasts[place].holds($0) && hasEffect($0)
    } && !isCutByOthers(place)
  }

  private func isCutByOthers(_ place: Int) throws -> Bool {
    let author = envelopes[place].author
    for (other, envelope) in envelopes.enumerated() where envelope.author != author {
      for revocation in envelope.revokes where revocation.target == author {
        if try isOlder(envelope.author, than: author), try hasEffect(other),
          !kept(revocation.cut).holds(place)
        {
          return true
        }
      }
    }
    return false
  }

  private func kept(_ ends: [Int]) -> UInt64 {
    var kept: UInt64 = 0
    for end in ends {
      var next: Int? = end
      while let place = next, envelopes[place].author == envelopes[end].author {
        kept |= 1 << UInt64(place)
        next = envelopes[place].before
      }
    }
    return kept
  }

  /// One is older if it ranks above, or was let in before each first admission of the other.
  private func isOlder(_ left: String, than right: String) throws -> Bool {
    if Self.rank(left) != Self.rank(right) { return Self.rank(left) > Self.rank(right) }
    if left == right || ["D", "R"].contains(right) { return false }
    if ["D", "R"].contains(left) { return true }
    let valid = try admissions(of: right).filter { try hasEffect($0) }
    let first = valid.filter { place in !valid.contains { pasts[place].holds($0) } }
    return try !first.isEmpty
      && first.allSatisfy { place in
        try admissions(of: left).contains { try pasts[place].holds($0) && hasEffect($0) }
      }
  }

  /// Who is a member: let in with effect, and not revoked by anybody older, or by itself as a paper.
  package func members() throws -> Set<String> {
    let letIn = try cast.filter { name in
      try admissions(of: name).contains { try hasEffect($0) }
    }
    return try letIn.filter { name in
      try !envelopes.enumerated().contains { place, envelope in
        try envelope.revokes.contains { revocation in
          guard revocation.target == name else { return false }
          guard try hasEffect(place) else { return false }
          return try envelope.author == name
            ? Self.rank(name) == 255 : isOlder(envelope.author, than: name)
        }
      }
    }
  }
}
