internal import AfterwitWire
internal import Crypto

/// Challenges that the relay knows again without having kept them.
///
/// Whoever asks is given a challenge, so keeping each would let strangers fill or flush a memory.
/// A nonce is instead the time, 8 random bytes and a code over both and the request, 16 bytes of
/// HMAC-SHA-256 under a key of the storage. Only nonces with a right answer are kept, until they
/// end, so that each can be answered once.
struct ChallengeNonces: Sendable {
  private let key: SymmetricKey

  init(key: [UInt8]) {
    self.key = SymmetricKey(data: key)
  }

  /// A nonce for a request: 32 bytes.
  func make(for request: ChallengeRequest, now: UInt64, random: [UInt8]) -> [UInt8] {
    precondition(random.count == 8)
    var nonce: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) {
      nonce.append(UInt8(truncatingIfNeeded: now >> UInt64(shift)))
    }
    nonce += random
    return nonce + code(of: nonce, for: request)
  }

  /// When a nonce ends, if it was made here for the request and `now` is not too late.
  ///
  /// One from later than `now` is not taken: a clock that was set back must not lengthen its time.
  func expiry(of nonce: [UInt8], for request: ChallengeRequest, now: UInt64) -> UInt64? {
    guard nonce.count == 32 else { return nil }
    let expected = code(of: Array(nonce[..<16]), for: request)
    let difference = zip(nonce[16...], expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
    guard difference == 0 else { return nil }
    let made = nonce[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let expires = made + Limits.challengeLifetime * 1000
    return made <= now && now < expires ? expires : nil
  }

  private func code(of start: [UInt8], for request: ChallengeRequest) -> [UInt8] {
    let message = Array("afterwit/relay/nonce\0".utf8) + request.bytes + start
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(16))
  }
}
