# shellcheck shell=bash disable=SC2154,SC2034
# The verbs for people and SSM.

# Runs a function for one mount in a shell of its own, so that what goes wrong with it stops no other.
isolated() {
  local code
  # Not `if (...)` or `(...) || ...`: those would turn errexit off inside.
  trap - ERR
  set +e
  (isolated_body "$@")
  code=$?
  set -e
  trap 'on_error $LINENO' ERR
  worsen "$code"
}

isolated_body() {
  trap 'on_error $LINENO' ERR
  set -e
  worst_code=0
  "$@"
  exit "$worst_code"
}

# for_each FUNCTION [ARGUMENT...]: calls FUNCTION RECORD ARGUMENT... for each mount.
for_each() {
  local record function=$1
  shift
  for record in "${mounts[@]}"; do
    began_at=$EPOCHREALTIME
    isolated "$function" "$record" "$@"
  done
}

need_mounts() {
  if ((${#mounts[@]} == 0)); then
    die "$1" 'no mount is configured on this node, and neither JARPOINT_MOUNTS nor JARPOINT_BUCKET is set'
  fi
}

verb_install() {
  if ((${#mounts[@]} == 0)); then
    mounts=('')
  fi
  lock
  for_each install_one
}

install_one() {
  [[ -z $1 ]] || mount_use "$1" install
  if install_mount_s3; then
    json_line '' '' '' absent "$install_action" 0 0 "mount-s3 $(version_installed) is installed"
  else
    json_line '' '' '' absent none "$install_code" 0 "$install_failure"
    worsen "$install_code"
  fi
}

verb_mount() {
  need_mounts "$code_setting"
  lock
  script_fresh=no
  if keep_script; then
    script_fresh=yes
  fi
  for_each mount_one
}

verb_verify() {
  need_mounts "$code_absent"
  for_each verify_one
}

verb_unmount() {
  need_mounts "$code_absent"
  lock
  for_each unmount_one
}

verb_status() {
  status_json=no
  if [[ ${1:-} == --json ]]; then
    status_json=yes
  elif (($# > 0)); then
    die "$code_setting" 'status takes no argument but --json'
  fi
  need_mounts "$code_absent"
  for_each status_one
}

# verb_locations refresh|warm ARGUMENT...
verb_locations() {
  local verb=$1 record
  shift
  if (($# == 0)); then
    die "$code_setting" "$verb needs at least one path or s3:// address"
  fi
  need_mounts "$code_absent"
  locations_check "$@"
  for record in "${mounts[@]}"; do
    began_at=$EPOCHREALTIME
    isolated locations_one "$verb" "$record" "$@"
  done
}
