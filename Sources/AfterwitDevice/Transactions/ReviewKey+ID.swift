internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitWire

extension ReviewKey {
  /// The id, the same on every device.
  var id: ReviewID {
    guard let id = ReviewID(Domain.review.hash(canonicalBytes).prefix(ReviewID.byteCount)) else {
      preconditionFailure("a hash is longer than an id")
    }
    return id
  }
}
