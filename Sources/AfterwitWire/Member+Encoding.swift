public import AfterwitEncoding

extension Member {
  /// Rank (1), signing key (32), agreement key (1216).
  public var bytes: [UInt8] { [rank] + signingKey.bytes + agreementKey }

  /// Reads what ``bytes`` wrote; refuses keys of small order, because they keep no secret.
  public init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let rank = try cursor.readByte()
    let beforeKey = cursor
    guard let signingKey = SigningKey(Array(try cursor.readBytes(SigningKey.byteCount))) else {
      throw beforeKey.failure(.unknownValue)
    }
    let beforeAgreement = cursor
    let agreementKey = Array(try cursor.readBytes(Self.agreementKeyByteCount))
    guard !Self.isOfLowOrder(agreementKey) else { throw beforeAgreement.failure(.unknownValue) }
    self.init(rank: rank, signingKey: signingKey, agreementKey: agreementKey)
  }

  /// Whether every exchange with the X25519 half, the last 32 bytes of an X-Wing key, gives zeros;
  /// only the half of ML-KEM would then protect anything.
  ///
  /// The points are 0, 1, the two of order eight, and p - 1, p, p + 1 (RFC 7748, section 6.1, and
  /// https://cr.yp.to/ecdh.html, "validate"); X25519 ignores the highest bit.
  private static func isOfLowOrder(_ agreementKey: [UInt8]) -> Bool {
    var point = Array(agreementKey.suffix(32))
    point[31] &= 0x7f
    return lowOrderPoints.contains(Hexadecimal.encode(point))
  }

  private static let lowOrderPoints: Set<String> = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]
}
