/// One side of a pairing, as both let themselves be led.
public protocol PairingSide {
  /// Takes the next message of the mailbox.
  mutating func receive(_ bytes: [UInt8]) throws(PairingFailure) -> [PairingEffect]
  /// The person found the same words on both screens.
  mutating func confirm() throws(PairingFailure) -> [PairingEffect]
  /// The person found different words, or gives up.
  mutating func decline() throws(PairingFailure) -> [PairingEffect]
}
