internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// A relay lets a journal have a few mailboxes open. Whoever invites closes its own, but a process
// that is killed does not, and ten minutes are long to a person who wants to try again. So a home
// remembers those that it opened, and closes the oldest where there is no room for another.

extension Device {
  /// Opens a mailbox, and closes those that were left open by invites of this home if it must.
  func open(_ mailbox: inout Mailbox<some Clock<Duration>>, as session: Token) async throws {
    let id = mailbox.token.mailbox
    try store.write { transaction in
      try transaction.setOpenMailboxes(try transaction.openMailboxes() + [id])
    }
    while true {
      do {
        return try await mailbox.open(as: session)
      } catch RelayFailure.refused(.tooMany, retryAfterSeconds: nil) {
        guard let oldest = try store.read({ try $0.openMailboxes() }).first, oldest != id else {
          try forget(id)
          throw DeviceFailure.pairing(.tooManyInvites)
        }
        _ = try? await mailbox.relay.closeMailbox(oldest, as: session)
        try forget(oldest)
      }
    }
  }

  /// Forgets a mailbox that is closed.
  func forget(_ mailbox: MailboxID) throws {
    try store.write { transaction in
      try transaction.setOpenMailboxes(try transaction.openMailboxes().filter { $0 != mailbox })
    }
  }
}
