/// What a source does not tell of itself.
public struct SourceOptions: Sendable {
  /// How a diary of Emacs writes its days.
  public enum DiaryStyle: String, CaseIterable, Sendable {
    /// Year, month, day.
    case iso
    /// Day, month, year.
    case european
    /// Month, day, year.
    case american
  }

  /// How a diary writes its days.
  public var style: DiaryStyle?
  /// How jrnl writes its stamps, as `strptime` has it.
  public var timeFormat: String?
  /// The clocks of the world.
  public var clocks: any SourceClocks

  /// Options of given parts.
  public init(
    style: DiaryStyle? = nil, timeFormat: String? = nil, clocks: any SourceClocks
  ) {
    self.style = style
    self.timeFormat = timeFormat
    self.clocks = clocks
  }
}
