# shellcheck shell=bash disable=SC2154,SC2034
# Who keeps a mount alive: systemd where it runs, else a process of our own.

by_systemd() {
  case ${setting[SUPERVISION]} in
    systemd) true ;;
    process) false ;;
    *) [[ -d /run/systemd/system ]] ;;
  esac
}

# True when `name` is supervised.
supervised() {
  if by_systemd; then
    systemd_running
  else
    process_supervised
  fi
}

process_supervised() {
  [[ -e ${setting[RUN]}/$name.supervisor ]] && ! flock -n "${setting[RUN]}/$name.supervisor" true
}

supervision_start() {
  rm -f -- "${setting[RUN]}/$name.exit"
  if by_systemd; then
    systemd_start
  else
    JARPOINT_HOME=${setting[HOME]} JARPOINT_RUN=${setting[RUN]} JARPOINT_MOUNT_DEADLINE=${setting[MOUNT_DEADLINE]} \
      setsid --fork bash "${setting[HOME]}/jarpoint-node" supervise "$name" \
      </dev/null >/dev/null 2>&1 7>&- 8>&- 9>&-
  fi
}

# Sees to it that a living mount is supervised, by this version of the script: mount-s3 goes on.
# supervision_resume SCRIPT-IS-NEW
supervision_resume() {
  if by_systemd; then
    units_renew
    systemd_running || systemctl start "jarpoint@$name.service" "jarpoint-probe@$name.timer"
  elif [[ $1 == yes ]] || ! process_supervised; then
    supervisor_kill KILL
    supervision_start
  fi
}

# Ends the supervisor only; mount-s3 goes on.
supervisor_kill() {
  local pid='' tries
  { read -r pid <"${setting[RUN]}/$name.supervisor"; } 2>/dev/null || return 0
  for ((tries = 0; tries < 300; tries++)); do
    if ! process_supervised; then
      return 0
    elif ((tries == 0 || tries == 200)) && supervisor_is "$pid"; then
      kill -s "$([[ $tries == 0 && $1 == TERM ]] && printf TERM || printf KILL)" "$pid" 2>/dev/null || true
    fi
    if [[ $tries == 1 && $1 == TERM ]]; then
      daemon_end TERM 0 || true
    fi
    sleep 0.05
  done
}

supervisor_is() {
  [[ $1 =~ ^[0-9]+$ ]] && process_has_argument "$1" supervise
}

# Ends supervision and mount. supervision_stop gently|at-once
supervision_stop() {
  if [[ $1 == at-once ]]; then
    by_systemd || supervisor_kill KILL
    cut_off || true
  fi
  if by_systemd; then
    systemd_stop
  elif [[ $1 == gently ]]; then
    supervisor_kill TERM
  fi
  let_go
}
