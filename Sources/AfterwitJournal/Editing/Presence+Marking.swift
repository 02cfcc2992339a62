public import AfterwitDocument

extension Presence {
  /// Whether a mark changes what is shown of the entry, or answers a question about it.
  public func isChanged(by mark: Operations.Presence) -> Bool {
    isHidden != (mark == .deleted) || !contested.isEmpty
  }
}
