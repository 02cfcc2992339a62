public import AfterwitEncoding
internal import AfterwitWire

/// The new device's side of a pairing; it decides what to do, and its caller does it.
///
/// ```
/// waiting ─commitment─► introduced ─reveal─► comparing ─confirm─► confirmed ─welcome─► ended
/// ```
///
/// A failure or `declined` ends the pairing in any state. The caller hands over each message of the
/// mailbox once, in order, this side's own messages included.
public struct PairingJoiner: PairingSide, Sendable {
  /// Where the pairing stands.
  public enum State: Hashable, Sendable {
    /// The inviter's commitment comes next.
    case waiting
    /// The hello is in the mailbox; the inviter's reveal comes next.
    case introduced
    /// Both screens show the words.
    case comparing
    /// This side has confirmed; the admission comes next.
    case confirmed
    /// Done, declined or failed.
    case ended
  }

  /// Where the pairing stands.
  public private(set) var state: State = .waiting
  /// The journal, from the inviter's first message on.
  public private(set) var journal: JournalID?
  /// Whether the person here has confirmed the words, and the welcome has not come yet.
  public var hasConfirmed: Bool { state == .confirmed }
  /// Whether the inviter may have admitted this device, because its person has confirmed the words.
  public private(set) var mayBeAdmitted = false
  /// The device that invited, from its second message on.
  public private(set) var inviter: DeviceID?
  private let invite: Invite
  private let keys: DeviceKeys
  private let nonce: [UInt8]
  private var channel: PairingChannel
  private var commitment: [UInt8] = []
  private var transcript: PairingTranscript?

  /// Prepares to join with keys that this device made for itself.
  public init(
    invite: Invite, keys: DeviceKeys, using random: inout some RandomNumberGenerator
  ) {
    self.invite = invite
    self.keys = keys
    channel = PairingChannel(invite: invite, side: .joiner, using: &random)
    nonce = random.bytes(PairingMessage.nonceByteCount)
  }

  /// Takes the next message of the mailbox.
  public mutating func receive(_ bytes: [UInt8]) throws(PairingFailure) -> [PairingEffect] {
    guard state != .ended else { throw PairingFailure.ended }
    do throws(PairingFailure) {
      guard let message = try channel.open(bytes) else { return [] }
      return try handle(message)
    } catch {
      state = .ended
      throw error
    }
  }

  /// The person found the same words on both screens.
  public mutating func confirm() throws(PairingFailure) -> [PairingEffect] {
    guard state != .ended else { throw PairingFailure.ended }
    guard state == .comparing else { throw PairingFailure.outOfOrder }
    state = .confirmed
    mayBeAdmitted = true
    return [.leave(try say(.confirmed))]
  }

  /// The person found different words, or gives up; after a confirmation no message is sent.
  public mutating func decline() throws(PairingFailure) -> [PairingEffect] {
    guard state != .ended else { throw PairingFailure.ended }
    let wasConfirmed = state == .confirmed
    state = .ended
    return wasConfirmed ? [] : [.leave(try say(.declined))]
  }

  private mutating func handle(_ message: PairingMessage) throws(PairingFailure) -> [PairingEffect]
  {
    switch (state, message) {
    case (.waiting, .commitment(let hash, let journal)):
      commitment = hash
      self.journal = journal
      state = .introduced
      return [.leave(try say(try hello(hash: hash, journal: journal)))]
    case (.introduced, .reveal(let nonce, let device)):
      guard PairingTranscript.commitment(nonce: nonce, device: device) == commitment,
        var transcript
      else { throw PairingFailure.commitment }
      inviter = device
      transcript.append(message)
      state = .comparing
      return [.ask(words: transcript.words)]
    case (.confirmed, .welcome(let admission)):
      state = .ended
      return [.done(admission: admission)]
    case (_, .declined):
      state = .ended
      return [.declined]
    default:
      throw PairingFailure.outOfOrder
    }
  }

  private mutating func hello(
    hash: [UInt8], journal: JournalID
  ) throws(PairingFailure) -> PairingMessage {
    var transcript = PairingTranscript(invite: invite, commitment: hash, journal: journal)
    let signed = transcript.proofBytes(for: keys.member.bytes + nonce)
    do throws(SealingFailure) {
      let message = PairingMessage.hello(
        PairingMessage.Hello(member: keys.member, nonce: nonce, proof: try keys.sign(signed)))
      transcript.append(message)
      self.transcript = transcript
      return message
    } catch {
      throw PairingFailure.cryptography
    }
  }

  private mutating func say(_ message: PairingMessage) throws(PairingFailure) -> [UInt8] {
    do throws(PairingFailure) {
      return try channel.seal(message)
    } catch {
      state = .ended
      throw error
    }
  }
}
