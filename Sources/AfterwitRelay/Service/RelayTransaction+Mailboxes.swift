internal import AfterwitWire

extension RelayTransaction {
  /// A mailbox that is open; one that has closed is as unknown as one that never was.
  func openMailbox(_ id: MailboxID, now: UInt64) throws -> StoredMailbox {
    guard let mailbox = try mailbox(id), now < mailbox.expires else {
      throw RelayDenial(.unknown)
    }
    return mailbox
  }
}
