/// Reads a journal that another program keeps.
///
/// Readers are functions of what they are given: they know no device, and read no file that they are
/// not handed.
public struct SourceReader: Sendable {
  private let source: Source
  private let format: SourceFormat
  private let options: SourceOptions

  /// A reader of a source that is of a format.
  public init(_ source: Source, format: SourceFormat, options: SourceOptions) {
    self.source = source
    self.format = format
    self.options = options
  }

  /// Hands over the entries, and what cannot be carried over, in the order of the source.
  /// - Throws: ``SourceFailure`` where nothing can be read; what the closure throws.
  public func read(_ take: (SourceItem) throws -> Void) throws {
    switch format {
    case .jrnl: try JrnlReader(options: options).read(source, take)
    case .dayone: try DayOneReader(options: options).read(source, take)
    case .markdown: try MarkdownReader(options: options).read(source, take)
    case .rednotebook: try RedNotebookReader().read(source, take)
    case .org: try OrgReader(options: options).read(source, take)
    case .zim: try ZimReader().read(source, take)
    case .lifeograph: try LifeographReader().read(source, take)
    case .almanah: try AlmanahReader().read(source, take)
    case .ical: try ICalendarReader(options: options).read(source, take)
    case .taskwarrior: try TaskwarriorReader(options: options).read(source, take)
    case .joplin: try JoplinReader(options: options).read(source, take)
    case .diary: try EmacsDiaryReader(options: options).read(source, take)
    case .json: try OwnJSONReader().read(source, take)
    }
  }
}
