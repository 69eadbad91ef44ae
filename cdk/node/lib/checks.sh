# shellcheck shell=bash disable=SC2154,SC2034
# What a pattern alone cannot say of the settings of a mount.

readonly system_directories='^/(bin|boot|dev|etc|lib|lib32|lib64|proc|sbin|sys|usr)(/|$)'

has_dot_segments() {
  [[ $1 =~ (^|/)\.{1,2}(/|$) ]]
}

# True when the directories are one, or one holds the other.
overlap() {
  [[ $1 == "$2" || $1 == "$2"/* || $2 == "$1"/* ]]
}

# Ends with code 2 unless the settings in `setting` make a mount.
mount_check() {
  local name
  if [[ -z ${setting[BUCKET]} ]]; then
    die "$code_setting" 'JARPOINT_BUCKET: is not set, and no mount names its bucket'
  fi
  for name in PREFIX MOUNTPOINT CACHE_DIR; do
    if has_dot_segments "${setting[$name]}"; then
      die "$code_setting" "JARPOINT_$name: '.' and '..' have no place in ${setting[$name]}"
    fi
  done
  if [[ ${setting[MOUNTPOINT]} =~ $system_directories ]]; then
    die "$code_setting" "JARPOINT_MOUNTPOINT: ${setting[MOUNTPOINT]} lies in a directory of the system"
  elif [[ -n ${setting[CACHE_DIR]} ]] && overlap "${setting[CACHE_DIR]}" "${setting[MOUNTPOINT]}"; then
    die "$code_setting" "JARPOINT_CACHE_DIR: ${setting[CACHE_DIR]} and mountpoint ${setting[MOUNTPOINT]} overlap"
  fi
}
