# shellcheck shell=bash disable=SC2154,SC2034
# `verify` of one mount: a mount that is dead or absent is mounted again, one that is unknown is not touched.

verify_one() {
  mount_use "$1" verify
  if ! kept_settings; then
    report absent none "$code_absent" "${setting[MOUNTPOINT]} is not configured on this node; run mount"
    return
  fi
  probe_routine
  if [[ $probe_state == dead || $probe_state == absent ]]; then
    lock
    # Its own supervision may have been quicker.
    probe_store
  fi
  case $probe_state in
    dead | absent) verify_lost ;;
    *)
      if [[ $probe_state != foreign ]] && ! supervised; then
        lock
        supervised || supervision_resume no
      fi
      up_code_of_state "$code_dead"
      verify_report none "$probe_detail"
      ;;
  esac
}

# Reports a mount that answers, is unknown or occupied. A repair is reported once, and counts as reported only when the
# line is out: a verify that is killed between reports it again.
verify_report() {
  local repairs
  repairs=$(count_read repairs)
  if [[ $up_code == 0 ]] && ((repairs > $(count_read reported))); then
    report healthy "$1" "$code_repaired" "$2; repaired since the last verify that said so"
    printf '%s\n' "$repairs" >"${setting[RUN]}/$name.reported"
  else
    report "$(state_shown)" "$1" "$up_code" "$2"
  fi
}

# True while supervision tries again and again to start what has not come up.
retried() {
  [[ ! -e ${setting[RUN]}/$name.up && -s ${setting[RUN]}/$name.failures && -s ${setting[RUN]}/$name.exit ]] && supervised
}

# A mount that is not there. Where supervision tries already, waiting for its next try would tell nothing new.
verify_lost() {
  local why code=$code_dead
  if ! retried; then
    verify_repair
    return
  fi
  read -r up_code why <"${setting[RUN]}/$name.exit"
  [[ $up_code != "$code_occupied" ]] || code=$up_code
  report "$probe_state" none "$code" "$probe_detail; it is tried again, at last: $why"
}

verify_repair() {
  local found=$probe_detail
  supervision_stop at-once || true
  bring_up "$code_dead"
  if [[ $up_code == 0 || $up_code == "$code_unknown" ]]; then
    verify_report remounted "$found; mounted again: $probe_detail"
  elif [[ $up_code == "$code_occupied" ]]; then
    report absent none "$up_code" "$probe_detail"
  else
    report "$(state_shown)" none "$code_dead" "$found; not mounted again: $probe_detail"
  fi
}
