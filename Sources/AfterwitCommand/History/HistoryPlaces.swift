internal import AfterwitDevice
internal import AfterwitEncoding

/// What the machines of a table are called; each is dressed once, however many lines name it.
struct HistoryPlaces {
  private struct Known {
    let device: DeviceID
    let isLocal: Bool
    let place: String
    let columns: Int
  }

  private let style: Style
  private var known: [Known] = []

  /// - Parameter style: how the names are dressed.
  init(_ style: Style) { self.style = style }

  /// How many columns the widest takes.
  private(set) var width = 0

  /// Takes in a machine that is named in the table.
  mutating func note(_ writer: Writer) {
    guard index(of: writer) == nil else { return }
    let place = style.line(writer.place)
    known.append(
      Known(
        device: writer.device, isLocal: writer.isLocal, place: place, columns: place.columns))
    width = max(width, place.columns)
  }

  /// What a machine is called, as wide as the widest.
  func padded(_ writer: Writer) -> String {
    guard let index = index(of: writer) else { return style.line(writer.place) }
    return known[index].place
      + String(repeating: " ", count: width - known[index].columns)
  }

  private func index(of writer: Writer) -> Int? {
    known.firstIndex { $0.device == writer.device && $0.isLocal == writer.isLocal }
  }
}
