# shellcheck shell=bash disable=SC2154,SC2034
# The systemd units as files.

# Writes standard input to a file, whole or not at all; fails when the file already reads so. file_replace PATH MODE
file_replace() {
  local path=$1 fresh
  mkdir -p -- "${path%/*}"
  fresh=$(mktemp -- "$path.XXXXXX")
  cat >"$fresh"
  chmod "$2" -- "$fresh"
  if [[ -f $path ]] && cmp -s -- "$fresh" "$path"; then
    rm -f -- "$fresh"
    return 1
  fi
  mv -fT -- "$fresh" "$path"
}

# Writes a unit from its template on standard input.
unit_write() {
  sed "s|@HOME@|${setting[HOME]}|g; s|@RUN@|${setting[RUN]}|g" | file_replace "${setting[UNIT_DIR]}/$1" 0644 || true
}

# Writes the units, and what differs by mount as a drop-in.
units_write() {
  unit_text_jarpoint__service | unit_write jarpoint@.service
  unit_text_jarpoint_probe__service | unit_write jarpoint-probe@.service
  unit_text_jarpoint_probe__timer | unit_write jarpoint-probe@.timer
  printf '[Service]\nMemoryMax=%sM\n' "${setting[MEMORY_MIB]}" | unit_write "jarpoint@$name.service.d/limits.conf"
  printf '[Timer]\nOnActiveSec=\nOnUnitInactiveSec=\nOnActiveSec=%s\nOnUnitInactiveSec=%s\n' \
    "${setting[PROBE_INTERVAL]}" "${setting[PROBE_INTERVAL]}" | unit_write "jarpoint-probe@$name.timer.d/interval.conf"
}
