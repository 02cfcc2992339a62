internal import AfterwitCausality

extension Moment {
  /// The wall time of a timestamp.
  init(_ timestamp: Timestamp) {
    milliseconds = timestamp.milliseconds
  }
}
