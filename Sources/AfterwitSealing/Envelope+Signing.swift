internal import AfterwitWire
internal import Crypto

extension Envelope {
  /// Writes length and hash of the payload into the header, signs the header, and joins the two.
  static func signed(
    header draft: EnvelopeHeader, payload: [UInt8], by keys: some KeyHolder
  ) throws(SealingFailure) -> Envelope {
    var header = draft
    header.payloadLength = UInt32(payload.count)
    header.payloadHash = Array(SHA256.hash(data: payload))
    let signature = try keys.sign(Domain.signature.bytes + header.bytes)
    return Envelope(header: header, signature: signature, payload: payload)
  }
}
