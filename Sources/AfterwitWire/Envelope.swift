public import AfterwitEncoding
public import Crypto

/// A signed, numbered record of one device's log; its bytes stay as they were first sealed.
///
/// Layout: the header (200 bytes), an Ed25519 signature (64), the payload. Parsing checks syntax
/// and limits; ``verify(signedBy:)`` checks who wrote it; only Sealing can open it.
///
/// ```swift
/// let key = Curve25519.Signing.PrivateKey()
/// let zeros = [UInt8](repeating: 0, count: 32)
/// let payload = ControlRecord.encode([])
/// let header = EnvelopeHeader(
///   kind: .control, journal: try #require(JournalID(zeros.prefix(16))),
///   device: SigningKey(key.publicKey).device, number: 1, previous: .zero, epoch: 0, salt: zeros,
///   commitment: zeros, payloadLength: UInt32(payload.count),
///   payloadHash: Array(SHA256.hash(data: payload)))
/// let sent = try Envelope.signed(header: header, payload: payload, key: key)
/// let received = try Envelope(parsing: sent.bytes)
/// try received.verify(signedBy: SigningKey(key.publicKey))
/// #expect(received.id == sent.id)
/// ```
public struct Envelope: Hashable, Sendable {
  /// The length of header and signature, in bytes.
  public static let prefixByteCount = EnvelopeHeader.byteCount + 64

  /// What the first 200 bytes say.
  public let header: EnvelopeHeader
  /// The 64 bytes of the signature.
  public let signature: [UInt8]
  /// What follows: sealed for a change, plain for a control envelope.
  public let payload: [UInt8]
  /// The hash of the header, which names the envelope everywhere.
  public let id: EnvelopeID

  /// An envelope of given parts, which belong together.
  public init(header: EnvelopeHeader, signature: [UInt8], payload: [UInt8]) {
    precondition(signature.count == 64 && payload.count == Int(header.payloadLength))
    self.header = header
    self.signature = signature
    self.payload = payload
    id = header.id
  }

  /// Signs a header and joins it with its payload.
  public static func signed(
    header: EnvelopeHeader, payload: [UInt8], key: Curve25519.Signing.PrivateKey
  ) throws -> Envelope {
    let signature = try key.signature(for: Domain.signature.bytes + header.bytes)
    return Envelope(header: header, signature: Array(signature), payload: payload)
  }

  /// All bytes: header, signature, payload.
  public var bytes: [UInt8] { header.bytes + signature + payload }

  /// How many they are.
  public var byteCount: Int { Self.prefixByteCount + payload.count }

  /// Whether the payload is the one that the header names.
  public var isPayloadWhole: Bool { Array(SHA256.hash(data: payload)) == header.payloadHash }

  /// Parses exactly one envelope, without trusting anything that it says.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax` or `limit`.
  public init(parsing bytes: [UInt8]) throws(EnvelopeFailure) {
    var cursor = ByteCursor(bytes)
    let header = try EnvelopeHeader(parsing: &cursor)
    guard header.payloadLength <= Limits.payload else {
      throw EnvelopeFailure(layer: .limit, what: "payload length")
    }
    guard cursor.remaining == 64 + Int(header.payloadLength) else {
      throw EnvelopeFailure(layer: .syntax, what: "length")
    }
    do throws(DecodingFailure) {
      let signature = Array(try cursor.readBytes(64))
      self.init(header: header, signature: signature, payload: Array(cursor.readRest()))
    } catch {
      throw EnvelopeFailure(layer: .syntax, what: "length")
    }
  }

  /// Checks that the device signed this header, and that the payload is the one it signed.
  /// - Throws: ``EnvelopeFailure`` of the layer `signature`.
  public func verify(signedBy key: SigningKey) throws(EnvelopeFailure) {
    guard key.device == header.device else {
      throw EnvelopeFailure(layer: .signature, what: "device")
    }
    guard isPayloadWhole else {
      throw EnvelopeFailure(layer: .signature, what: "payload hash")
    }
    guard key.isValid(signature, for: Domain.signature.bytes + header.bytes) else {
      throw EnvelopeFailure(layer: .signature, what: "signature")
    }
  }
}

/// Why bytes are not a usable envelope, and which layer of checks found that.
public struct EnvelopeFailure: Error, Hashable, Sendable {
  /// The checks in the order in which they are made; a vector names the first one that fails.
  public enum Layer: String, Hashable, Sendable {
    /// The bytes do not follow the layout.
    case syntax
    /// A limit is exceeded.
    case limit
    /// The device did not sign this.
    case signature
    /// The payload does not open with any key that is known.
    case authentication
    /// The payload opens, but makes no sense.
    case semantic
  }

  /// Which check failed.
  public let layer: Layer
  /// The part that failed the check, in words for a person.
  public let what: String

  /// A failure of `what` at a layer.
  public init(layer: Layer, what: String) {
    self.layer = layer
    self.what = what
  }
}

extension EnvelopeHeader {
  fileprivate init(parsing cursor: inout ByteCursor) throws(EnvelopeFailure) {
    func syntax(_ what: String) -> EnvelopeFailure { EnvelopeFailure(layer: .syntax, what: what) }
    do throws(DecodingFailure) {
      guard Array(try cursor.readBytes(4)) == Self.magic else {
        throw cursor.failure(.unknownValue)
      }
      guard try cursor.readByte() == Self.suite else { throw cursor.failure(.unknownValue) }
      let kind = EnvelopeKindCode(rawValue: try cursor.readByte())
      guard try cursor.readBigEndian(UInt16.self) == 0 else { throw cursor.failure(.unknownValue) }
      self.init(
        kind: kind,
        journal: try cursor.readIdentifier(),
        device: try cursor.readIdentifier(),
        number: try cursor.readBigEndian(),
        previous: try cursor.readIdentifier(),
        epoch: try cursor.readBigEndian(),
        salt: Array(try cursor.readBytes(32)),
        commitment: Array(try cursor.readBytes(32)),
        payloadLength: try cursor.readBigEndian(),
        payloadHash: Array(try cursor.readBytes(32)))
    } catch {
      throw syntax("header at offset \(error.offset)")
    }
    guard number > 0, (number == 1) == (previous == .zero) else { throw syntax("number") }
    if kind == .control {
      let zeros = [UInt8](repeating: 0, count: 32)
      guard epoch == 0, salt == zeros, commitment == zeros else { throw syntax("control header") }
    }
  }
}
