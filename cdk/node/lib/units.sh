# shellcheck shell=bash disable=SC2154,SC2034
# The systemd units as files.

# Writes standard input to a file, whole or not at all; fails when the file already reads so. file_replace PATH MODE
file_replace() {
  local path=$1 fresh
  mkdir -p -- "${path%/*}"
  # Callers ask in conditions, where errexit is off.
  if ! fresh=$(mktemp -- "$path.XXXXXX") || ! cat >"$fresh" || ! chmod "$2" -- "$fresh"; then
    die "$code_unexpected" "$path cannot be written"
  fi
  if [[ -f $path ]] && cmp -s -- "$fresh" "$path"; then
    rm -f -- "$fresh"
    return 1
  fi
  mv -fT -- "$fresh" "$path"
}

# Writes a unit from its template on standard input; units_changed then says whether it reads anew.
unit_write() {
  if sed "s|@HOME@|${setting[HOME]}|g; s|@RUN@|${setting[RUN]}|g" | file_replace "${setting[UNIT_DIR]}/$1" 0644; then
    units_changed=yes
  fi
}

# Writes the units, and what differs by mount as a drop-in.
units_write() {
  units_changed=no
  unit_write jarpoint@.service <<<"$(unit_text_jarpoint__service)"
  unit_write jarpoint-probe@.service <<<"$(unit_text_jarpoint_probe__service)"
  unit_write jarpoint-probe@.timer <<<"$(unit_text_jarpoint_probe__timer)"
  unit_write "jarpoint@$name.service.d/limits.conf" <<<$'[Service]\nMemoryMax='"${setting[MEMORY_MIB]}M"
  unit_write "jarpoint-probe@$name.timer.d/interval.conf" <<END_OF_DROP_IN
[Timer]
OnActiveSec=
OnUnitInactiveSec=
OnActiveSec=${setting[PROBE_INTERVAL]}
OnUnitInactiveSec=${setting[PROBE_INTERVAL]}
END_OF_DROP_IN
}

# Writes the units, and has systemd read them when they read anew.
units_renew() {
  units_write
  if [[ $units_changed == yes ]] || units_outdated; then
    systemctl daemon-reload
  fi
}

# True when a run that was killed wrote units and had nobody read them.
units_outdated() {
  [[ $(systemctl show --property NeedDaemonReload --value "jarpoint@$name.service" "jarpoint-probe@$name.timer") == *yes* ]]
}
