internal import AfterwitWire
internal import Crypto

extension Token {
  /// What the relay keeps of a session's token: SHA-256, 32 bytes.
  var relayHash: [UInt8] { Array(SHA256.hash(data: bytes)) }
}
