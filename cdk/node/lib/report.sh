# shellcheck shell=bash disable=SC2154,SC2034
# Exit codes, and one JSON line a mount.

readonly code_unexpected=1 code_setting=2 code_system=3 code_install=4 code_signature=5 code_locked=6 code_occupied=7
readonly code_refused=8 code_failed=9 code_dead=10 code_unknown=11 code_absent=12 code_repaired=13

# Worst first.
readonly codes_by_weight=(2 1 3 5 4 7 8 9 10 6 12 11 13 0)

worst_code=0
began_at=$EPOCHREALTIME

worsen() {
  local code
  for code in "${codes_by_weight[@]}"; do
    if [[ $code == "$worst_code" || $code == "$1" ]]; then
      worst_code=$code
      return
    fi
  done
}

# Anything but printable ASCII becomes a question mark: details quote what other programs print.
json_string() {
  local text=$1 backslash=$'\\' quote='"'
  text=${text//"$backslash"/"$backslash$backslash"}
  text=${text//"$quote"/"$backslash$quote"}
  text=${text//$'\n'/"${backslash}n"}
  text=${text//$'\t'/"${backslash}t"}
  text=${text//[^ -~]/?}
  printf '"%s"' "$text"
}

# 10.0 style seconds with microseconds, without the point: a number of microseconds.
microseconds() {
  local now=$EPOCHREALTIME
  printf '%s' "${now/[.,]/}"
}

# json_line MOUNT BUCKET PREFIX STATE ACTION CODE REPAIRS DETAIL
json_line() {
  local milliseconds=$((($(microseconds) - ${began_at/[.,]/}) / 1000))
  printf '{"mount":%s,"bucket":%s,"prefix":%s,"state":"%s","action":"%s","code":%d,"repairs":%d,"milliseconds":%d,"detail":%s}\n' \
    "$(json_string "$1")" "$(json_string "$2")" "$(json_string "$3")" "$4" "$5" "$6" "$7" "$milliseconds" \
    "$(json_string "$8")"
}

# Reports what no mount is named for, and ends. die CODE SENTENCE
die() {
  trap - ERR
  printf 'jarpoint-node: %s\n' "$2" >&2
  json_line '' '' '' absent none "$1" 0 "$2"
  exit "$1"
}

on_error() {
  local code=$? line=$1
  trap - ERR
  die "$code_unexpected" "unexpected failure (status $code) at line $line of the node script"
}
