# shellcheck shell=bash disable=SC2154,SC2034
# `status` and `unmount` of one mount.

# Asks the daemon only: no request to S3, no lock, no repair.
status_one() {
  mount_use "$1" status
  if kept_settings; then
    probe_daemon
  else
    probe_state=absent probe_detail="${setting[MOUNTPOINT]} is not configured on this node"
  fi
  local code
  case $probe_state in
    dead) code=$code_dead ;;
    absent) code=$code_absent ;;
    *)
      up_code_of_state "$code_absent"
      code=$up_code
      ;;
  esac
  if [[ $status_json == yes ]]; then
    report "$(state_shown)" none "$code" "$probe_detail"
  else
    printf '%-10s %s (%s repairs): %s\n' "$(state_shown)" "${setting[MOUNTPOINT]}" "$(count_read repairs)" "$probe_detail"
    worsen "$code"
  fi
}

unmount_one() {
  mount_use "$1" unmount
  if ! kept_settings; then
    report absent none 0 "${setting[MOUNTPOINT]} is not configured on this node"
  elif supervision_stop gently; then
    rm -f -- "${setting[HOME]}/mounts/$name.env" "${setting[HOME]}/mounts/$name.cache-mib"
    rm -f -- "${setting[RUN]}/$name".{daemon,up,planned,repairs,reported,failures,exit,silent,answered,log,supervisor}
    report absent unmounted 0 "${setting[MOUNTPOINT]} is unmounted"
  else
    report dead none "$code_dead" "${setting[MOUNTPOINT]} cannot be unmounted"
  fi
}
