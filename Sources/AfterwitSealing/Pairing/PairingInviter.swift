public import AfterwitEncoding
public import AfterwitWire

/// The member's side of a pairing; it decides what to do, and its caller does it.
///
/// ```
/// idle ─start─► waiting ─hello─► comparing ─both confirmed─► admitting ─admitted─► ended
/// ```
///
/// A failure or `declined` ends the pairing in any state. The caller hands over each message of the
/// mailbox once, in order, this side's own messages included.
public struct PairingInviter: PairingSide, Sendable {
  /// Where the pairing stands.
  public enum State: Hashable, Sendable {
    /// Nothing has been said.
    case idle
    /// The commitment is in the mailbox; the joiner's hello comes next.
    case waiting
    /// Both screens show the words; the values tell which side has confirmed them.
    case comparing(here: Bool, there: Bool)
    /// Both confirmed; the member is to be admitted.
    case admitting
    /// Done, declined or failed.
    case ended
  }

  /// Where the pairing stands.
  public private(set) var state: State = .idle
  /// The new device, from its hello on.
  public private(set) var joiner: Member?
  private var channel: PairingChannel
  private var transcript: PairingTranscript
  private let commitment: PairingMessage
  private let reveal: PairingMessage

  /// Prepares the pairing of one invite for this device and its journal.
  public init(
    invite: Invite, journal: JournalID, device: DeviceID,
    using random: inout some RandomNumberGenerator
  ) {
    channel = PairingChannel(invite: invite, side: .inviter, using: &random)
    let nonce = random.bytes(PairingMessage.nonceByteCount)
    let hash = PairingTranscript.commitment(nonce: nonce, device: device)
    transcript = PairingTranscript(invite: invite, commitment: hash, journal: journal)
    commitment = .commitment(hash: hash, journal: journal)
    reveal = .reveal(nonce: nonce, device: device)
  }

  /// Begins with the first message; the mailbox must be open.
  public mutating func start() throws(PairingFailure) -> [PairingEffect] {
    precondition(state == .idle)
    state = .waiting
    return [.leave(try say(commitment))]
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
    guard case .comparing(_, let there) = state else { throw PairingFailure.outOfOrder }
    return confirmed(here: true, there: there)
  }

  /// The person found different words, or gives up.
  public mutating func decline() throws(PairingFailure) -> [PairingEffect] {
    guard state != .ended else { throw PairingFailure.ended }
    state = .ended
    return [.leave(try say(.declined))]
  }

  /// The member was admitted by this envelope, and the relay has it.
  public mutating func admitted(by envelope: EnvelopeID) throws(PairingFailure) -> [PairingEffect] {
    guard state == .admitting else { throw PairingFailure.outOfOrder }
    state = .ended
    return [.leave(try say(.welcome(admission: envelope))), .done(admission: envelope)]
  }

  private mutating func handle(_ message: PairingMessage) throws(PairingFailure) -> [PairingEffect]
  {
    switch (state, message) {
    case (.waiting, .hello(let hello)):
      try check(hello)
      joiner = hello.member
      transcript.append(message)
      transcript.append(reveal)
      state = .comparing(here: false, there: false)
      return [.leave(try say(reveal)), .ask(words: transcript.words)]
    case (.comparing(let here, there: false), .confirmed):
      return confirmed(here: here, there: true)
    case (.waiting, .declined), (.comparing, .declined):
      state = .ended
      return [.declined]
    default:
      throw PairingFailure.outOfOrder
    }
  }

  private func check(_ hello: PairingMessage.Hello) throws(PairingFailure) {
    let signed = transcript.proofBytes(for: hello.unsigned)
    guard hello.member.rank == Member.deviceRank,
      hello.member.signingKey.isValid(hello.proof, for: signed),
      hello.member.canReceiveKeys
    else { throw PairingFailure.proof }
  }

  private mutating func confirmed(here: Bool, there: Bool) -> [PairingEffect] {
    guard here, there, let joiner else {
      state = .comparing(here: here, there: there)
      return []
    }
    state = .admitting
    return [.admit(joiner)]
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
