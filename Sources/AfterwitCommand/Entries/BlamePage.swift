internal import AfterwitDevice
internal import AfterwitEncoding

/// The lines of texts, each with the machine and the day that wrote most of it.
struct BlamePage {
  /// How the page is dressed.
  let style: Style

  /// The texts, each under its name where there are several.
  func lines(_ texts: [BlamedText]) -> [String] {
    texts.flatMap { text in
      (texts.count > 1 ? [style.bold(text.field)] : []) + lines(of: text)
    }
  }

  private func lines(of text: BlamedText) -> [String] {
    let heads = text.lines.map { line in
      guard let version = line.version else { return ["", "under review", ""] }
      return [
        String(version.number), style.line(version.writer.place),
        Moment(milliseconds: version.writer.milliseconds).localDay,
      ]
    }
    let widths = (0..<3).map { column in heads.map { $0[column].columns }.max() ?? 0 }
    return zip(heads, text.lines).map { head, line in
      let number = String(repeating: " ", count: widths[0] - head[0].columns) + head[0]
      return style.faint(
        [number, head[1].padded(to: widths[1]), head[2].padded(to: widths[2])]
          .joined(separator: "  ")) + (line.text.isEmpty ? "" : "  " + style.line(line.text))
    }
  }

  /// The lines, each as `afterwit.blame/1`.
  static func documents(_ texts: [BlamedText], of subject: Subject) -> [JSONValue] {
    texts.flatMap { text in
      text.lines.enumerated().map { place, line in
        .members([
          "schema": .string("afterwit.blame/1"),
          "entry": .string(subject.entry.text),
          "item": JSONValue(text.item?.text),
          "field": .string(text.field),
          "line": .integer(place + 1),
          "text": .string(line.text),
          "number": line.version.map { JSONValue.integer($0.number) } ?? .null,
          "change": JSONValue(line.version?.change.description),
          "device": JSONValue(line.version?.writer.device.description),
          "name": JSONValue(line.version?.writer.name),
          "at": JSONValue(
            line.version.map { Moment(milliseconds: $0.writer.milliseconds).iso8601 }),
        ])
      }
    }
  }
}
