# shellcheck shell=bash disable=SC2154,SC2034
# `verify` of one mount: a mount that is dead or absent is mounted again, one that is unknown is not touched.

verify_one() {
  mount_use "$1" verify
  if ! kept_settings; then
    report absent none "$code_absent" "${setting[MOUNTPOINT]} is not configured on this node; run mount"
    return
  fi
  probe_store
  if [[ $probe_state == dead || $probe_state == absent ]]; then
    lock
    # Its own supervision may have been quicker.
    probe_store
  fi
  case $probe_state in
    dead | absent) verify_repair ;;
    *)
      if [[ $probe_state != foreign ]] && ! supervised; then
        lock
        supervised || supervision_resume no
      fi
      up_code_of_state "$code_dead"
      report "$(state_shown)" none "$up_code" "$probe_detail"
      ;;
  esac
}

verify_repair() {
  local found=$probe_detail
  supervision_stop at-once || true
  bring_up "$code_dead"
  if [[ $up_code == 0 || $up_code == "$code_unknown" ]]; then
    report "$(state_shown)" remounted "$up_code" "$found; mounted again: $probe_detail"
  elif [[ $up_code == "$code_occupied" ]]; then
    report absent none "$up_code" "$probe_detail"
  else
    report "$(state_shown)" none "$code_dead" "$found; not mounted again: $probe_detail"
  fi
}
