/// One side of a pairing, as both let themselves be led.
public protocol PairingSide {
  /// Whether the person here has confirmed the words, and the other side has not answered yet.
  var hasConfirmed: Bool { get }
  /// Takes the next message of the mailbox.
  mutating func receive(_ bytes: [UInt8]) throws(PairingFailure) -> [PairingEffect]
  /// The person found the same words on both screens.
  mutating func confirm() throws(PairingFailure) -> [PairingEffect]
  /// The person found different words, or gives up.
  mutating func decline() throws(PairingFailure) -> [PairingEffect]
}
