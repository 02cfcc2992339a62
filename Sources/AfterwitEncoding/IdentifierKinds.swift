/// Names a device: the hash of its signing key.
public typealias DeviceID = Identifier32<DeviceKind>
/// Names an envelope: the hash of its header.
public typealias EnvelopeID = Identifier32<EnvelopeKind>
/// Names a journal: 16 random bytes.
public typealias JournalID = Identifier16<JournalKind>
/// Names one life of a relay's storage: 16 random bytes.
public typealias Generation = Identifier16<GenerationKind>

/// The kind of a ``DeviceID``.
public enum DeviceKind: Sendable {}
/// The kind of an ``EnvelopeID``.
public enum EnvelopeKind: Sendable {}
/// The kind of a ``JournalID``.
public enum JournalKind: Sendable {}
/// The kind of a ``Generation``.
public enum GenerationKind: Sendable {}
