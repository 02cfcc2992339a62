import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitWire
import Crypto

/// A large journal of control envelopes, each signed: most saw all that was there, some not.
struct FoldScene {
  private struct Author {
    let key: Curve25519.Signing.PrivateKey
    let member: Member
    let admission: EnvelopeID
    let sponsor: Int
    var last: Envelope?
    var isOut = false
  }

  private(set) var envelopes: [Envelope] = []
  private var authors: [Author] = []
  private var tips: [EnvelopeID] = []
  private var epoch = Epoch(number: 1, identity: [UInt8](repeating: 5, count: 32))
  private var random = SeededGenerator(seed: 1)

  /// The members' keys, for who verifies.
  var keys: [DeviceID: SigningKey] {
    Dictionary(uniqueKeysWithValues: authors.map { ($0.member.device, $0.member.signingKey) })
  }

  /// - Parameters:
  ///   - members: how many are members in the end.
  ///   - acts: how many envelopes there are.
  ///   - revocations: how many of them shut somebody out and begin an epoch.
  init(members: Int, acts: Int, revocations: Int) throws {
    newcomer(Member.deviceRank, .zero, by: 0)
    newcomer(Member.recoveryRank, .zero, by: 0)
    try write(
      0,
      ControlRecord.founding(
        founder: authors[0].member, recovery: authors[1].member, epoch: epoch
      ) { wrap($0) }, seesAll: true)
    let admissions = members + revocations - 2
    let every = acts / (revocations + 1)
    var shut = 0
    for act in 1..<acts {
      if act % every == 0, shut < revocations {
        shut += 1
        try revoke()
      } else if authors.count < admissions + 2 {
        let sponsor = present()
        newcomer(Member.deviceRank, .zero, by: sponsor)
        let member = authors.removeLast()
        try write(sponsor, [.member(member.member), .wrappedKey(wrap(member.member))])
        authors.append(
          Author(
            key: member.key, member: member.member, admission: envelopes[act].id, sponsor: sponsor))
      } else {
        let author = present()
        try write(author, [.wrappedKey(wrap(authors[present()].member))])
      }
    }
  }

  private mutating func revoke() throws {
    var target = present()
    while target < 2 { target = present() }
    let author = authors[authors[target].sponsor].isOut ? 1 : authors[target].sponsor
    authors[target].isOut = true
    let base = Epoch.Base(
      number: epoch.number, identity: epoch.identity,
      sealedKey: [UInt8](repeating: 4, count: Epoch.Base.sealedByteCount))
    epoch = Epoch(
      number: epoch.number + 1,
      identity: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) },
      bases: [base])
    let revocation = Revocation(
      target: authors[target].member.device,
      controlCut: [authors[target].last?.id].compactMap { $0 }, cut: [])
    let wraps = authors.filter { !$0.isOut }.map { ControlRecord.wrappedKey(wrap($0.member)) }
    try write(author, [.revocation(revocation), .epoch(epoch)] + wraps, seesAll: true)
  }

  /// Somebody who is a member.
  private mutating func present() -> Int {
    while true {
      let author = Int.random(in: authors.indices, using: &random)
      if !authors[author].isOut { return author }
    }
  }

  private mutating func newcomer(_ rank: UInt8, _ admission: EnvelopeID, by sponsor: Int) {
    let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return }
    let member = Member(
      rank: rank, signingKey: SigningKey(key.publicKey),
      agreementKey: [UInt8](repeating: 9, count: Member.agreementKeyByteCount))
    authors.append(
      Author(key: key, member: member, admission: admission, sponsor: sponsor, last: nil))
  }

  private func wrap(_ member: Member) -> WrappedKey {
    WrappedKey(
      epoch: epoch.number, identity: epoch.identity, recipient: member.device,
      encapsulatedKey: [UInt8](repeating: 1, count: WrappedKey.encapsulatedByteCount),
      ciphertext: [UInt8](repeating: 2, count: WrappedKey.ciphertextByteCount))
  }

  private mutating func write(
    _ author: Int, _ said: [ControlRecord], seesAll: Bool? = nil
  ) throws {
    let own = authors[author].last
    let seesAll = seesAll ?? (UInt8.random(in: 0..<5, using: &random) > 0)
    var records = said
    if !envelopes.isEmpty {
      let others = seesAll ? tips : [authors[author].admission]
      records.insert(.seen(Seen(before: own?.id ?? .zero, others: others)), at: 0)
    }
    let payload = ControlRecord.encode(records)
    let zeros = [UInt8](repeating: 0, count: 32)
    let header = EnvelopeHeader(
      kind: .control, journal: JournalID([UInt8](repeating: 3, count: 16)).unsafelyUnwrapped,
      device: authors[author].member.device, number: (own?.header.number ?? 0) + 1,
      previous: own?.id ?? .zero, epoch: 0, salt: zeros, commitment: zeros,
      payloadLength: UInt32(payload.count), payloadHash: Array(SHA256.hash(data: payload)))
    let envelope = try Envelope.signed(header: header, payload: payload, key: authors[author].key)
    envelopes.append(envelope)
    authors[author].last = envelope
    tips = seesAll ? [envelope.id] : tips + [envelope.id]
  }
}
