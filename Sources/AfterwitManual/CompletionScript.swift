// The scripts know nothing of the commands. They hand the words of the line to `PROGRAM complete`,
// the last of which is being typed, and show what it prints: a word a line, and behind a tab what it
// is. So the three shells complete alike, and a script that was installed once stays right.

/// The shells that a line can be completed in.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script for a program.
  package func text(for program: String) -> String {
    let name = program.replacing("-", with: "_")
    let text =
      switch self {
      case .bash: Self.bashText
      case .zsh: Self.zshText
      case .fish: Self.fishText
      }
    return text.replacing("PROGRAM", with: program).replacing("NAME", with: name)
  }

  private static let bashText = #"""
    # Completes PROGRAM in bash (4.4 or later).
    _NAME() {
      local line=$COMP_LINE i word current cut value help
      local -a words=() values=() helps=()
      # bash parts words at = and :, too; they are joined again.
      for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 0)) && [[ $line != [[:blank:]]* ]]; then
          words[${#words[@]} - 1]+=$word
        else
          line=${line#"${line%%[![:blank:]]*}"}
          words+=("$word")
        fi
        line=${line#"$word"}
      done
      current=${words[${#words[@]} - 1]}
      cut=${current%"${current##*[=:]}"}
      [[ $COMP_WORDBREAKS == *=* ]] || cut=
      COMPREPLY=()
      while IFS=$'\t' read -r value help; do
        case $value in
          :files | :folders)
            compopt -o filenames
            [[ $value == :files ]] && i=-f || i=-d
            while IFS= read -r value; do COMPREPLY+=("$value"); done \
              < <(compgen "$i" -- "${current#"$cut"}")
            return
            ;;
        esac
        values+=("${value#"$cut"}")
        helps+=("$help")
      done < <("$1" complete "${words[@]:1}" 2>/dev/null)
      compopt -o nosort
      if ((${#values[@]} == 1)); then
        [[ ${values[0]} == *= ]] && compopt -o nospace
        COMPREPLY=("$(printf %q "${values[0]}")")
        return
      fi
      for i in "${!values[@]}"; do
        value=$(printf %q "${values[i]}")
        # Help is for whoever looks at the list, not for whoever steps through it.
        [[ -n ${helps[i]} && $COMP_TYPE != 37 ]] && value+="  (${helps[i]})"
        COMPREPLY+=("$value")
      done
    }
    complete -F _NAME PROGRAM
    """#

  private static let zshText = #"""
    #compdef PROGRAM
    # Completes PROGRAM in zsh.
    _NAME() {
      local value help
      local -a before values helps open openhelps
      (( CURRENT > 2 )) && before=("${(@Q)words[2,CURRENT-1]}")
      while IFS=$'\t' read -r value help; do
        case $value in
          :files) compset -P '*='; _files; return ;;
          :folders) compset -P '*='; _files -/; return ;;
          *=) open+=("$value"); openhelps+=("$value${help:+  -- $help}") ;;
          *) values+=("$value"); helps+=("$value${help:+  -- $help}") ;;
        esac
      done < <("${words[1]}" complete "${before[@]}" "${(Q)PREFIX}" 2>/dev/null)
      (( $#values )) && compadd -l -V words -d helps -a values
      (( $#open )) && compadd -l -V words -S '' -d openhelps -a open
      (( $#values + $#open ))
    }
    if [[ $funcstack[1] == _NAME ]]; then
      _NAME "$@"
    else
      compdef _NAME PROGRAM
    fi
    """#

  private static let fishText = #"""
    # Completes PROGRAM in fish.
    function __NAME_complete
      set -l before (commandline -opc)
      set -l program $before[1]
      set -e before[1]
      set -l current (commandline -ct)
      for line in ($program complete $before "$current" 2>/dev/null)
        switch $line
          case :files
            __fish_complete_path "$current"
          case :folders
            __fish_complete_directories "$current"
          case '*'
            printf '%s\n' $line
        end
      end
    end
    complete -c PROGRAM -f -k -a '(__NAME_complete)'
    """#
}
