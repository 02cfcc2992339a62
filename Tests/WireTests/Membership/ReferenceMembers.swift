/// Who is a member, read straight from the sentences of the chapter, without rounds or sets of bits:
/// each question asks the next one.
///
/// It has no answer where a question comes back to itself. The fold must have one there too, but
/// nothing says which.
final class ReferenceMembers {
  /// An envelope as the sentences see it.
  struct Envelope {
    var author: String
    var before: Int?
    var seen: Set<Int>
    var admits: [String] = []
    var revokes: [(target: String, cut: [Int])] = []
  }

  struct NoAnswer: Error {}

  private let envelopes: [Envelope]
  private var effects: [Int: Bool?] = [:]
  private var pasts: [Int: Set<Int>] = [:]

  init(_ envelopes: [Envelope]) {
    self.envelopes = envelopes
  }

  private static func rank(_ name: String) -> Int { ["R", "Q"].contains(name) ? 255 : 1 }

  /// The genesis, and all that an envelope had seen, directly or not.
  private func past(_ place: Int) -> Set<Int> {
    if let known = pasts[place] { return known }
    var past: Set<Int> = place == 0 ? [] : [0]
    let envelope = envelopes[place]
    for other in envelope.seen.union([envelope.before].compactMap { $0 }) {
      past.formUnion(self.past(other).union([other]))
    }
    pasts[place] = past
    return past
  }

  private func admissions(of name: String) -> [Int] {
    envelopes.indices.filter { place in
      envelopes[place].admits.contains(name)
        && (place == 0 || Self.rank(name) <= Self.rank(envelopes[place].author))
    }
  }

  /// An envelope has effect if its author was let in before it, and no revocation cuts it off.
  func hasEffect(_ place: Int) throws -> Bool {
    if let known = effects[place] {
      guard let known else { throw NoAnswer() }
      return known
    }
    guard place != 0 else { return true }
    effects[place] = .some(nil)
    let author = envelopes[place].author
    let wasIn = try admissions(of: author).contains {
      try past(place).contains($0) && hasEffect($0)
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
          let isKept = kept(revocation.cut + [other]).contains(place)
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
      try past(place).contains($0) && hasEffect($0)
    } && !isCutByOthers(place)
  }

  private func isCutByOthers(_ place: Int) throws -> Bool {
    let author = envelopes[place].author
    for (other, envelope) in envelopes.enumerated() where envelope.author != author {
      for revocation in envelope.revokes where revocation.target == author {
        if try isOlder(envelope.author, than: author), try hasEffect(other),
          !kept(revocation.cut).contains(place)
        {
          return true
        }
      }
    }
    return false
  }

  private func kept(_ ends: [Int]) -> Set<Int> {
    var kept: Set<Int> = []
    for end in ends {
      var next: Int? = end
      while let place = next, envelopes[place].author == envelopes[end].author {
        kept.insert(place)
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
    let first = valid.filter { place in !valid.contains { past(place).contains($0) } }
    return try !first.isEmpty
      && first.allSatisfy { place in
        try admissions(of: left).contains { try past(place).contains($0) && hasEffect($0) }
      }
  }

  /// Who is a member: let in with effect, and not revoked by anybody older, or by itself as a paper.
  func members() throws -> Set<String> {
    let letIn = try Set(
      envelopes.indices.filter { try hasEffect($0) }.flatMap { place in
        envelopes[place].admits.filter {
          place == 0 || Self.rank($0) <= Self.rank(envelopes[place].author)
        }
      })
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
