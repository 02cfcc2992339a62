internal import AfterwitSealing
internal import AfterwitWire

extension Mailbox {
  /// Does what one side of a pairing wants, message after message, until it is done.
  ///
  /// - Parameters:
  ///   - effects: what it wants before the first message comes.
  ///   - confirm: gets the four words; returns whether the other screen shows the same.
  ///   - admit: makes the other side a member; returns what the pairing wants then.
  mutating func lead<Side: PairingSide>(
    _ pairing: inout Side, from effects: [PairingEffect] = [],
    confirm: ([String]) async -> Bool,
    admit: (Member, inout Side) async throws -> [PairingEffect]
  ) async throws {
    var effects = effects
    while true {
      while !effects.isEmpty {
        switch effects.removeFirst() {
        case .leave(let message): try await leave(message)
        case .ask(let words):
          guard await confirm(words) else {
            for case .leave(let message) in try pairing.decline() { try await leave(message) }
            throw DeviceFailure.pairing(.declinedHere)
          }
          effects += try pairing.confirm()
        case .admit(let member): effects += try await admit(member, &pairing)
        case .declined: throw DeviceFailure.pairing(.declinedThere)
        case .done: return
        }
      }
      effects = try pairing.receive(try await next())
    }
  }
}
