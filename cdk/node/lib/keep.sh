# shellcheck shell=bash disable=SC2154,SC2034
# What the node keeps: a copy of this script and the settings of each mount.

# Prints this script whole, whether it was run as a file, by `bash -c` or from a redirected file.
own_text() {
  if [[ -n ${BASH_EXECUTION_STRING:-} ]]; then
    printf '%s\n' "$BASH_EXECUTION_STRING"
  elif [[ -f ${BASH_SOURCE[0]:-} ]]; then
    cat -- "${BASH_SOURCE[0]}"
  elif [[ -f /proc/$$/fd/0 ]]; then
    cat -- "/proc/$$/fd/0"
  else
    die "$code_setting" 'the node script must be run from a file or by bash -c: it keeps a copy of itself'
  fi
}

# Keeps the copy; true when it is new. A process that runs the old copy goes on reading the old file.
keep_script() {
  own_text | file_replace "${setting[HOME]}/jarpoint-node" 0755
}

# Keeps the settings of `name`; true when they are new.
keep_settings() {
  (umask 077 && mkdir -p -- "${setting[HOME]}/mounts")
  mount_record | file_replace "${setting[HOME]}/mounts/$name.env" 0600
}

kept_settings() {
  [[ -f ${setting[HOME]}/mounts/$name.env ]]
}
