# shellcheck shell=bash disable=SC2154,SC2034
# The daemon as a process. $JARPOINT_RUN/NAME.daemon holds `PID START-TIME`, so that a pid used again is not taken for it.

# Sets process_state (a letter) and process_start (clock ticks since boot) of a pid; fails when there is none.
process_stat() {
  local line fields
  { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  # The command in brackets may hold spaces and brackets.
  read -ra fields <<<"${line##*) }"
  process_state=${fields[0]}
  process_start=${fields[19]}
}

# Records the process that becomes the daemon of `name`.
daemon_record() {
  process_stat "$1"
  printf '%s %s\n' "$1" "$process_start" >"${setting[RUN]}/$name.daemon"
}

# Sets daemon_pid and daemon_state of the daemon of `name`; fails when it does not live.
daemon_find() {
  local recorded=''
  daemon_pid='' daemon_state=''
  { read -r daemon_pid recorded <"${setting[RUN]}/$name.daemon"; } 2>/dev/null || return 1
  [[ $daemon_pid =~ ^[0-9]+$ ]] || return 1
  process_stat "$daemon_pid" || return 1
  daemon_state=$process_state
  [[ $process_start == "$recorded" && $daemon_state != [ZX] ]] || return 1
  # Between fork and exec it is still a script of ours.
  process_has_argument "$daemon_pid" "${setting[MOUNTPOINT]}" ||
    process_has_argument "$daemon_pid" "${setting[HOME]}/jarpoint-node"
}

process_has_argument() {
  local arguments argument
  { mapfile -d '' -t arguments <"/proc/$1/cmdline"; } 2>/dev/null || return 1
  for argument in "${arguments[@]}"; do
    [[ $argument != "$2" ]] || return 0
  done
  return 1
}

# Prints how often the daemon's threads were scheduled in: the same number twice means that none of them ran.
daemon_activity() {
  cat "/proc/$daemon_pid"/task/*/status 2>/dev/null | awk '/ctxt_switches:/ { sum += $2 } END { print sum + 0 }'
}

# daemon_end SIGNAL SECONDS: signals the daemon and waits; fails when it still lives.
daemon_end() {
  local until=$((SECONDS + $2))
  if ! daemon_find; then
    return 0
  fi
  kill -s "$1" "$daemon_pid" 2>/dev/null || return 0
  while daemon_find; do
    if ((SECONDS > until)); then
      return 1
    fi
    sleep 0.05
  done
}
