/// A field of an element whose name has a code of one byte, which fixes its family too.
///
/// This is the one table of these names. Its order gives the codes, from 1, so it never changes, and
/// nothing is added: the name of a later field is written out (Protocol/4-documents, "Field names").
public enum CodedElementField: String, CaseIterable, Sendable {
  case of, kind, asked, said
  case wouldSay = "would-say"
  case from, on, words, what, due, done, question, answer, note, skipped

  /// The family that keeps it, on every device and for ever.
  public var family: FieldFamily {
    switch self {
    case .of, .asked, .said, .wouldSay, .words, .what, .question, .answer, .note: .text
    case .kind, .from, .on, .due, .done, .skipped: .register
    }
  }
}
