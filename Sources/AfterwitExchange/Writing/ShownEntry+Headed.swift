internal import AfterwitJournal

extension ShownEntry {
  /// A title on one line, and the text below it; where there is no title, the first line is it.
  func headed(_ losses: inout ExportLosses) -> (title: String, body: String) {
    var (title, body) = (title, body)
    if title.contains(where: \.isNewline) {
      losses.count(.titleLines)
      title = title.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    if String(Substring(body).trimmed) != body {
      losses.count(.outerSpace)
      body = String(Substring(body).trimmed)
    }
    guard title.isEmpty, !body.isEmpty else { return (title, body) }
    losses.count(.firstLineAsTitle)
    let end = body.unicodeScalars.firstIndex(of: "\n") ?? body.endIndex
    return (String(Substring(body[..<end]).trimmed), String(Substring(body[end...]).trimmed))
  }
}
