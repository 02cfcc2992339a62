/// The content of `Protocol/vectors/text.json`.
public enum TextVectors {
  /// One edit; positions and counts are in Unicode scalars.
  public enum Operation: Sendable {
    /// Text that is put in before a position.
    case insert(at: Int, String)
    /// Scalars that are taken out from a position on.
    case delete(at: Int, Int)
    /// An answer to hunks, each the place of an event and its number there.
    case answer([(event: Int, number: Int)])
    /// The mark that a twin is taken out.
    case same
  }

  /// What one change does to the text, and the events it was made on.
  public struct Event: Sendable {
    /// The byte of which the device's id is made.
    public var device: UInt8
    /// The number in the device's log.
    public var number: Int
    /// The byte of which the envelope's id is made.
    public var envelope: UInt8
    /// The events, by their place in the history, that it was made on.
    public var parents: [Int]
    /// The edits, one after another.
    public var operations: [Operation]
    /// The events, by their place in the history, that it takes back.
    public var undone: [Int] = []
  }

  /// A history and the text it gives, or the place of the operation that does not fit.
  struct Case {
    var name: String
    var events: [Event]
    var text: String?
    var misfit: Int?
  }

  /// The text of a version of a history, by an implementation of the definition.
  public typealias Definition = (_ events: [Event], _ version: [Int]) -> String

  /// Makes the document; small texts were worked out by hand, those of random histories by
  /// definition.
  public static func document(by definition: Definition) -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("4-documents")),
      (
        "about",
        .text(
          "A history's events come parents first; 'parents' are places in it. 'text' is what all "
            + "events give; 'undone' are places of what an event takes back. In 'misfits' the last event must be refused at 'operation', from 0."
        )
      ),
      (
        "histories",
        .list(
          (histories + undos + (0..<12).map { random(seed: $0, by: definition) }).map { item in
            .object([
              ("name", .text(item.name)), ("events", .list(item.events.map { value($0) })),
              ("text", .text(item.text ?? "")),
            ])
          })
      ),
      (
        "misfits",
        .list(
          misfits.map { item in
            .object([
              ("name", .text(item.name)), ("layer", .text("semantic")),
              ("events", .list(item.events.map { value($0) })),
              ("operation", .count(item.misfit ?? 0)),
            ])
          })
      ),
    ])
  }

  static func value(_ event: Event, text: String? = nil) -> VectorValue {
    .object(
      [
        ("device", .bytes([UInt8](repeating: event.device, count: 32))),
        ("number", .count(event.number)),
        ("envelope", .bytes([UInt8](repeating: event.envelope, count: 32))),
        ("parents", .list(event.parents.map { .count($0) })),
        ("operations", .list(event.operations.map(value))),
      ] + (event.undone.isEmpty ? [] : [("undone", .list(event.undone.map { .count($0) }))])
        + (text.map { [("text", .text($0))] } ?? []))
  }

  static func value(_ operation: Operation) -> VectorValue {
    switch operation {
    case .insert(let position, let text):
      .object([("at", .count(position)), ("insert", .text(text))])
    case .delete(let position, let count):
      .object([("at", .count(position)), ("delete", .count(count))])
    case .answer(let hunks):
      .object([("answer", .list(hunks.map { .list([.count($0.event), .count($0.number)]) }))])
    case .same: .object([("same", .count(1))])
    }
  }
}
