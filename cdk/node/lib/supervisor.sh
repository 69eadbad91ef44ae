# shellcheck shell=bash disable=SC2154,SC2034
# Supervision where there is no systemd: one process a mount, detached from whoever started it.
# Descriptor 7 is locked for as long as it lives.

# The loop of `supervise NAME`.
supervise() {
  local stopping='' alive pid status
  supervisor_detach
  trap 'stopping=yes' TERM
  while [[ -z $stopping ]]; do
    supervisor_daemon || continue
    supervisor_watch
    exec {alive}<&-
    # One that no signal ended is not waited for.
    if supervisor_gone; then
      status=0
      wait "$pid" 2>/dev/null || status=$?
      daemon_ended "$status"
    fi
  done
  let_go || true
}

# True once `pid` has ended. The kernel closes what a process has open before the process can be waited for: on a busy
# machine there is a moment between.
supervisor_gone() {
  local tries=100
  while process_stat "$pid" && [[ $process_state != Z ]]; do
    ((tries-- > 0)) || return 1
    pause 0.05
  done
}

# Lets go of every descriptor of the caller but the script, and takes the lock; ends when another supervisor has it.
supervisor_detach() {
  local path fd
  for path in /proc/self/fd/*; do
    fd=${path##*/}
    if ((fd > 2 && fd != 255)); then
      exec {fd}>&-
    fi
  done
  cd /
  exec 7>>"${setting[RUN]}/$name.supervisor"
  flock -n 7 || exit 0
  printf '%s\n' "$$" >"${setting[RUN]}/$name.supervisor"
}

# Starts mount-s3, or takes over one that lives and answers. `alive` then reads end-of-file as soon as it ends.
supervisor_daemon() {
  probe_daemon
  if [[ $probe_state == healthy || $probe_state == unknown ]] && daemon_find; then
    pid=$daemon_pid
    exec {alive}< <(exec tail -f --pid="$pid" /dev/null 2>/dev/null 7>&-)
    return
  fi
  daemon_prepare || return 1
  [[ -z $stopping ]] || return 1
  exec {alive}< <(
    exec 8>&1
    daemon_record "$BASHPID"
    daemon_become
  )
  pid=$!
}

# Returns when mount-s3 has ended, by itself or because it was dead.
supervisor_watch() {
  local _ status began=$SECONDS
  while [[ -z $stopping ]]; do
    status=0
    read -r -t "$(supervisor_interval)" -u "$alive" _ || status=$?
    if ((status <= 128)); then
      return
    fi
    probe_daemon
    supervisor_judge "$began" || return 0
    log_bound
  done
}

# Until it has come up, look often.
supervisor_interval() {
  if [[ -e ${setting[RUN]}/$name.up ]]; then
    printf '%s' "${setting[PROBE_INTERVAL]}"
  else
    printf 0.2
  fi
}

# Acts on probe_state; fails when mount-s3 had to be ended.
supervisor_judge() {
  case $probe_state in
    healthy) [[ -e ${setting[RUN]}/$name.up ]] || : >"${setting[RUN]}/$name.up" ;;
    # What lies over our mount is for a person to take away; ours lives on below it.
    unknown | foreign) ;;
    absent)
      if [[ -e ${setting[RUN]}/$name.up ]] || ((SECONDS - $1 > setting[MOUNT_DEADLINE])); then
        cut_off || true
        return 1
      fi
      ;;
    dead)
      cut_off || true
      return 1
      ;;
  esac
}

# mount-s3 appends to its log for as long as it lives.
log_bound() {
  local size
  size=$(stat -c %s -- "${setting[RUN]}/$name.log" 2>/dev/null) || return 0
  if ((size > 1048576)); then
    : >"${setting[RUN]}/$name.log"
  fi
}
