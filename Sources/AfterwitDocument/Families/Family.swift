internal import AfterwitEncoding

// A field is kept by its family. All that a family decides is one type that conforms to `Family`, in
// a file of its own; which type that is, `FieldFamily.rules` says, the only switch over families. A
// new family is such a file, and a case in `FieldFamily`, `Operations`, `FieldState.Value` and
// `FieldView`: the compiler leads from each to whatever else has to know of it.
//
// The presence of an entry has operations but no field: it is kept with the entry (Presence.swift).

/// The state of one field, and how the operations of changes alter it.
protocol Family: Hashable, Sendable {
  /// What one change does to one field.
  associatedtype Edits

  /// The state of a field that nobody has touched.
  init()

  /// The state among those of all families.
  var value: FieldState.Value { get }
  /// The state, where it is one of this family.
  init?(_ value: FieldState.Value)

  /// The operations among those of all families.
  static func operations(_ edits: Edits) -> Operations
  /// The operations, where they are of this family.
  static func edits(in operations: Operations) -> Edits?

  /// Appends operations (Protocol/4-documents, "Families").
  static func encode(_ edits: Edits, into builder: inout ByteBuilder)
  /// Reads operations to the end, or gives `nil` where they have a form that is not known yet.
  /// - Throws: ``DecodingFailure`` where a known form breaks its rules.
  static func decodeEdits(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Edits?

  /// Merges what a change does; tells what a history of the field learns by it.
  ///
  /// - Throws: what the shelf throws, and ``TextMisfit`` where the operations do not fit; the state is
  ///   as it was then.
  mutating func merge(_ edits: Edits, at site: MergeSite, on shelf: inout some FieldShelf) throws
    -> MergedHistory?

  /// What the state shows, or `nil` where it shows nothing.
  var view: FieldView? { get }
  /// Reads what a state shows, as ``FieldView/encode(into:)`` wrote it.
  static func decodeView(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldView
  /// What is under review in a field that has this state.
  func openParts(of field: FieldName) -> [OpenPart]

  /// Appends the state as a store keeps it; it never leaves the device, and a rebuild makes it anew.
  func encode(into builder: inout ByteBuilder)
  /// Reads what ``encode(into:)`` wrote.
  init(decoding cursor: inout ByteCursor) throws(DecodingFailure)
}
