# shellcheck shell=bash disable=SC2154,SC2034
# Which paths of which mount an argument means.

# Sets location_recursive and location_text from an argument that may end in `**`.
location_split() {
  location_recursive=no
  location_text=$1
  if [[ $1 == */'**' ]]; then
    location_recursive=yes
    location_text=${1%'**'}
  fi
}

# Prints the path of a key below the mount in `setting`; nothing for the mount's root; fails when the mount does not
# show it.
location_below() {
  local key=$1
  if [[ $location_bucket != "${setting[BUCKET]}" ]] || ! key_shown "$key"; then
    return 1
  elif [[ $key == "${setting[PREFIX]}"* ]]; then
    key=${key#"${setting[PREFIX]}"}
    printf '%s' "${key%/}"
  elif [[ ${setting[PREFIX]} != "$key"* ]]; then
    return 1
  fi
}

# Adds to `wanted` what an argument means for the mount in `setting`: `RECURSIVE PATH`. Counts roots in `roots`.
location_add() {
  local below
  location_split "$1"
  if [[ $location_text == s3://* ]]; then
    location_parse "$location_text"
    below=$(location_below "$location_key") || return 0
  elif [[ ${location_text%/} == "${setting[MOUNTPOINT]}" ]]; then
    below=''
  elif [[ $location_text == "${setting[MOUNTPOINT]}"/* ]]; then
    below=${location_text#"${setting[MOUNTPOINT]}"/}
    below=${below%/}
  else
    return 0
  fi
  if [[ -z $below ]]; then
    roots=$((roots + 1))
  else
    wanted+=("$location_recursive ${setting[MOUNTPOINT]}/$below")
  fi
}

# Ends with code 2 unless every argument may be used: an s3:// address, or a path below a mount and not its root.
locations_check() {
  local argument record found
  for argument in "$@"; do
    location_split "$argument"
    if [[ $location_text == s3://* ]]; then
      location_parse "$location_text" ||
        die "$code_setting" "argument is no s3://bucket/key in percent-encoded UTF-8: ${argument:0:200}"
      continue
    fi
    if [[ $location_text != /* ]] || ! key_shown "${location_text#/}"; then
      die "$code_setting" "argument is no absolute path without '.', '..' and '//': ${argument:0:200}"
    fi
    found=no
    for record in "${mounts[@]}"; do
      mount_use "$record" argument
      if [[ ${location_text%/} == "${setting[MOUNTPOINT]}" ]]; then
        die "$code_setting" "$argument is the root of a mount: name directories below it"
      elif [[ $location_text == "${setting[MOUNTPOINT]}"/* ]]; then
        found=yes
      fi
    done
    [[ $found == yes ]] || die "$code_setting" "$argument is below no mount of this node"
  done
}
