# shellcheck shell=bash disable=SC2154,SC2034
# Brings a mount up and says what came of it.

# report STATE ACTION CODE DETAIL, about `setting`
report() {
  json_line "${setting[MOUNTPOINT]}" "${setting[BUCKET]}" "${setting[PREFIX]}" "$1" "$2" "$3" "$(count_read repairs)" "$4"
  worsen "$3"
}

# Starts supervision and waits until the mount answers, mount-s3 gives up or JARPOINT_MOUNT_DEADLINE has passed. Sets
# probe_state, probe_detail and up_code.
bring_up() {
  local until=$((SECONDS + setting[MOUNT_DEADLINE])) failed=$1
  supervision_start
  while ((SECONDS <= until)); do
    if [[ -s ${setting[RUN]}/$name.exit ]]; then
      read -r up_code probe_detail <"${setting[RUN]}/$name.exit"
      probe_state=absent
      return
    elif daemon_find && mountinfo_find "${setting[MOUNTPOINT]}" && found_is_mount_s3; then
      probe_store
      if [[ $probe_state == healthy || $probe_state == unknown ]]; then
        : >"${setting[RUN]}/$name.up"
        up_code_of_state "$failed"
        return
      fi
    fi
    sleep 0.1
  done
  probe_store
  up_code_of_state "$failed"
  probe_detail+="; waited JARPOINT_MOUNT_DEADLINE=${setting[MOUNT_DEADLINE]} s"
}

# up_code_of_state CODE: CODE is for a mount that is not there.
up_code_of_state() {
  case $probe_state in
    healthy) up_code=0 ;;
    unknown) up_code=$code_unknown ;;
    foreign) up_code=$code_occupied ;;
    *) up_code=$1 ;;
  esac
}

# Prints a state as the JSON line has it: what is foreign is not ours, so ours is absent.
state_shown() {
  printf '%s' "${probe_state/foreign/absent}"
}

# `mount` of one mount.
mount_one() {
  local known=no action=mounted
  mount_use "$1" 'mount'
  if ! install_mount_s3; then
    report absent none "$install_code" "$install_failure"
    return
  fi
  if kept_settings; then
    known=yes
  fi
  probe_daemon
  if [[ $probe_state == foreign ]] || [[ $known == no && $probe_state != absent ]] || mountpoint_in_use; then
    occupied_report
    return
  fi
  if keep_settings; then
    known=no
  elif [[ $probe_state == healthy || $probe_state == unknown ]]; then
    supervision_resume "$script_fresh"
    probe_store
    up_code_of_state "$code_dead"
    report "$(state_shown)" none "$up_code" "$probe_detail"
    return
  fi
  if [[ $probe_state != absent ]]; then
    action=remounted
  fi
  mount_again "$action" "$known"
}

# True when nothing is mounted at the mountpoint but something lies there.
mountpoint_in_use() {
  [[ $probe_state == absent ]] && mountpoint_occupied
}

occupied_report() {
  if [[ $probe_state != absent ]]; then
    occupied_by="$found_type of $found_source is mounted at ${setting[MOUNTPOINT]} and not by Jarpoint; unmount it"
  fi
  probe_state=foreign
  report absent none "$code_occupied" "$occupied_by"
}

# mount_again ACTION AS-IT-WAS: with the settings it had, a mount that once was up is repaired.
mount_again() {
  supervision_stop gently || true
  if [[ $2 == no || ! -e ${setting[RUN]}/$name.up ]]; then
    : >"${setting[RUN]}/$name.planned"
  fi
  bring_up "$code_failed"
  case $up_code in
    0 | "$code_unknown") report "$(state_shown)" "$1" "$up_code" "$probe_detail" ;;
    *) report "$(state_shown)" none "$up_code" "$probe_detail" ;;
  esac
}
