package import AfterwitEncoding

/// What is random once, when a relay's storage begins.
package struct RelayIdentity: Hashable, Sendable {
  /// Names this life of the storage.
  package let generation: Generation
  /// The seed of the relay's Ed25519 key, 32 bytes.
  package let signingSeed: [UInt8]
  /// The key with which the relay knows its own challenges again, 32 bytes.
  package let challengeKey: [UInt8]

  /// An identity of given parts.
  package init(generation: Generation, signingSeed: [UInt8], challengeKey: [UInt8]) {
    precondition(signingSeed.count == 32 && challengeKey.count == 32)
    self.generation = generation
    self.signingSeed = signingSeed
    self.challengeKey = challengeKey
  }

  /// A new identity from 80 random bytes.
  package init(from environment: RelayEnvironment) {
    guard let generation = Generation(environment.randomBytes(16)) else {
      preconditionFailure("sixteen random bytes were asked for")
    }
    self.init(
      generation: generation, signingSeed: environment.randomBytes(32),
      challengeKey: environment.randomBytes(32))
  }
}
