import AfterwitEncoding
import AfterwitWire
import Crypto

/// Control envelopes of a journal whose devices have names, not signed: a fold looks at no signature.
struct ControlHistory {
  /// What an envelope does.
  enum Act {
    case admit(String)
    /// Shuts out; the cut is the places of control envelopes.
    case revoke(String, [Int])
    /// Begins an epoch on the last ones that were seen, for these.
    case epoch([String])
  }

  static let journal = JournalID([UInt8](repeating: 3, count: 16)).unsafelyUnwrapped

  private(set) var envelopes: [Envelope]
  private(set) var records: [[ControlRecord]] = []
  private var numbers: [String: UInt64] = [:]
  private var nonce: UInt64 = 0

  /// A journal that `D` founded, under `R`.
  init() {
    envelopes = []
    let epoch = Epoch(number: 1, identity: [UInt8](repeating: 5, count: 32))
    write(
      "D",
      ControlRecord.founding(founder: Self.member("D"), recovery: Self.member("R"), epoch: epoch) {
        Self.wrapped(epoch, for: $0)
      }, after: nil)
  }

  /// Writes an envelope: by whom, what it had seen, and which of the author's own it follows.
  /// - Returns: Its place.
  @discardableResult
  mutating func write(
    by author: String, _ acts: [Act], seen: [Int], after before: Int?
  ) -> Int {
    let past = roster(of: Set(seen + [before].compactMap { $0 }).union([0]).sorted())
    var records: [ControlRecord] = [
      .seen(
        Seen(
          before: before.map { envelopes[$0].id } ?? .zero, others: seen.map { envelopes[$0].id }))
    ]
    for act in acts {
      switch act {
      case .admit(let name):
        records.append(.member(Self.member(name)))
        for epoch in past.membership.lastEpochs {
          records.append(.wrappedKey(Self.wrapped(epoch, for: Self.member(name))))
        }
      case .revoke(let name, let cut):
        records.append(
          .revocation(
            Revocation(
              target: Self.member(name).device, controlCut: cut.map { envelopes[$0].id }, cut: [])))
      case .epoch(let names):
        nonce += 1
        let last = past.membership.lastEpochs
        let sealed = [UInt8](repeating: 4, count: Epoch.Base.sealedByteCount)
        let epoch = Epoch(
          number: (last.map(\.number).max() ?? 0) + 1,
          identity: Array(SHA256.hash(data: Array("\(author) \(nonce)".utf8))),
          bases: last.map {
            Epoch.Base(number: $0.number, identity: $0.identity, sealedKey: sealed)
          })
        records.append(.epoch(epoch))
        for name in names {
          records.append(.wrappedKey(Self.wrapped(epoch, for: Self.member(name))))
        }
      }
    }
    write(author, records, after: before)
    return envelopes.count - 1
  }

  /// Announces an epoch as it is.
  mutating func announce(_ epoch: Epoch, by author: String, seen: [Int]) {
    let known = Seen(before: .zero, others: seen.map { envelopes[$0].id })
    write(author, [.seen(known), .epoch(epoch)], after: nil)
  }

  private mutating func write(_ author: String, _ records: [ControlRecord], after before: Int?) {
    let payload = ControlRecord.encode(records)
    let zeros = [UInt8](repeating: 0, count: 32)
    let number = before.map { envelopes[$0].header.number + 1 } ?? 1
    let header = EnvelopeHeader(
      kind: .control, journal: Self.journal, device: Self.member(author).device, number: number,
      previous: before.map { envelopes[$0].id } ?? .zero, epoch: 0, salt: zeros, commitment: zeros,
      payloadLength: UInt32(payload.count), payloadHash: Array(SHA256.hash(data: payload)))
    envelopes.append(
      Envelope(header: header, signature: [UInt8](repeating: 0, count: 64), payload: payload))
    self.records.append(records)
  }

  /// The roster of some of the envelopes, in this order; the genesis may come anywhere.
  func roster(of places: [Int]) -> Roster {
    do {
      guard
        let roster = try Roster.folded(
          admitted: places.map { envelopes[$0] }, genesis: envelopes[0].id)
      else { preconditionFailure("the genesis is missing") }
      return roster
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// The roster of all envelopes.
  var roster: Roster { roster(of: Array(envelopes.indices)) }

  /// The names of a roster's members.
  static func members(_ roster: Roster) -> Set<String> {
    Set(roster.members.map { name($0.device) })
  }

  static func name(_ device: DeviceID) -> String {
    cast.names[device] ?? "?"
  }

  static func member(_ name: String) -> Member {
    cast.members[name].unsafelyUnwrapped
  }

  private static func wrapped(_ epoch: Epoch, for member: Member) -> WrappedKey {
    WrappedKey(
      epoch: epoch.number, identity: epoch.identity, recipient: member.device,
      encapsulatedKey: [UInt8](repeating: 1, count: WrappedKey.encapsulatedByteCount),
      ciphertext: [UInt8](repeating: 2, count: WrappedKey.ciphertextByteCount))
  }

  /// Everyone there is: `R` stands above, so does `Q`; the others are devices.
  private static let cast: (members: [String: Member], names: [DeviceID: String]) = {
    var members: [String: Member] = [:]
    var names: [DeviceID: String] = [:]
    let all = ["R", "Q", "D", "L", "P", "X", "Y"] + (0..<40).map { "S\($0)" }
    for (number, name) in all.enumerated() {
      let seed = [UInt8](repeating: UInt8(number + 1), count: 32)
      guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { continue }
      let member = Member(
        rank: ["R", "Q"].contains(name) ? Member.recoveryRank : Member.deviceRank,
        signingKey: SigningKey(key.publicKey),
        agreementKey: [UInt8](repeating: 9, count: Member.agreementKeyByteCount))
      members[name] = member
      names[member.device] = name
    }
    return (members, names)
  }()
}
