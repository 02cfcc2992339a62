internal import AfterwitEncoding

/// Several versions of one text put together.
public enum TextMeeting {
  /// What the versions give that were each made from one text; `nil` where two of them rewrote the
  /// same words.
  ///
  /// - Complexity: that of comparing each with the base, and of replaying what they changed.
  public static func merged(_ base: String, _ versions: [String]) -> String? {
    var history = TextHistory()
    do {
      _ = try history.append(event(0, [.insert(position: 0, text: base)], on: []))
      for (place, version) in versions.enumerated() {
        let operations = TextDifference.operations(from: base, to: version)
        _ = try history.append(event(place + 1, operations, on: [0]))
      }
      var reviews = TextReviews(history)
      let met = reviews.meetings()
      guard met.conflicts.isEmpty else { return nil }
      return try TextHistory.apply(reviews.removal(ofTwins: met.twins), to: history.text)
    } catch {
      preconditionFailure("a difference fits the text that it was made from")
    }
  }

  private static func event(_ place: Int, _ operations: [TextOperation], on parents: [Int])
    -> TextEvent
  {
    TextEvent(
      order: TextOrder(device: .zero, number: UInt64(place), envelope: .zero), parents: parents,
      operations: operations)
  }
}
