extension Token {
  /// The mailbox that this token opens.
  public var mailbox: MailboxID { Domain.mailboxID.identifier(bytes) }
}
