internal import AfterwitEncoding
internal import Crypto

/// The operator's consent to one journal: 80 random bits in groups of four characters.
///
/// The relay keeps a hash. With 80 random bits a plain hash is enough: there is nothing to guess.
struct OperatorCode: Hashable, Sendable {
  /// The characters without hyphens, in their one form.
  private let characters: String

  /// Makes a code of random bytes, ``RelayLimits/codeByteCount`` of them.
  init(random: [UInt8]) {
    precondition(random.count == RelayLimits.codeByteCount)
    characters = Base32.encode(random)
  }

  /// Reads what a person typed: case, hyphens and spaces do not matter.
  init?(typed text: String) {
    let kept = text.filter { $0 != "-" && !$0.isWhitespace }
    guard let normal = Base32.normalize(kept), Base32.decode(normal)?.count == 10 else {
      return nil
    }
    characters = normal
  }

  /// As it is printed: `xxxx-xxxx-xxxx-xxxx`.
  var text: String {
    stride(from: 0, to: characters.utf8.count, by: 4)
      .map { characters.dropFirst($0).prefix(4) }
      .joined(separator: "-")
  }

  /// What is kept of it: SHA-256, 32 bytes.
  var hash: [UInt8] {
    Array(SHA256.hash(data: Array("afterwit/relay/code\0\(characters)".utf8)))
  }
}
