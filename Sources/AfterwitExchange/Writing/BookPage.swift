internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// A journal as one page of HTML that needs nothing beside it: contents, dates, and a search that
/// works without a network; light or dark as the reader's screen is, and good on paper.
struct BookPage {
  private static let style = """
    :root{color-scheme:light dark;--ink:#222;--paper:#fdfcf9;--soft:#6b6b6b;--line:#ddd}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e4df;--paper:#1b1b1d;--soft:#a0a0a0;--line:#3a3a3d}}
    body{font:1.05rem/1.55 Georgia,serif;color:var(--ink);background:var(--paper);max-width:40rem;\
    margin:2rem auto;padding:0 1rem}
    h1,h2{font-weight:normal}h3{margin:0}article{border-top:1px solid var(--line);padding:1rem 0}
    .text{white-space:pre-wrap;overflow-wrap:anywhere}.meta,dt{color:var(--soft);font-size:.9rem}
    dd{margin:0 0 .6rem}nav ul{columns:3;padding-left:1.2rem}input{width:100%;font:inherit;padding:.4rem}
    a{color:inherit}
    @media print{nav,input,label{display:none}article{break-inside:avoid-page}\
    body{max-width:none;margin:0;background:none;color:#000}}
    """
  private static let script = """
    document.getElementById('q').addEventListener('input',function(e){\
    var w=e.target.value.toLowerCase().split(/\\s+/).filter(Boolean);\
    document.querySelectorAll('article').forEach(function(a){\
    var t=a.textContent.toLowerCase();\
    a.hidden=!w.every(function(x){return t.indexOf(x)>=0})});\
    document.querySelectorAll('section').forEach(function(s){\
    s.hidden=!s.querySelector('article:not([hidden])')})});
    """

  /// The page.
  let text: String

  /// A page of entries in their order.
  init(_ entries: [DatedEntry]) {
    let months = Self.months(entries)
    var text = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>Journal</title><style>
      \(Self.style)
      </style></head><body>
      <h1>Journal</h1>
      <label for="q">Search</label> <input id="q" type="search">
      <nav><ul>

      """
    for (month, entries) in months {
      text += "<li><a href=\"#m\(month)\">\(month)</a> (\(entries.count))</li>\n"
    }
    text += "</ul></nav>\n"
    for (month, entries) in months {
      text += "<section id=\"m\(month)\"><h2>\(month)</h2>\n"
      for entry in entries { text += Self.article(entry) }
      text += "</section>\n"
    }
    self.text = text + "<script>\(Self.script)</script>\n</body></html>\n"
  }

  private static func months(_ entries: [DatedEntry]) -> [(String, [DatedEntry])] {
    var months: [(String, [DatedEntry])] = []
    for entry in entries {
      let month = String(entry.day.description.prefix(7))
      if months.last?.0 == month {
        months[months.count - 1].1.append(entry)
      } else {
        months.append((month, [entry]))
      }
    }
    return months
  }

  private static func article(_ dated: DatedEntry) -> String {
    let entry = dated.entry
    let main = entry.kind.defaultField.name.string
    var text = "<article id=\"\(entry.id.text)\">"
    if !entry.title.isEmpty { text += "<h3>\(escaped(entry.title))</h3>" }
    let kind = entry.value("occasion").isEmpty ? entry.kind.rawValue : entry.value("occasion")
    let time = dated.time.map { " " + $0.description } ?? ""
    text += "<p class=\"meta\"><time>\(dated.day)\(time)</time> · \(escaped(kind))"
    if entry.isStarred { text += " · ★" }
    for tag in entry.tags { text += " · #\(escaped(tag))" }
    text += "</p>"
    if !entry.body.isEmpty { text += "<div class=\"text\">\(escaped(entry.body))</div>" }
    let hidden: Set<String> = ["title", "on", "at", "occasion", "starred", "tags", main]
    var rows = ""
    for field in entry.fields where !hidden.contains(field.name) {
      let value = field.values.filter { !$0.isEmpty }.joined(separator: ", ")
      if !value.isEmpty {
        rows += "<dt>\(escaped(field.name))</dt><dd class=\"text\">\(escaped(value))</dd>"
      }
    }
    for list in entry.lists {
      rows += "<dt>\(escaped(list.name))</dt><dd><ul>"
      for element in list.elements {
        let words = element.fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        rows += "<li class=\"text\">\(escaped(words))</li>"
      }
      rows += "</ul></dd>"
    }
    return text + (rows.isEmpty ? "" : "<dl>\(rows)</dl>") + "</article>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..<"\u{9}", "\u{b}"..<"\u{20}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
