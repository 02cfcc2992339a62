package import AfterwitEncoding
package import AfterwitWire
internal import Crypto

/// Everyone who may act in a history of the model, by number.
package enum ModelCast {
  /// The founder.
  package static let founder = 0
  /// The recovery member of the genesis.
  package static let paper = 1
  /// The devices that others let in, in the order in which they come.
  package static let devices = 2...4
  /// A machine that comes back from the paper, after all that the history says.
  package static let last = 5
  /// The papers that follow the first.
  package static let papers = 6...13

  /// The name of each, as the reference reads it.
  package static let names = ["D", "R", "L", "P", "X", "Z"] + papers.map { "Q\($0)" }

  /// Whether a number is that of a recovery member.
  package static func isPaper(_ number: Int) -> Bool {
    number == paper || papers.contains(number)
  }

  /// The member that a number stands for.
  package static let members: [Member] = names.indices.map { number in
    let seed = [UInt8](repeating: UInt8(number + 1), count: 32)
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      preconditionFailure("a seed has 32 bytes")
    }
    return Member(
      rank: isPaper(number) ? Member.recoveryRank : Member.deviceRank,
      signingKey: SigningKey(key.publicKey),
      agreementKey: [UInt8](repeating: 9, count: Member.agreementKeyByteCount))
  }

  /// The number of a device.
  package static let numbers: [DeviceID: Int] = Dictionary(
    uniqueKeysWithValues: members.enumerated().map { ($1.device, $0) })
}
