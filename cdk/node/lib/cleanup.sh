# shellcheck shell=bash disable=SC2154,SC2034
# Takes a mount away. Nothing is ever removed with `rm` at a mountpoint.

# Ends every request of a FUSE connection, for a daemon that no signal reaches.
abort_connection() {
  local connections=/sys/fs/fuse/connections
  if [[ ! -e $connections/${1#*:} ]]; then
    mount -t fusectl fusectl "$connections" 2>/dev/null || return 0
  fi
  printf '1\n' 2>/dev/null >"$connections/${1#*:}/abort" || true
}

# Unmounts what mount-s3 left at the mountpoint; fails when it stays. The daemon must have ended or been aborted.
unmount_remains() {
  local _
  for _ in 1 2 3 4 5; do
    if ! mountinfo_find "${setting[MOUNTPOINT]}" || ! found_is_mount_s3; then
      return 0
    fi
    # Lazy: a pod may have files open below it.
    answer_within 5 umount -l -- "${setting[MOUNTPOINT]}"
    if [[ $answer_code != 0 ]]; then
      abort_connection "$found_device"
    fi
  done
  ! mountinfo_find "${setting[MOUNTPOINT]}" || ! found_is_mount_s3
}

# Ends the daemon at once and takes its mount away.
cut_off() {
  if ! daemon_end KILL 2 && mountinfo_find "${setting[MOUNTPOINT]}" && found_is_mount_s3; then
    abort_connection "$found_device"
    daemon_end KILL 5 || true
  fi
  unmount_remains
}

# Ends the daemon in its own way (it deletes its cache and unmounts), or else at once.
let_go() {
  daemon_end TERM 10 || true
  cut_off
}
