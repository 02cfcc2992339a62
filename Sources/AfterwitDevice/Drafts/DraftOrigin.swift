internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

// Beside the text of a draft lies a file of the same name that ends in `.draft`: it holds all that
// is needed to go on after a crash. It never leaves the device. Its form, in the encoding of
// Protocol/2-encoding:
//
//   "AWD2"; the milliseconds since 1970 when it was written (8); a byte that tells what follows:
//   0  a text that was opened: entry (10), field (string), the version shown (a count, then the
//      envelope ids), the text shown (string), the parts of a review that the edit decides about
//      (a count, then each: where its region begins and ends in scalars, a count, the hunks), the
//      copies that stand in it (a count, then for each the positions of the earlier and of the later
//      one, both as a count and the positions)
//   1  a command on an entry that was refused: entry (10), edits
//   2  a new entry that was refused: kind (string), edits
//   3  a new element of a list that was refused: entry (10), list (string), edits
//   4  a command on an element that was refused: entry (10), list (string), element (10), edits
//   5  a text of an element that was opened: entry (10), list (string), element (10), then as 0
//   6  an entry that was opened as a document: entry (10), kind (string), the document shown (string),
//      the version shown as in 0, fields
//   7  a document of an entry that is to be made: entry (10), kind (string), the document shown
//      (string), the edits that are given beside it
//   8  as 0, and 9 as 5, where lines that are only for reading stood below the text: then these (a
//      count, strings)
//
// Edits are a count, then each as a code (0 set, 1 add, 2 remove, 3 replace, 4 append), its field
// and its value. Before the edits stands the number, from 1, of the edit whose text lies in the
// draft's own file, 0 if there is none; here it has only the line end that its text ends in. An editor
// ends a last line, so the file's own last line end counts for nothing. The edits of 7 are a count and
// each edit, all whole.
//
// Fields are a count, then for each its name (string), its family (1), and what it showed: a text as in
// 0; a register's value (string); a set's elements (a count, strings); of a list how many places it had,
// a count of the elements that were shown, and each: element (10), its position, fields.

/// Where the text of a draft belongs.
struct DraftOrigin: Hashable, Sendable {
  /// What the draft is of.
  enum Content: Hashable, Sendable {
    /// A field that was opened in an editor, as it was shown, and the lines below it that were only for
    /// reading.
    case opened(FieldKey, version: [EnvelopeID], shown: ShownText, notes: [String])
    /// A command that was refused; `place` is the index of the edit whose text lies in the draft's
    /// file.
    case refused(EditRequest, place: Int?)
    /// A document that was opened.
    case document(OpenedDocument)
  }

  /// When it was written, in milliseconds since 1970.
  let milliseconds: UInt64
  let content: Content

  static let magic = Array("AWD2".utf8)

  /// The entry, if it exists.
  var entry: EntryID? {
    switch content {
    case .opened(let key, _, _, _): key.entry
    case .refused(let request, _): request.entry
    case .document(let opened): opened.isNew ? nil : opened.entry
    }
  }

  /// The kind of the entry that was to be made.
  var kind: Kind? {
    switch content {
    case .opened: nil
    case .refused(let request, _): request.kind
    case .document(let opened): opened.isNew ? opened.kind : nil
    }
  }

  /// Whether the text is a document, of all fields.
  var isDocument: Bool {
    if case .document = content { true } else { false }
  }

  /// The field that the text is for.
  var field: String? {
    switch content {
    case .opened(let key, _, _, _): key.field.name.string
    case .refused(let request, let place): place.map { request.edits[$0].field }
    case .document: nil
    }
  }
}
