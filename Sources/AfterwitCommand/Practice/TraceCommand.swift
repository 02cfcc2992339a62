internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit trace`.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Shows what an entry came from and what came from it, as a small tree.",
    discussion: "For example: afterwit trace @")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry: the start of its id, or @ for the last one.")
  var id: String

  func run() throws {
    let device = try options.openDevice()
    let id = try device.subject(id).entry
    let chain = try device.chain(of: id)
    try options.invocation.print(
      documents: chain.nodes.map { node in
        .members([
          "schema": .string("afterwit.trace/1"),
          "id": .string(node.entry.id.text),
          "kind": .string(node.entry.kindName),
          "title": .string(node.entry.title),
          "depth": .integer(node.depth),
          "repeated": .flag(node.isRepeated),
        ])
      },
      lines: ChainPage(style: .standardOutput).lines(chain, asked: id))
  }
}
