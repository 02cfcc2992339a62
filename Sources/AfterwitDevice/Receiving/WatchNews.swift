public import AfterwitSync

/// What a person is told of a watch.
public enum WatchNews: Sendable {
  /// An exchange ended.
  case exchanged(SyncReport)
  /// The relay is lost, and what the last exchange failed of.
  case lost(DeviceFailure)
  /// It is back.
  case back
  /// It has no stream of events, and is asked again and again instead.
  case unlistenable
}
