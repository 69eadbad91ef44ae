# shellcheck shell=bash disable=SC2154,SC2034
# `refresh` and `warm`. Listing a directory makes new and replaced names in it visible: readdir always asks S3.
# https://github.com/awslabs/mountpoint-s3/blob/main/doc/SEMANTICS.md

list_directory() { ls -U -- "$1" >/dev/null; }
list_tree() { find "$1" -type d >/dev/null; }
read_file() { cat -- "$1" >/dev/null; }

# Lists a directory. When mount-s3 does not know its name (yet), listing its parent tells it.
refresh_path() {
  local recursive=$1 path=$2 parent=${2%/*}
  local lister=list_directory
  if [[ $recursive == yes ]]; then
    lister=list_tree
  fi
  answer_within "${setting[READ_DEADLINE]}" "$lister" "$path"
  if [[ $answer_code != [1-9]* || $answer_text != *'No such file or directory'* ]]; then
    return
  fi
  if [[ $parent != "${setting[MOUNTPOINT]}" ]]; then
    refresh_path no "$parent"
    [[ $answer_code == 0 ]] || return 0
    answer_within "${setting[READ_DEADLINE]}" "$lister" "$path"
  fi
  missing_pass
}

# What is not there any more needs no refresh.
missing_pass() {
  if [[ $answer_text == *'No such file or directory'* ]]; then
    answer_code=0
    missing=$((missing + 1))
  fi
}

warm_path() {
  answer_within "${setting[READ_DEADLINE]}" read_file "$2"
  missing_pass
}

# locations_one VERB RECORD ARGUMENT...: does VERB (refresh or warm) to what the arguments mean for one mount.
locations_one() {
  local verb=$1 record=$2 argument wanted=() roots=0 missing=0 item
  shift 2
  mount_use "$record" "$verb"
  for argument in "$@"; do
    location_add "$argument"
  done
  if ((${#wanted[@]} + roots == 0)); then
    return
  fi
  probe_daemon
  if [[ $probe_state == healthy ]]; then
    for item in "${wanted[@]}"; do
      "${verb}_path" "${item%% *}" "${item#* }"
      if [[ $answer_code != 0 ]]; then
        locations_failed "$verb" "${item#* }"
        return
      fi
    done
    report healthy "${verb}ed" 0 "$(locations_detail "$verb")"
  else
    up_code_of_state "$([[ $probe_state == absent ]] && printf '%s' "$code_absent" || printf '%s' "$code_dead")"
    report "$(state_shown)" none "$up_code" "$probe_detail; nothing was done"
  fi
}

locations_detail() {
  local detail
  if [[ $1 == refresh ]]; then
    detail="${#wanted[@]} directories listed, $missing of them not there"
  else
    detail="${#wanted[@]} files read, $missing of them not there"
  fi
  if ((roots > 0)); then
    detail+="; the root of a mount is never listed: new names in it show after JARPOINT_NEGATIVE_METADATA_TTL"
  fi
  printf '%s' "$detail"
}

locations_failed() {
  local failure="no answer within JARPOINT_READ_DEADLINE=${setting[READ_DEADLINE]} s"
  [[ -z $answer_code ]] || failure=${answer_text##*: }
  probe_daemon
  if [[ $probe_state == healthy ]]; then
    probe_state=unknown
  fi
  up_code_of_state "$code_dead"
  report "$(state_shown)" none "$up_code" "$1 of $2: $failure"
}
