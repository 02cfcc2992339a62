internal import AfterwitDevice

extension JSONValue {
  /// What the taking of a bundle came to, as `afterwit.bundle/1`.
  static func document(_ taking: BundleTaking, reviews: Int) -> JSONValue {
    .members([
      "schema": .string("afterwit.bundle/1"),
      "whole": .flag(taking.end == .whole),
      "envelopes": .integer(taking.envelopes),
      "came": .integer(taking.new),
      "known": .integer(taking.known),
      "waiting": .integer(taking.waiting),
      "forged": .integer(taking.forged),
      "left": .integer(taking.left),
      "reviews": .integer(reviews),
    ])
  }
}
