# Completes words of the jarpoint command in bash. The command itself knows what may come next.
_jarpoint() {
  local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} candidate
  # Its own name, or the path to it, is not a word to complete.
  line=${line#"${COMP_WORDS[0]}"}
  line=${line# }
  COMPREPLY=()
  while IFS= read -r candidate; do
    if [[ $candidate == "$word"* ]]; then
      COMPREPLY+=("$candidate")
    fi
  done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}

# Without a word of its own, a name of a file.
complete -o default -F _jarpoint jarpoint
