# shellcheck shell=bash disable=SC2154,SC2034
# The entry point.

readonly usage='jarpoint-node install|mount|verify|refresh DIR...|warm FILE...|unmount|status [--json]'
readonly address_words='^[A-Za-z0-9._/%:~*-]+( [A-Za-z0-9._/%:~*-]+)*$'

# What an SSM document hands over in variables (interpolationType ENV_VAR). Without arguments only.
main_of_ssm() {
  local words=()
  if [[ -n ${SSM_Mounts:-} ]]; then
    export JARPOINT_MOUNTS=$SSM_Mounts
    main mount
  elif [[ -z ${SSM_Action:-} ]]; then
    die "$code_setting" "usage: $usage. In an SSM document: the agent is older than 3.3.2746.0 and set no variable"
  elif [[ ! $SSM_Action =~ ^(verify|refresh|warm|status)$ ]]; then
    die "$code_setting" 'Action: is not verify, refresh, warm or status'
  fi
  if [[ -n ${SSM_Directories:-} && ! $SSM_Directories =~ $address_words ]]; then
    die "$code_setting" "Directories: does not match $address_words"
  fi
  case $SSM_Action in
    refresh | warm) IFS=' ' read -ra words <<<"${SSM_Directories:-}" ;;
    status) words=(--json) ;;
  esac
  main "$SSM_Action" "${words[@]}"
}

# Verbs of the supervision: each is about one configured mount, by its name.
main_internal() {
  if [[ ! ${2:-} =~ ^[A-Za-z0-9._-]+$ || ! -f ${setting[HOME]}/mounts/${2:-}.env ]]; then
    die "$code_absent" "$1 needs the name of a configured mount"
  fi
  mount_use "$(<"${setting[HOME]}/mounts/$2.env")" "mount $2"
  mkdir -p -- "${setting[RUN]}"
  case $1 in
    supervise) supervise ;;
    daemon) systemd_daemon ;;
    clear) systemd_clear ;;
    probe) systemd_probe ;;
  esac
}

main() {
  local verb=${1:-}
  if (($# == 0)); then
    main_of_ssm
  fi
  shift
  settings_declare
  settings_load
  case $verb in
    supervise | daemon | clear | probe)
      main_internal "$verb" "$@"
      exit 0
      ;;
    settings)
      settings_list
      exit 0
      ;;
    install | mount | verify | refresh | warm | unmount | status) mounts_load ;;
    *) die "$code_setting" "usage: $usage" ;;
  esac
  mkdir -p -- "${setting[RUN]}"
  case $verb in
    refresh | warm) verb_locations "$verb" "$@" ;;
    status) verb_status "$@" ;;
    *)
      (($# == 0)) || die "$code_setting" "$verb takes no argument"
      "verb_$verb"
      ;;
  esac
  exit "$worst_code"
}

# Sourced, the script only defines its functions.
if ! (return 0 2>/dev/null); then
  trap 'on_error $LINENO' ERR
  main "$@"
fi
