# shellcheck shell=bash disable=SC2154,SC2034,SC2004
# Mounts: a record is the lines KEY=VALUE of its settings, as kept in $JARPOINT_HOME/mounts/NAME.env.

# Records this run is about.
mounts=()

# Prints the name of a mountpoint: its path with `/` as `-`. One to one, and fit for files and systemd instances.
mount_name() {
  local path=${1#/}
  path=${path//_/__}
  path=${path//-/_d}
  printf '%s' "${path//\//-}"
}

# Prints `setting` as a record.
mount_record() {
  local row name scope default pattern
  for row in "${setting_rows[@]}"; do
    read -r name scope default pattern <<<"$row"
    if [[ $scope == "${1:-mount}" ]]; then
      printf '%s=%s\n' "$name" "${setting[$name]}"
    fi
  done
}

# Sets `setting` and `name` from a record. Records are data: never sourced, and checked like the environment.
mount_use() {
  local line key value
  while IFS= read -r line; do
    key=${line%%=*}
    value=${line#*=}
    if [[ $line != *=* || -z ${setting_pattern[$key]:-} || ${setting_scope[$key]} == node ]]; then
      die "$code_setting" "$2: '${key//[^A-Za-z0-9_]/?}' is no setting of a mount"
    fi
    if [[ -n $value ]]; then
      setting_check "$key" "$value" "$2, $key"
    fi
    setting[$key]=$value
  done <<<"$1"
  mount_check
  name=$(mount_name "${setting[MOUNTPOINT]}")
}

# Adds `setting` to the mounts of this run.
mounts_add() {
  local other
  for other in "${mounts[@]}"; do
    other=${other#*MOUNTPOINT=}
    if overlap "${other%%$'\n'*}" "${setting[MOUNTPOINT]}"; then
      die "$code_setting" "mountpoints ${other%%$'\n'*} and ${setting[MOUNTPOINT]} overlap"
    fi
  done
  mounts+=("$(mount_record mount)"$'\n'"$(mount_record install)")
}

# Adds the mounts of JARPOINT_MOUNTS: mounts separated by a space, settings by a comma.
mounts_parse() {
  local text=$1 words word pairs pair key
  local -A defaults=()
  local one='[a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+'
  if [[ ! $text =~ ^$one([\ ,]$one)*$ ]]; then
    die "$code_setting" "JARPOINT_MOUNTS: does not match ^$one([ ,]$one)*\$"
  fi
  for key in "${!setting[@]}"; do
    defaults[$key]=${setting[$key]}
  done
  IFS=' ' read -ra words <<<"$text"
  for word in "${words[@]}"; do
    for key in "${!defaults[@]}"; do
      setting[$key]=${defaults[$key]}
    done
    IFS=, read -ra pairs <<<"$word"
    for pair in "${pairs[@]}"; do
      key=${pair%%=*}
      key=${key//-/_}
      key=${key^^}
      if [[ -z ${setting_pattern[$key]:-} || ${setting_scope[$key]} == node ]]; then
        die "$code_setting" "JARPOINT_MOUNTS: '${pair%%=*}' is no setting of a mount"
      fi
      setting_check "$key" "${pair#*=}" "JARPOINT_MOUNTS, ${pair%%=*}"
      setting[$key]=${pair#*=}
    done
    mount_check
    mounts_add
  done
}

# Adds every mount that is configured on the node.
mounts_configured() {
  local file
  for file in "${setting[HOME]}"/mounts/*.env; do
    if [[ -f $file ]]; then
      mount_use "$(<"$file")" "$file"
      mounts_add
    fi
  done
}

# Fills `mounts` with what the environment names, else with what is configured.
mounts_load() {
  if [[ -n ${JARPOINT_MOUNTS:-} ]]; then
    mounts_parse "$JARPOINT_MOUNTS"
  elif [[ -n ${setting[BUCKET]} ]]; then
    mount_check
    mounts_add
  else
    mounts_configured
  fi
}
