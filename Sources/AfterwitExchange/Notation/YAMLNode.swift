/// A value of a YAML text; scalars are the text that stands there, whatever another reader makes of it.
indirect enum YAMLNode: Hashable {
  /// A text, and whether it stood there without quotes.
  case scalar(String, isPlain: Bool)
  case list([YAMLNode])
  case mapping([Member])

  /// A named value.
  struct Member: Hashable {
    let key: String
    let value: YAMLNode
    /// The line of the name, from 1.
    let line: Int
  }

  /// All texts in it, in their order; what stands for nothing is none.
  var texts: [String] {
    switch self {
    case .scalar(let text, let isPlain):
      isPlain && ["", "null", "~"].contains(text) ? [] : [text]
    case .list(let nodes): nodes.flatMap(\.texts)
    case .mapping(let members): members.flatMap { [$0.key] + $0.value.texts }
    }
  }
}
