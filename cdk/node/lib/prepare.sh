# shellcheck shell=bash disable=SC2154,SC2034
# What must be so before mount-s3 starts. Files in $JARPOINT_RUN of a mount NAME:
#   NAME.daemon   pid and start time of mount-s3
#   NAME.up       the mount was seen mounted since that start
#   NAME.planned  the next start was asked for and is no repair
#   NAME.repairs  repairs since the node started
#   NAME.reported how many of them a verify has reported
#   NAME.failures starts in a row that did not come up
#   NAME.exit     exit code for the last end of mount-s3, and a sentence
#   NAME.answered when S3 last said that all is well

# Prints a number that is kept in NAME.repairs, NAME.reported or NAME.failures; 0 when there is none.
count_read() {
  local count=0
  { read -r count <"${setting[RUN]}/$name.$1"; } 2>/dev/null || true
  [[ $count =~ ^[0-9]{1,9}$ ]] || count=0
  printf '%s' "$count"
}

# Counts this start, and waits longer before each one after a start that failed.
count_start() {
  local run=${setting[RUN]}/$name failures
  if [[ -e $run.planned ]]; then
    rm -f -- "$run.planned" "$run.failures" "$run.up"
  elif [[ -e $run.up ]]; then
    printf '%s\n' $(($(count_read repairs) + 1)) >"$run.repairs"
    rm -f -- "$run.failures" "$run.up"
  else
    failures=$(count_read failures)
    printf '%s\n' $((failures + 1)) >"$run.failures"
    pause $((failures < 5 ? 1 << failures : 30))
  fi
}

# Sleeps so that a signal ends it.
pause() {
  sleep "$1" 7>&- 8>&- 9>&- &
  wait $! || true
}

# Sets occupied_by when the mountpoint is not free for mount-s3 once its remains are gone.
mountpoint_occupied() {
  local first
  occupied_by=''
  if mountinfo_find "${setting[MOUNTPOINT]}"; then
    found_is_mount_s3 || occupied_by="$found_type of $found_source is mounted at ${setting[MOUNTPOINT]}; unmount it"
  elif [[ -e ${setting[MOUNTPOINT]} && ! -d ${setting[MOUNTPOINT]} ]]; then
    occupied_by="${setting[MOUNTPOINT]} is not a directory"
  elif [[ -d ${setting[MOUNTPOINT]} ]]; then
    first=$(find "${setting[MOUNTPOINT]}" -mindepth 1 -maxdepth 1 -print -quit)
    [[ -z $first ]] || occupied_by="${setting[MOUNTPOINT]} is not empty; move its files away"
  fi
  [[ -n $occupied_by ]]
}

# Makes way for mount-s3; fails with the reason in NAME.exit.
daemon_prepare() {
  count_start
  if ! cut_off; then
    exit_record "$code_dead" "the dead mount at ${setting[MOUNTPOINT]} cannot be unmounted"
    return 1
  elif mountpoint_occupied; then
    exit_record "$code_occupied" "$occupied_by"
    return 1
  fi
  mkdir -p -- "${setting[MOUNTPOINT]}"
  cache_prepare
}

exit_record() {
  printf '%s %s\n' "$1" "$2" >"${setting[RUN]}/$name.exit"
}
