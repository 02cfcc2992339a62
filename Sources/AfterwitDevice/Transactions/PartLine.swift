internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding

/// What a line of an open part tells, as it is kept: all but what depends on the home that reads it.
struct PartLine: Hashable {
  /// When a device last wrote something.
  struct LastWrite: Hashable {
    /// The device.
    let device: DeviceID
    /// The time of the last of its changes.
    var timestamp: Timestamp
  }

  /// The id of the review.
  let review: ReviewID
  /// The element that it is in, or `nil` for the entry itself.
  let element: ListElement?
  /// The part.
  let part: OpenPart
  /// The title of the entry.
  let title: String
  /// The values that were set, the one that is shown first; none where none was.
  let values: [String]
  /// Who removed what others kept; nobody where nothing was removed.
  let removers: [LastWrite]
  /// Who made the changes that name the part, in the order of their first hunks.
  let writers: [LastWrite]
}
