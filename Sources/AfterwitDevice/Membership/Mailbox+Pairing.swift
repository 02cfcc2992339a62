internal import AfterwitSealing
internal import AfterwitWire

extension Mailbox {
  /// Does what one side of a pairing wants, message after message, until it is done.
  ///
  /// - Parameters:
  ///   - effects: what it wants before the first message comes.
  ///   - waiting: gets what is waited for, each time that this is another thing.
  ///   - confirm: gets the four words; returns whether the other screen shows the same.
  ///   - keep: gets what is wanted once the person here has confirmed, before any of it is done.
  ///   - admit: makes the other side a member; returns what the pairing wants then.
  mutating func lead<Side: PairingSide>(
    _ pairing: inout Side, from effects: [PairingEffect] = [],
    waiting: (PairingWait) -> Void, confirm: ([String]) async -> Bool,
    keep: ([PairingEffect], Side) throws -> Void = { _, _ in },
    admit: (Member, inout Side) async throws -> [PairingEffect]
  ) async throws {
    var effects = effects
    var told: PairingWait?
    while true {
      while !effects.isEmpty {
        switch effects.removeFirst() {
        case .leave(let message): try await leave(message)
        case .ask(let words):
          guard await confirm(words) else {
            // It was a no, whether or not the other side learns of it.
            for case .leave(let message) in try pairing.decline() { try? await leave(message) }
            throw DeviceFailure.pairing(.declinedHere)
          }
          let wanted = try pairing.confirm()
          try keep(wanted, pairing)
          effects += wanted
        case .admit(let member): effects += try await admit(member, &pairing)
        case .declined: throw DeviceFailure.pairing(.declinedThere)
        case .done: return
        }
      }
      let message = try await next {
        let wait: PairingWait = pairing.hasConfirmed ? .confirmation : .answer
        if wait != told { waiting(wait) }
        told = wait
      }
      effects = try pairing.receive(message)
    }
  }
}
