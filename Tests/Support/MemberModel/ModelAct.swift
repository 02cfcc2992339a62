/// One control envelope of a history: who wrote it, what it had seen, and what it says.
///
/// Envelopes are named by their places, of which the genesis has 0; a set of them is a word of bits.
package struct ModelAct: Hashable, Sendable {
  /// A revocation, and the envelopes of its target that it leaves standing.
  package struct Revocation: Hashable, Sendable {
    package let target: Int
    package let kept: UInt64
  }

  package let author: Int
  /// All that it had seen, directly or not.
  package let seen: UInt64
  /// The envelope of its author that it goes on from.
  package let before: Int?
  package var admits: [Int] = []
  package var revokes: [Revocation] = []
  /// Whether it begins an epoch.
  package var rotates = false

  /// Whether its author is a paper that it renews: the new key is for others.
  package var isRenewal: Bool { revokes.contains { $0.target == author } }

  /// A line that says it.
  package var text: String {
    let names = ModelCast.names
    var parts = ["\(names[author]) after \(before.map(String.init) ?? "-") saw \(seen.places)"]
    parts += admits.map { "admits \(names[$0])" }
    parts += revokes.map { "revokes \(names[$0.target]) beyond \($0.kept.places)" }
    if rotates { parts.append("begins an epoch") }
    return parts.joined(separator: ", ")
  }
}

extension UInt64 {
  /// The places of its bits, ascending.
  package var places: [Int] {
    var places: [Int] = []
    var rest = self
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return places
  }

  /// Whether it holds a place.
  package func holds(_ place: Int) -> Bool { self >> UInt64(place) & 1 == 1 }
}
