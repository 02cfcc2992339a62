/// The disk has no room for what was to be stored; nothing of it was.
package struct StorageFull: Error, Hashable, Sendable {
  /// Nothing more is known of it.
  package init() {}
}
