import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText

extension ReferenceReviews {
  /// What happened and what is asked, for a person who looks into a failure.
  var story: String {
    var lines: [String] = []
    for (index, event) in events.enumerated() {
      let text = String(
        String.UnicodeScalarView(
          shown(at: ancestors[index].union([index])).map { items[$0].scalar }))
      let edits = event.operations.map { operation in
        switch operation {
        case .insert(let position, let text): "+\(position) \(text.debugDescription)"
        case .delete(let position, let count): "-\(position) \(count)"
        case .answer(let hunks): "answers " + hunks.map(name).joined(separator: " ")
        case .same: "same"
        }
      }
      lines.append(
        "\(index) by \(event.order.device.bytes[0]) on \(event.parents): "
          + "\(edits.joined(separator: ", "))"
          + (event.undone.isEmpty ? "" : "takes back \(event.undone)")
          + (void.events.contains(index) ? ", void," : "") + " = \(text.debugDescription)")
    }
    for hunk in hunks.joined() {
      let text = String(String.UnicodeScalarView(hunk.text))
      lines.append(
        "hunk \(name(hunk.id)): deletes \(hunk.deleted), inserts \(text.debugDescription)"
          + (hunk.isParagraph ? ", a paragraph" : "")
          + (hunk.named.map { ", answers \($0.map(name))" } ?? ""))
    }
    let names = { (pairs: Set<ReferenceConflict>) in
      pairs.sorted().map { name($0.first) + "-" + name($0.second) }.joined(separator: " ")
    }
    lines.append("conflicts \(names(conflicts)); settled \(names(settled)); twins \(names(twins))")
    for part in parts {
      let kind = (part.isOpen ? "open" : "silent") + (part.isEdited ? ", edited" : "")
      lines.append(
        "\(kind) \(part.hunks.map(name)): sides \(part.sides), base \(part.base)"
          + " \(part.baseWords.debugDescription), sides' words \(part.sideWords), "
          + "woven \(part.woven.debugDescription), at \(part.place) "
          + "\(part.words.debugDescription)")
    }
    lines.append("shown \(shownText.debugDescription)")
    return lines.joined(separator: "\n")
  }

  /// A hunk as the place of its event and its number.
  func name(_ id: HunkID) -> String {
    let event = events.firstIndex { $0.order.envelope == id.envelope } ?? -1
    return "\(event).\(id.number)"
  }
}
