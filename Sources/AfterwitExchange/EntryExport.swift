public import AfterwitCausality
public import AfterwitEncoding

/// Everything that the journal says of one entry now: what is shown, and what stands beside it.
///
/// ```swift
/// struct Silent: ExportSource {
///   func changeStamp(at index: Int) throws -> ChangeStamp { throw CancellationError() }
///   func operations(of index: Int, on key: FieldKey) throws -> [UInt8] { [] }
/// }
/// let id = try #require(EntryID([UInt8](repeating: 1, count: EntryID.byteCount)))
/// let journal = try #require(JournalID([UInt8](repeating: 2, count: JournalID.byteCount)))
/// let presence = Presence(times: EntryTimes(), edits: [], hiding: [], deletions: [])
/// let happened = FieldName("happened", family: .text)
/// let states = [(happened, FieldState(value: .text(TextField(text: "They asked about queues."))))]
/// let export = try EntryExport(
///   id, journal: journal, content: EntryContent(presence: presence, states: states),
///   names: [:], from: Silent())
/// #expect(export.fields.map(\.name) == ["happened"])
/// ```
public struct EntryExport: Sendable {
  /// Who made a change, and when.
  public struct Mark: Hashable, Sendable {
    /// The envelope of the change.
    public let change: EnvelopeID
    /// The device.
    public let device: DeviceID
    /// When, by the device's clock.
    public let timestamp: Timestamp
  }

  /// Operations of one change that this version does not understand, or that rest on such.
  public struct Foreign: Hashable, Sendable {
    /// The change.
    public let mark: Mark
    /// Its operations on the field, byte for byte (Protocol/4-documents, "Families").
    public let operations: [UInt8]
  }

  /// What a field holds.
  public enum Value: Sendable {
    /// A long text, and the last changes of it.
    case text(String, last: [Mark])
    /// Every value that stands, the one that is shown first.
    case register([(value: String, mark: Mark)])
    /// The elements that are present, ascending by bytes, each with the changes that added it.
    case set([(element: String, marks: [Mark])])
    /// A sum.
    case counter(Int)
    /// The elements of a list in their order, those that were removed too.
    case list([Element])
    /// Nothing is understood.
    case unknown
  }

  /// An element of a list.
  public struct Element: Sendable {
    /// The element.
    public let id: ElementID
    /// The deletions that hide it; none where it is shown.
    public let deletions: [Mark]
    /// Its fields, by name and family.
    public let fields: [Field]
  }

  /// One field.
  public struct Field: Sendable {
    /// Its name.
    public let name: String
    /// The code of its family.
    public let family: UInt8
    /// What it holds.
    public let value: Value
    /// What is not understood of it.
    public let foreign: [Foreign]
  }

  /// The journal.
  public let journal: JournalID
  /// The entry.
  public let id: EntryID
  /// Its kind as it is written, empty where nothing has said it.
  public let kind: String
  /// When it was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// Whether it is hidden by a deletion.
  public let isDeleted: Bool
  /// The deletions that hide it.
  public let deletions: [Mark]
  /// Its fields, by name and family.
  public let fields: [Field]
  /// The names of the devices that are named in marks, where the journal has them.
  public let deviceNames: [DeviceID: String]
}
