// Swift compares strings by Unicode's normal forms, so its library holds their tables, but it gives
// the forms no public names yet. This file alone uses the names that it has for them.
@_spi(_Unicode) internal import Swift

extension String {
  /// The same text with each letter and its accents in one scalar where there is one (NFC).
  var composed: String { String(decoding: _nfcCodeUnits, as: UTF8.self) }

  /// The scalars of the same text with each letter apart from its accents (NFD).
  var decomposed: some Sequence<Unicode.Scalar> { _nfd }
}
