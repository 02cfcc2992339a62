internal import FoundationEssentials

// A draft is two files: the text, which an editor may replace at will, and the sidecar, which says
// where the text belongs and carries the lock. The text lies in a folder of its own, so that all that
// an editor leaves beside it (copies, what it needs to undo, what it saves in case it dies) goes with
// the draft; the sidecar lies beside that folder:
//
//   drafts/NAME.draft
//   drafts/NAME/NAME.md
//
// The first versions had no such folders; their texts lie beside the sidecars and are found as well.

/// Where the files of a draft lie.
struct DraftPlace: Hashable, Sendable {
  private static let ending = ".md"
  private static let sidecarEnding = ".draft"

  /// What people call the draft.
  let name: String
  /// The file of the text.
  let text: String
  /// The file that says where the text belongs.
  let sidecar: String
  /// The folder that the text has for itself; `nil` where it has none.
  let folder: String?

  /// The place of a draft in a folder of drafts.
  init(_ name: String, in drafts: String) {
    self.name = name
    folder = "\(drafts)/\(name)"
    text = "\(drafts)/\(name)/\(name)\(Self.ending)"
    sidecar = "\(drafts)/\(name)\(Self.sidecarEnding)"
  }

  /// The place of a text that a person names by its path; `nil` if no draft is called so.
  ///
  /// Only where a draft's sidecar lies beside the folder does the folder belong to the text.
  init?(ofText path: String) {
    guard path.contains("/"), path.hasSuffix(Self.ending) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let (above, name) = (
      parts.dropLast(), String(parts[parts.count - 1].dropLast(Self.ending.count))
    )
    let sidecar = name + Self.sidecarEnding
    let besideFolder = (above.dropLast() + [sidecar]).joined(separator: "/")
    let hasFolder = above.last == name && DraftOrigin(at: besideFolder) != nil
    self.name = name
    text = path
    folder = hasFolder ? above.joined(separator: "/") : nil
    self.sidecar = hasFolder ? besideFolder : (above + [sidecar]).joined(separator: "/")
  }

  /// The drafts in a folder of drafts that have a text, by name.
  static func all(in drafts: String) -> [DraftPlace] {
    names(in: drafts).compactMap { name in
      name.hasSuffix(ending)
        ? DraftPlace(ofText: "\(drafts)/\(name)") : DraftPlace(name, in: drafts).ifThere
    }.sorted { $0.name < $1.name }
  }

  /// The places in a folder of drafts that have a sidecar and no text.
  static func textless(in drafts: String) -> [DraftPlace] {
    let there = Set(all(in: drafts).map(\.sidecar))
    return names(in: drafts).filter { $0.hasSuffix(sidecarEnding) }
      .map { DraftPlace(String($0.dropLast(sidecarEnding.count)), in: drafts) }
      .filter { !there.contains($0.sidecar) }
  }

  private static func names(in drafts: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []
  }

  private var ifThere: DraftPlace? {
    FileManager.default.fileExists(atPath: text) ? self : nil
  }
}
