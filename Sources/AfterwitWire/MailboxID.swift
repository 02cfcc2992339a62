public import AfterwitEncoding

/// Names a mailbox: a hash of its token, so that the relay holds no secret of it.
public typealias MailboxID = Identifier32<MailboxKind>

/// The kind of a ``MailboxID``.
public enum MailboxKind: Sendable {}
