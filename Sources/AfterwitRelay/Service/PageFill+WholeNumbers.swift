extension PageFill {
  /// The envelopes without a last number of which some did not fit, unless it is the only one.
  ///
  /// A client may then go on from the number after the last it received.
  var wholeNumbers: [[UInt8]] {
    guard let left else { return envelopes }
    let cut = Self.number(of: left)
    let whole = envelopes.prefix { Self.number(of: $0) != cut }
    return whole.isEmpty ? envelopes : Array(whole)
  }

  /// The number at offset 56 of an envelope's header.
  private static func number(of envelope: [UInt8]) -> ArraySlice<UInt8> { envelope[56..<64] }
}
