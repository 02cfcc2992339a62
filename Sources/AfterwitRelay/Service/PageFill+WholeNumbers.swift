extension PageFill {
  /// The envelopes taken, without those of a number of which others did not fit.
  ///
  /// A client may then go on from the number after the last it received. Where the page holds no
  /// other number, all that were taken.
  var wholeNumbers: [[UInt8]] {
    guard let left else { return envelopes }
    let cut = Self.number(of: left)
    let whole = envelopes.prefix { Self.number(of: $0) != cut }
    return whole.isEmpty ? envelopes : Array(whole)
  }

  /// The number at offset 56 of an envelope's header.
  private static func number(of envelope: [UInt8]) -> ArraySlice<UInt8> { envelope[56..<64] }
}
