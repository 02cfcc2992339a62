import AfterwitProcesses
import Foundation
import Testing

@Suite("The configuration", .hangLimit)
struct ConfigurationTests {
  private static func play(_ transcript: String) async throws {
    try await Stage.alone { stage in try await Transcript(transcript).play(on: stage) }
  }

  @Test("Where no file is, everybody's values hold, and reading makes none")
  func defaults() async throws {
    try await Self.play(
      #"""
      desk$ afterwit config
      editor        editor                         default
      pager         less                           default
      colours       auto                           default
      week-start    territory                      default
      template      -                              default
      list.columns  id,date,kind,title,tags,marks  default
      sync.auto     off                            default
      desk$ afterwit config get colours
      auto
      desk$ ls -A "$T"
      """#)
  }

  @Test("What is set is read again; comments, order, foreign keys and line ends stay byte for byte")
  func editing() async throws {
    try await Self.play(
      #"""
      desk$ afterwit config set editor vim -- -u none
      desk$ afterwit config set list.columns title,id
      desk$ cat "$T/config.toml"
      editor = "vim -u none"
      list.columns = [ "title", "id" ]
      desk$ stat -c %a "$T/config.toml"
      600
      desk$ printf '%s\n' '# mine' '' 'zebra = [ 1, # one' '  2 ]' 'editor = "a#b" # why not' '' '# of lists' '[list] # here' 'other = "[x]"' '' '[[more]]' 'n = """' 'editor = 3' '"""' >"$T/config.toml"
      desk$ afterwit config set editor 'nano "x"' && afterwit config set list.columns 'id tags' && afterwit config set colours never
      desk$ sed 's/^#/>/' "$T/config.toml"
      > mine

      zebra = [ 1, # one
        2 ]
      editor = "nano \"x\"" # why not
      colours = "never"

      > of lists
      [list] # here
      other = "[x]"
      columns = [ "id", "tags" ]

      [[more]]
      n = """
      editor = 3
      """
      desk$ afterwit config unset colours && afterwit config unset list.columns && afterwit config unset pager && grep -c . "$T/config.toml"
      11
      desk$ afterwit config get editor
      nano "x"
      desk$ afterwit config list 2>&1 >/dev/null | sed "s|$T|T|"
      T/config.toml names list.other, which is no key{*}
      T/config.toml names more, which is no key{*}
      T/config.toml names zebra, which is no key{*}
      # Line ends as they were, and a last line without one.
      desk$ printf 'pager = "a"\r\n# x' >"$T/config.toml" && afterwit config set sync.auto on && od -An -c "$T/config.toml" | tr -d ' \n'
      pager="a"\r\n#x\r\nsync.auto="on"\r\n
      # A link leads to the file, as where a person keeps such files together.
      desk$ mkdir "$T/dots" && mv "$T/config.toml" "$T/dots/a" && ln -s dots/a "$T/config.toml" && afterwit config set pager more && readlink "$T/config.toml" && grep pager "$T/dots/a"
      dots/a
      pager = "more"{*}
      """#)
  }

  @Test("An option comes before the environment, that before the file, and that before the default")
  func order() async throws {
    try await Self.play(
      #"""
      desk$ afterwit config set editor nano && EDITOR=vi afterwit config get editor && EDITOR=vi VISUAL=code afterwit config get editor && EDITOR= afterwit config get editor
      vi
      code
      nano
      desk$ EDITOR=vi afterwit config set editor joe
      EDITOR is set in your environment, and comes before the file.
      desk$ EDITOR=vi NO_COLOR=1 afterwit config list --json | head -n 3
      {"schema":"afterwit.config/1","key":"editor","value":"vi","origin":"environment","variable":"EDITOR","known":true}
      {"schema":"afterwit.config/1","key":"pager","value":"less","origin":"default","variable":null,"known":true}
      {"schema":"afterwit.config/1","key":"colours","value":"never","origin":"environment","variable":"NO_COLOR","known":true}
      desk$ mkdir -p "$T/x/afterwit" && echo 'pager = "x"' >"$T/x/afterwit/config.toml" && AFTERWIT_CONFIG= XDG_CONFIG_HOME="$T/x" afterwit config get pager && AFTERWIT_CONFIG= XDG_CONFIG_HOME=relative HOME="$T/none" afterwit config set pager y && cat "$T/none/.config/afterwit/config.toml"
      x
      pager = "y"
      """#)
  }

  @Test("Documents of the configuration are as their schema says")
  func schema() async throws {
    try await Stage.alone { stage in
      try stage.scratch.write("strange = 1\n[list]\ncolumns = [\"id\"]\n".utf8, to: "config.toml")
      let outcome = try await stage.run("afterwit config list --json", at: "desk")
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 8)
      for line in lines {
        try SchemaFile("config").expect(JSONSerialization.jsonObject(with: Data(line.utf8)))
      }
      #expect(lines.last?.contains(#""key":"strange""#) == true)
    }
  }

  @Test("What cannot be meant is refused in three lines, and the file stays as it is")
  func refusals() async throws {
    try await Self.play(
      #"""
      desk$ echo 'editor = "nano"' >"$T/config.toml"
      desk$ afterwit config set colors never
      There is no key "colors". Did you mean colours?
      Nothing was changed.
      For all keys, type: afterwit config list
      [2]
      desk$ afterwit config get edtor
      There is no key "edtor". Did you mean editor?
      Nothing was changed.
      For all keys, type: afterwit config list
      [2]
      desk$ afterwit config set colours blue
      colours takes auto, always or never.
      Nothing was changed.
      For what it is, type: afterwit config --help
      [2]
      desk$ afterwit config set list.columns id,mood; afterwit config set list.columns id,id; afterwit config set editor ''; afterwit config set template none
      list.columns takes some of id, date, kind, title, tags, marks, each once.
      ...
      There is no template "none".
      Nothing was changed.
      Type one of: quick, interview, rejection, reframe, goal
      [2]
      desk$ echo 'list = { columns = ["id"] }' >>"$T/config.toml" && afterwit config set list.columns title 2>&1 | sed "s|$T|T|g"
      T/config.toml, line 2: list.columns cannot be changed in the form that the file has here.
      The file was left as it is.
      Change it in your editor: T/config.toml
      desk$ afterwit config get list.columns && cat "$T/config.toml"; true
      id
      editor = "nano"
      list = {*}
      desk$ rm "$T/config.toml" && afterwit config unset editor && afterwit config set pager more && cat "$T/config.toml"
      pager = "more"
      """#)
  }

  @Test("A folder that cannot be written keeps its file")
  func readOnly() async throws {
    // Whoever runs the test may be root, to whom permissions mean nothing: a folder of the system's.
    try await Self.play(
      #"""
      desk$ AFTERWIT_CONFIG=/proc/self/config.toml afterwit config set pager more
      /proc/self/config.toml cannot be written: {*}.
      The file was left as it is.
      Check whose folder it is and its permissions, or name another file with AFTERWIT_CONFIG.
      [1]
      desk$ AFTERWIT_CONFIG=/proc/none/config.toml afterwit config set pager more 2>/dev/null
      [1]
      desk$ AFTERWIT_CONFIG=/dev/null/x afterwit config set pager more 2>/dev/null
      [1]
      """#)
  }

  @Test("Commands that set keys at once lose none")
  func together() async throws {
    try await Self.play(
      #"""
      desk$ for key in pager editor; do for n in 1 2 3 4 5; do afterwit config set $key $key$n & done; done; afterwit config set colours never & afterwit config set sync.auto on & afterwit config set week-start sunday & wait; grep -c . "$T/config.toml"; ls "$T"
      5
      config.toml
      """#)
  }
}
