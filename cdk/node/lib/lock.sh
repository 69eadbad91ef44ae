# shellcheck shell=bash disable=SC2154,SC2034
# One run at a time changes the mounts of a node. Descriptor 9 is the lock: what outlives the run must close it.

lock() {
  mkdir -p -- "${setting[RUN]}"
  exec 9>"${setting[RUN]}/lock"
  if ! flock -w "${setting[LOCK_DEADLINE]}" 9; then
    die "$code_locked" \
      "another run held ${setting[RUN]}/lock longer than JARPOINT_LOCK_DEADLINE=${setting[LOCK_DEADLINE]} s"
  fi
}
