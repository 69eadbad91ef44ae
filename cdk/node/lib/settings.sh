# shellcheck shell=bash disable=SC2154,SC2034
# Settings: JARPOINT_* of the environment, each with a default and a pattern.

# A row: name, scope, default (- for none), pattern of a value. A setting of scope `mount` may differ by mount and is
# kept on the node; one of scope `install` may differ by mount and is not kept; one of scope `node` is the node's.
readonly setting_rows=(
  'BUCKET mount - ^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|arn:aws[a-z-]*:s3[a-z-]*:[a-z0-9-]*:[0-9]{12}:accesspoint/[a-z0-9.-]{3,63})$'
  'PREFIX mount - ^([A-Za-z0-9._:-]+/)+$'
  'MOUNTPOINT mount /mnt/jarpoint/s3 ^(/[A-Za-z0-9._-]+){2,}$'
  'CACHE_DIR mount - ^(/[A-Za-z0-9._-]+){2,}$'
  'CACHE_MIB mount - ^(0|[1-9][0-9]{0,7})$'
  'REGION mount - ^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$'
  'EXPECTED_OWNER mount - ^[0-9]{12}$'
  'METADATA_TTL mount indefinite ^(indefinite|minimal|[1-9][0-9]{0,8})$'
  'NEGATIVE_METADATA_TTL mount 60 ^(indefinite|minimal|[1-9][0-9]{0,8})$'
  'LOG_LEVEL mount warn ^(error|warn|info|debug|trace)$'
  'MEMORY_MIB mount 1024 ^(51[2-9]|5[2-9][0-9]|[6-9][0-9]{2}|[1-9][0-9]{3,6})$'
  'PROBE_INTERVAL mount 5 ^([1-9]|[1-9][0-9]|[12][0-9]{2}|300)$'
  'PROBE_DEADLINE mount 3 ^([1-9]|[1-5][0-9]|60)$'
  'STORE_INTERVAL mount 600 ^(0|[1-9][0-9]{0,4})$'
  'ENDPOINT_URL mount - ^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?$'
  'PATH_STYLE mount false ^(true|false)$'
  'MOUNT_S3_VERSION install - ^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}$'
  'PACKAGE_SOURCE install https://s3.amazonaws.com/mountpoint-s3-release ^(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?|file://)(/[A-Za-z0-9._-]+)*/?$'
  'HOME node /var/lib/jarpoint ^(/[A-Za-z0-9._-]+)+$'
  'RUN node /run/jarpoint ^(/[A-Za-z0-9._-]+)+$'
  'SUPERVISION node auto ^(auto|systemd|process)$'
  'UNIT_DIR node /etc/systemd/system ^(/[A-Za-z0-9._-]+)+$'
  'OS_RELEASE node /etc/os-release ^(/[A-Za-z0-9._-]+)+$'
  'LOCK_DEADLINE node 120 ^[1-9][0-9]{0,3}$'
  'MOUNT_DEADLINE node 45 ^[1-9][0-9]{0,2}$'
  'READ_DEADLINE node 120 ^[1-9][0-9]{0,3}$'
)
readonly longest_value=512

declare -A setting=() setting_scope=() setting_default=() setting_pattern=()

settings_declare() {
  local row name scope default pattern
  for row in "${setting_rows[@]}"; do
    read -r name scope default pattern <<<"$row"
    setting_scope[$name]=$scope
    setting_default[$name]=${default#-}
    setting_pattern[$name]=$pattern
  done
}

# setting_check NAME VALUE WHERE: ends with code 2 unless the value may be used. The value is not quoted back: it may be
# anything.
setting_check() {
  local name=$1 value=$2 where=$3
  if ((${#value} > longest_value)); then
    die "$code_setting" "$where: longer than $longest_value characters"
  elif [[ ! $value =~ ${setting_pattern[$name]} ]]; then
    die "$code_setting" "$where: does not match ${setting_pattern[$name]}"
  fi
}

# Takes every setting from the environment or its default into `setting`.
settings_load() {
  local name variable
  for name in "${!setting_pattern[@]}"; do
    variable=JARPOINT_$name
    setting[$name]=${setting_default[$name]}
    if [[ -n ${!variable:-} ]]; then
      setting_check "$name" "${!variable}" "$variable"
      setting[$name]=${!variable}
    fi
  done
}

# Name, scope and default of every setting: documentation is compared with it.
settings_list() {
  local row name scope default pattern
  for row in "${setting_rows[@]}"; do
    read -r name scope default pattern <<<"$row"
    printf 'JARPOINT_%s\t%s\t%s\n' "$name" "$scope" "${default#-}"
  done
}
